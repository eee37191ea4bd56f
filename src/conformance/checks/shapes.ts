import type { z } from 'zod';
import { BoardPage } from '../../contract/schema/board.js';
import {
  ActivityPage,
  Bootstrap,
  CartPreview,
  Export,
  Me,
  Quote,
  VoucherPage,
} from '../../contract/schema/documents.js';
import { Program } from '../../contract/schema/program.js';
import { Voucher } from '../../contract/schema/voucher.js';
import { documentOf } from '../answer.js';
import { expect, Failed, need, type Check } from '../check.js';
import type { Endpoint } from '../endpoint.js';

/** What a document looks like: every resource that is announced, against the contract's schemas. */

const REMEDY = 'Compare the document with the schema of its name in openapi.json.';

/** A resource that is read and fits its schema. */
function fits(
  id: string,
  what: string,
  schema: z.ZodType,
  read: (endpoint: Endpoint) => Promise<{ method?: string; path: string; body?: unknown }>,
  guest = false,
): Check {
  return {
    id,
    section: '3, 4',
    must: `${what} fits its schema`,
    remedy: REMEDY,
    async run(endpoint) {
      const { method = 'GET', path, body } = await read(endpoint);
      const as = guest ? null : endpoint.target.member;
      documentOf(await endpoint.ask(method, path, { as, body }), schema, what);
    },
  };
}

/** Resources without which an endpoint is whole; those that are there must be right. */
async function optional(endpoint: Endpoint, path: string, as: string | null): Promise<void> {
  const { status } = await endpoint.ask('GET', path, { as });
  need(
    status !== 404 && status !== 501,
    `GET ${path} is not served; the bootstrap document suffices`,
  );
}

const paged = (capability: string, path: string) => async (endpoint: Endpoint) => {
  await endpoint.announced(capability);
  return { path };
};

/** A cart that every shop could have: one thing, in a currency of the programme where it has one. */
async function cart(endpoint: Endpoint): Promise<unknown> {
  const { units } = await endpoint.program();
  const currency = units.find((unit) => unit.currency)?.currency ?? 'EUR';
  return { currency, subtotal: 4200, lines: [{ product: 'conformance', qty: 1, total: 4200 }] };
}

async function priced(
  endpoint: Endpoint,
): Promise<{ method: string; path: string; body: unknown }> {
  await endpoint.announced('quote');
  const { rewards = [] } = await endpoint.program();
  const found = rewards.find(({ cost }) => cost.kind === 'range');
  const { id, cost } = need(found, 'no reward has a range of prices');
  return {
    method: 'POST',
    path: `/rewards/${encodeURIComponent(id)}/quote`,
    body: { spend: 'min' in cost ? cost.min : 0 },
  };
}

/** Every text of a document with the place where it stands. */
function* texts(value: unknown, place = ''): Generator<[place: string, text: string]> {
  if (typeof value === 'string') yield [place, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) yield* texts(part, `${place}/${name}`);
}

const MARKUP = /<\/?[a-z!][^>]*>|&(?:[a-z]{2,8}|#\d+);/i;

interface States {
  readonly kind: string;
  readonly ids: readonly string[];
  readonly known: readonly { readonly id: string }[] | undefined;
}

export const shapes: readonly Check[] = [
  {
    id: 'bootstrap-guest',
    section: '4',
    must: 'A guest gets the programme and no member',
    remedy: `Serve GET /bootstrap without a token: program, and me as null. ${REMEDY}`,
    async run(endpoint) {
      const { program, me } = await endpoint.asGuest();
      expect(program !== null, 'program is null for a guest who has nothing yet');
      expect(me === null, 'me is there although nobody has signed in');
    },
  },
  {
    id: 'bootstrap-member',
    section: '4',
    must: 'A member gets the programme and themselves',
    remedy: `Read the member from the token’s "sub". ${REMEDY}`,
    async run(endpoint) {
      const { member } = endpoint.target;
      const answer = await endpoint.ask('GET', '/bootstrap', { as: member });
      const { program, me } = documentOf(answer, Bootstrap, 'bootstrap document');
      expect(program !== null, 'program is null although no rev was sent');
      expect(me !== null, `me is null for the token of "${member}"`);
    },
  },
  {
    id: 'bootstrap-rev',
    section: '4',
    must: 'A reader who has the programme is not sent it again',
    remedy: 'Answer program: null where `rev` is the programme’s own; any other rev gets it whole.',
    async run(endpoint) {
      const { programRev } = await endpoint.asGuest();
      const of = async (rev: string) =>
        documentOf(
          await endpoint.ask('GET', `/bootstrap?rev=${encodeURIComponent(rev)}`),
          Bootstrap,
          'bootstrap document',
        ).program;
      expect((await of(programRev)) === null, 'the programme came again with the rev it has');
      expect((await of(`${programRev}-old`)) !== null, 'program is null for another rev');
    },
  },
  {
    id: 'clock',
    section: '2.4',
    must: '`now` is the server’s time, so that the widget can reckon a wrong clock',
    remedy: 'Send the current time as `now`, never a cached one.',
    async run(endpoint) {
      const before = Date.now();
      const answer = await endpoint.ask('GET', '/bootstrap');
      const { now } = documentOf(answer, Bootstrap, 'bootstrap document');
      const here = Date.parse(answer.headers.get('Date') ?? '') || before;
      const off = Math.abs(Date.parse(now) - here) / 1000;
      expect(off <= 60, `now is ${Math.round(off)} s away from the answer’s Date`);
    },
  },
  fits(
    'program',
    'Program',
    Program,
    async (endpoint) => {
      await optional(endpoint, '/program', null);
      return { path: '/program' };
    },
    true,
  ),
  fits('me', 'Me', Me, async (endpoint) => {
    await optional(endpoint, '/me', endpoint.target.member);
    return { path: '/me' };
  }),
  fits('activity', 'ActivityPage', ActivityPage, paged('activity.pages', '/activity?limit=5')),
  fits('vouchers', 'VoucherPage', VoucherPage, paged('vouchers.pages', '/vouchers?limit=5')),
  fits('voucher', 'Voucher', Voucher, async (endpoint) => {
    await endpoint.announced('vouchers.pages');
    const { id } = await endpoint.voucher();
    return { path: `/vouchers/${encodeURIComponent(id)}` };
  }),
  fits('quote', 'Quote', Quote, priced),
  fits('cart', 'CartPreview', CartPreview, async (endpoint) => {
    await endpoint.announced('cart');
    return { method: 'POST', path: '/cart/preview', body: await cart(endpoint) };
  }),
  fits('board', 'BoardPage', BoardPage, async (endpoint) => {
    await endpoint.announced('boards');
    const { boards = [] } = await endpoint.program();
    const { id } = need(boards[0], 'the programme has no board');
    return { path: `/boards/${encodeURIComponent(id)}?limit=5` };
  }),
  fits('export', 'Export', Export, paged('export', '/me/export')),
  {
    id: 'definitions',
    section: '2.8',
    must: 'Every state points at a definition',
    remedy: 'Send no state whose unit, track, reward or rule the programme does not define.',
    async run(endpoint) {
      const { units, tracks, rewards, rules } = await endpoint.program();
      const me = await endpoint.stateOf(endpoint.target.member);
      const all: readonly States[] = [
        { kind: 'unit', ids: me.wallets.map(({ unit }) => unit), known: units },
        { kind: 'track', ids: me.tracks.map(({ track }) => track), known: tracks },
        { kind: 'reward', ids: me.rewards.map(({ reward }) => reward), known: rewards },
        { kind: 'rule', ids: me.rules.map(({ rule }) => rule), known: rules },
      ];
      for (const { kind, ids, known = [] } of all) {
        const lost = ids.find((id) => !known.some((definition) => definition.id === id));
        expect(lost === undefined, `a state names the ${kind} "${lost}", which is not defined`);
      }
    },
  },
  {
    id: 'plain-text',
    section: '2.5',
    must: 'Texts are plain: no HTML, no entities',
    remedy: 'Send texts as people read them. The widget shows tags as tags.',
    async run(endpoint) {
      const documents = [await endpoint.program(), await endpoint.stateOf(endpoint.target.member)];
      for (const document of documents) {
        for (const [place, text] of texts(document)) {
          if (MARKUP.test(text)) throw new Failed(`${place} holds markup: ${text.slice(0, 80)}`);
        }
      }
    },
  },
];
