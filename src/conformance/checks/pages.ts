import { expect, need, type Check } from '../check.js';
import type { Answer } from '../answer.js';

/** What a browser lets the shop's page read, and what caches may keep. */

const ALLOWED = ['authorization', 'content-type', 'idempotency-key', 'if-none-match'];
const EXPOSED = ['etag', 'retry-after', 'date', 'deprecation', 'sunset'];
const FOREIGN = 'https://not-on-the-list.example';

const list = (header: string | null): string[] =>
  (header ?? '').split(',').map((name) => name.trim().toLowerCase());

const allowedOrigin = ({ headers }: Answer): string =>
  headers.get('Access-Control-Allow-Origin') ?? 'nothing';

function expectOrigin(answer: Answer, origin: string): void {
  const allowed = allowedOrigin(answer);
  expect(
    allowed === origin,
    `${answer.request} answered ${answer.status} and allows ${allowed} in place of ${origin}`,
  );
}

const noStore = ({ headers }: Answer): boolean =>
  list(headers.get('Cache-Control')).includes('no-store');

export const pages: readonly Check[] = [
  {
    id: 'cors-preflight',
    section: '4',
    must: 'A preflight lets the shop’s page send what the widget sends',
    remedy:
      'Answer OPTIONS with Access-Control-Allow-Origin (the page’s own), -Allow-Methods and ' +
      '-Allow-Headers: authorization, content-type, idempotency-key, if-none-match. Ask for no token.',
    async run(endpoint) {
      const { origin } = endpoint.target;
      const answer = await endpoint.ask('OPTIONS', '/rewards/any/redeem', {
        headers: {
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': ALLOWED.join(','),
        },
      });
      expect(
        answer.status >= 200 && answer.status < 300,
        `the preflight was answered with ${answer.status}`,
      );
      expectOrigin(answer, origin);
      const methods = list(answer.headers.get('Access-Control-Allow-Methods'));
      expect(methods.includes('post'), `POST is not allowed, only ${methods.join(', ')}`);
      const headers = list(answer.headers.get('Access-Control-Allow-Headers'));
      const missing = ALLOWED.filter((name) => !headers.includes(name));
      expect(missing.length === 0, `not allowed: ${missing.join(', ')}`);
    },
  },
  {
    id: 'cors-answers',
    section: '4',
    must: 'Good answers and problems alike can be read by the shop’s page',
    remedy: 'Put the CORS headers on every answer, 401 and 404 too, before anything can fail.',
    async run(endpoint) {
      const { origin, member } = endpoint.target;
      for (const answer of [
        await endpoint.ask('GET', '/bootstrap'),
        await endpoint.ask('GET', '/bootstrap', { as: member }),
        await endpoint.ask('POST', '/rewards/any/redeem', { body: {} }),
        await endpoint.ask('POST', '/no-such-thing', { body: {} }),
      ]) {
        expectOrigin(answer, origin);
      }
    },
  },
  {
    id: 'cors-exposed',
    section: '4',
    must: 'The page may read the headers that the widget needs',
    remedy: `Send Access-Control-Expose-Headers: ${EXPOSED.join(', ')}.`,
    async run(endpoint) {
      const { headers } = await endpoint.ask('GET', '/bootstrap');
      const exposed = list(headers.get('Access-Control-Expose-Headers'));
      const missing = EXPOSED.filter((name) => !exposed.includes(name));
      expect(missing.length === 0, `not exposed: ${missing.join(', ')}`);
    },
  },
  {
    id: 'cors-vary',
    section: '4',
    must: 'A cache keeps the answers to two origins apart',
    remedy: 'Send Vary: Origin on every answer that names an origin.',
    async run(endpoint) {
      const { headers } = await endpoint.ask('GET', '/bootstrap');
      expect(list(headers.get('Vary')).includes('origin'), `Vary is ${headers.get('Vary')}`);
    },
  },
  {
    id: 'cors-foreign',
    section: '4',
    must: 'A page that is not on the list reads nothing',
    remedy: 'Compare the whole Origin with the list of the key; never answer * or what was asked.',
    async run(endpoint) {
      const asked = { headers: { Origin: FOREIGN } };
      for (const answer of [
        await endpoint.ask('GET', '/bootstrap', asked),
        await endpoint.ask('OPTIONS', '/bootstrap', {
          headers: { ...asked.headers, 'Access-Control-Request-Method': 'GET' },
        }),
      ]) {
        const allowed = allowedOrigin(answer);
        expect(allowed !== '*' && allowed !== FOREIGN, `${answer.request} lets ${FOREIGN} read`);
      }
    },
  },
  {
    id: 'cors-credentials',
    section: '4',
    must: 'No cookies, neither asked for nor set',
    remedy:
      'Send neither Access-Control-Allow-Credentials nor Set-Cookie: the token says who it is.',
    async run(endpoint) {
      await endpoint.ask('GET', '/bootstrap', { as: endpoint.target.member });
      for (const { request, headers } of endpoint.answers) {
        expect(!headers.has('Set-Cookie'), `${request} set a cookie`);
        expect(
          !headers.has('Access-Control-Allow-Credentials'),
          `${request} lets cookies along (Access-Control-Allow-Credentials)`,
        );
      }
    },
  },
  {
    id: 'cache-private',
    section: '4',
    must: 'What is a member’s own is kept by no shared cache',
    remedy: 'Send Cache-Control: private (with no-cache) or no-store wherever a token was sent.',
    async run(endpoint) {
      const { member } = endpoint.target;
      for (const path of ['/bootstrap', '/me']) {
        const { status, headers } = await endpoint.ask('GET', path, { as: member });
        if (status === 404 || status === 501) continue;
        const said = list(headers.get('Cache-Control'));
        expect(
          said.includes('private') || said.includes('no-store'),
          `GET ${path} says Cache-Control: ${headers.get('Cache-Control')}`,
        );
      }
    },
  },
  {
    id: 'cache-etag',
    section: '4',
    must: 'A document that has not changed is answered with 304',
    remedy: 'Send an ETag, and 304 without a body for the same tag in If-None-Match.',
    async run(endpoint) {
      const { member } = endpoint.target;
      const first = await endpoint.ask('GET', '/me', { as: member });
      need(first.status === 200, 'GET /me is not served; the bootstrap document suffices');
      const tag = first.headers.get('ETag');
      expect(tag !== null, 'GET /me has no ETag');
      const again = await endpoint.ask('GET', '/me', {
        as: member,
        headers: { 'If-None-Match': tag },
      });
      expect(again.status === 304, `GET /me with its own tag was answered with ${again.status}`);
      expect(again.text === '', 'the 304 has a body');
    },
  },
  {
    id: 'cache-program',
    section: '4',
    must: 'The programme can be kept by a CDN',
    remedy: 'Send Cache-Control: public with s-maxage, and an ETag, on GET /program.',
    async run(endpoint) {
      const { status, headers } = await endpoint.ask('GET', '/program');
      need(status === 200, 'GET /program is not served; the bootstrap document suffices');
      const said = list(headers.get('Cache-Control'));
      expect(said.includes('public'), `Cache-Control is ${headers.get('Cache-Control')}`);
      expect(headers.has('ETag'), 'there is no ETag');
    },
  },
  {
    id: 'cache-no-store',
    section: '4',
    must: 'Pages of the ledger and refusals are not stored',
    remedy: 'Send Cache-Control: no-store on everything but bootstrap, program, me and boards.',
    async run(endpoint) {
      const { member } = endpoint.target;
      const { capabilities = [] } = await endpoint.program();
      const answers = [await endpoint.ask('POST', '/rewards/any/redeem', { body: {} })];
      if (capabilities.includes('activity.pages')) {
        answers.push(await endpoint.ask('GET', '/activity', { as: member }));
      }
      if (capabilities.includes('vouchers.pages')) {
        answers.push(await endpoint.ask('GET', '/vouchers', { as: member }));
      }
      for (const answer of answers) {
        const said = answer.headers.get('Cache-Control');
        expect(noStore(answer), `${answer.request} says Cache-Control: ${said}`);
      }
    },
  },
  {
    id: 'no-redirects',
    section: '4',
    must: 'No answer sends the widget elsewhere',
    remedy: 'Serve the address that the shop configured; the widget follows no redirect.',
    async run(endpoint) {
      await endpoint.ask('GET', '/bootstrap');
      await endpoint.ask('GET', '/bootstrap', { as: endpoint.target.member });
      const moved = endpoint.answers.find(
        ({ status }) => status >= 300 && status < 400 && status !== 304,
      );
      expect(!moved, `${moved?.request} was answered with ${moved?.status}`);
    },
  },
];
