import { CartRequest, QuoteRequest } from '../../contract/schema/documents.js';
import type { Bootstrap, Program } from '../../contract/types.js';
import { PAGE_BODY_BYTES, readJson } from './body.js';
import { BRIEF, BRIEF_PRIVATE, PRIVATE, PUBLIC, tagged } from './cache.js';
import { memberOf, param, type Call, type Handler } from './call.js';
import { json } from './reply.js';
import { parse } from './validate.js';

/** The resources that only show something. */

/** As many items as a page has when the reader does not say. */
const PAGE_LENGTH = 20;

/** What this endpoint really serves, by the names that the contract announces it under. */
export type Announced = ReadonlySet<string>;

const pageOf = ({ query }: Call) => ({
  limit: query.limit ?? PAGE_LENGTH,
  cursor: query.cursor,
});

/** The definitions, with those capabilities only that both the engine and this endpoint have. */
async function definitions({ programme, locale }: Call, announced: Announced): Promise<Program> {
  const program = await programme.engine.program(locale);
  const can = (name: string): boolean =>
    announced.has(name) && (name !== 'events' || programme.engine.live !== undefined);
  return { ...program, capabilities: program.capabilities.filter(can) };
}

/** Where the member's changes can be heard. Relative to the document, wherever a proxy has put it. */
async function liveOf(
  { programme, subject, locale }: Call,
  seen: { rev: string; program: string },
): Promise<{ events?: string }> {
  const { live } = programme.engine;
  if (!live || !subject) return {};
  const ticket = await live.ticket(subject, seen, locale);
  return { events: `events?${new URLSearchParams({ ticket })}` };
}

const bootstrap =
  (announced: Announced): Handler =>
  async (call) => {
    const { request, programme, subject, locale, query, now } = call;
    const [program, me] = await Promise.all([
      definitions(call, announced),
      subject ? programme.engine.me(subject, locale) : null,
    ]);
    const identity = {
      programRev: program.rev,
      program: program.rev === query.rev ? null : program,
      me,
      live: { poll: programme.poll },
    };
    const isLive = me && me.member.state !== 'guest' && program.capabilities.includes('events');
    const live = isLive ? await liveOf(call, { rev: me.rev, program: program.rev }) : {};
    const body: Bootstrap = {
      ...identity,
      now: new Date(now).toISOString(),
      live: { ...identity.live, ...live },
    };
    // Time and ticket are others each time; were they part of the tag, no answer would ever be 304.
    return tagged(
      request,
      body,
      { 'Cache-Control': PRIVATE, Vary: 'Authorization, Accept-Language' },
      identity,
    );
  };

const program =
  (announced: Announced): Handler =>
  async (call) =>
    tagged(call.request, await definitions(call, announced), {
      'Cache-Control': PUBLIC,
      Vary: 'Accept-Language',
    });

const me: Handler = async (call) =>
  tagged(call.request, await call.programme.engine.me(memberOf(call), call.locale), {
    'Cache-Control': PRIVATE,
    Vary: 'Authorization, Accept-Language',
  });

const activity: Handler = async (call) =>
  json(
    await call.programme.engine.activity(
      memberOf(call),
      { ...pageOf(call), kind: call.query.kind },
      call.locale,
    ),
  );

const vouchers: Handler = async (call) =>
  json(
    await call.programme.engine.vouchers(
      memberOf(call),
      { ...pageOf(call), status: call.query.status },
      call.locale,
    ),
  );

const voucher: Handler = async (call) =>
  json(await call.programme.engine.voucher(memberOf(call), param(call), call.locale));

const quote: Handler = async (call) => {
  const request = parse(QuoteRequest, await readJson(call.request, PAGE_BODY_BYTES));
  return json(await call.programme.engine.quote(memberOf(call), param(call), request, call.locale));
};

const exported: Handler = async (call) =>
  json(await call.programme.engine.export(memberOf(call), call.locale), {
    'Content-Disposition': 'attachment; filename="loyalty.json"',
  });

const cart: Handler = async (call) => {
  const request = parse(CartRequest, await readJson(call.request, PAGE_BODY_BYTES));
  return json(await call.programme.engine.preview(call.subject, request, call.locale));
};

const board: Handler = async (call) => {
  const { programme, subject, locale, query, request } = call;
  const page = { ...pageOf(call), around: query.around };
  const body = await programme.engine.board(subject, param(call), page, locale);
  return tagged(
    request,
    body,
    {
      'Cache-Control': subject ? BRIEF_PRIVATE : BRIEF,
      Vary: 'Authorization, Accept-Language',
    },
    { ...body, asOf: null },
  );
};

export const reads = (announced: Announced) => ({
  bootstrap: bootstrap(announced),
  program: program(announced),
  me,
  activity,
  vouchers,
  voucher,
  quote,
  cart,
  export: exported,
  board,
});
