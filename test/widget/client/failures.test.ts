import { expect } from '@open-wc/testing';
import { problems } from '../../../src/contract/problems.js';
import { Client } from '../../../src/widget/client/client.js';
import { bootstrapText } from '../support/documents.js';
import { failure } from '../support/fails.js';
import { json, page, problem, restoreFetch, stubFetch } from '../support/fake-fetch.js';
import { HeldTimers } from '../support/held-timers.js';

const TOKEN = 'eyJ.secret-token.sig';
const KEY = 'b2b2d1de-0000-4000-8000-5e1f5e1f5e1f';
const chance = Math.random;

const client = (getToken = () => Promise.resolve<string | null>(TOKEN)) =>
  new Client({ endpoint: 'https://api.example/v1/pk', getToken, locale: () => 'de-AT' });

const bootstrap = () => json(bootstrapText());

describe('an answer that is a failure', () => {
  beforeEach(() => (Math.random = () => 0));
  afterEach(() => {
    Math.random = chance;
    restoreFetch();
  });

  const passing: [what: string, response: () => Response | Promise<Response>][] = [
    ...[500, 502, 503, 504].map((status): [string, () => Response] => [
      `${status} as a page of a proxy`,
      () => page(status),
    ]),
    ['500 without a body', () => new Response(null, { status: 500 })],
    ['503 as a problem', () => problem('upstream-busy', 503)],
    ['502 as a problem', () => problem('upstream-down', 502)],
    ['429 without patience asked', () => problem('rate-limited', 429)],
    ['a connection that breaks', () => Promise.reject(new TypeError('Failed to fetch'))],
  ];
  for (const [what, response] of passing) {
    it(`${what}: is tried three times, then told`, async () => {
      const seen = stubFetch(response);
      const error = await failure(client().call('bootstrap'));
      expect(seen).to.have.length(3);
      expect(error.isFinal).to.be.false;
    });

    it(`${what}: a write with a key is tried three times with that key`, async () => {
      const seen = stubFetch(response);
      await failure(client().call('redeem', { id: 'off5', key: KEY }));
      const keys = seen.map(({ headers }) => headers.get('idempotency-key'));
      expect(keys).to.deep.equal([`"${KEY}"`, `"${KEY}"`, `"${KEY}"`]);
    });

    it(`${what}: a write without a key is never repeated`, async () => {
      const seen = stubFetch(response);
      await failure(client().call('seen', { id: 'v_77' }));
      expect(seen).to.have.length(1);
    });
  }

  it('to a guest who has signed in meanwhile, in another tab, is not repeated in their name', async () => {
    const tokens = [null, `e30.${btoa('{"sub":"ada"}')}.sig`];
    const seen = stubFetch(() => problem('token-expired', 401));
    const error = await failure(
      client(() => Promise.resolve(tokens.shift() ?? null)).call('bootstrap'),
    );
    expect(error.code).to.equal('identity-changed');
    expect(seen).to.have.length(1);
  });

  it('and passes is not noticed by the shopper', async () => {
    const seen = stubFetch((_, attempt) => (attempt < 2 ? page(502) : bootstrap()));
    expect((await client().call('bootstrap')).programRev).to.equal('p7f3');
    expect(seen).to.have.length(3);
  });

  for (const [code, { status, retry }] of Object.entries(problems)) {
    // A new token is another matter, and a verification code has to be typed first.
    const isRetried = retry === 'after' || (retry === 'same-key' && status >= 500);
    const attempts = retry === 'new-token' ? 2 : isRetried ? 3 : 1;
    it(`“${code}” (${status}) is asked ${attempts} times`, async () => {
      const seen = stubFetch(() => problem(code, status));
      const error = await failure(client().call('redeem', { id: 'off5', key: KEY }));
      expect(error.code).to.equal(code);
      expect(error.status).to.equal(status);
      expect(seen).to.have.length(attempts);
    });
  }

  for (const status of [400, 401, 403, 404, 405, 410, 413, 422]) {
    it(`${status} as a page is final and not repeated`, async () => {
      const seen = stubFetch(() => page(status));
      const error = await failure(client().call('bootstrap'));
      expect(error.code).to.equal('bad-answer');
      expect(error.status).to.equal(status);
      expect(seen).to.have.length(1);
    });
  }

  it('keeps what the problem says for the card: availability, fields, seconds', async () => {
    stubFetch(() =>
      json(
        {
          ...{ type: 'about:blank', title: 'Short', status: 409, retry: 'never' },
          code: 'insufficient-balance',
          availability: { state: 'short', missing: [{ unit: 'pts', value: 3 }] },
          errors: [{ detail: 'too long', pointer: '/answers/why' }],
        },
        409,
      ),
    );
    const error = await failure(client().call('redeem', { id: 'off5', key: KEY }));
    expect(error.availability?.missing).to.deep.equal([{ unit: 'pts', value: 3 }]);
    expect(error.errors?.[0]?.pointer).to.equal('/answers/why');
    expect(error.isFinal).to.be.true;
  });

  it('with Retry-After waits exactly so long', async () => {
    const timers = new HeldTimers(1_000);
    try {
      stubFetch((_, attempt) =>
        attempt ? bootstrap() : problem('rate-limited', 429, { 'retry-after': '5' }),
      );
      const call = client().call('bootstrap');
      await timers.fire(5_000);
      expect((await call).programRev).to.equal('p7f3');
    } finally {
      timers.restore();
    }
  });

  it('with a Retry-After beyond patience is told at once, with the seconds', async () => {
    const seen = stubFetch(() => problem('rate-limited', 429, { 'retry-after': '999999' }));
    const error = await failure(client().call('bootstrap'));
    expect(error.after).to.equal(999_999);
    expect(seen).to.have.length(1);
  });

  it('never holds the token in its words', async () => {
    const answers = [
      () => page(500),
      () => page(404),
      () => json('{"cut'),
      () => problem('member-blocked', 403),
      () => Promise.reject(new TypeError(`Failed to fetch with ${TOKEN}`)),
    ];
    for (const response of answers) {
      stubFetch(response);
      const error = await failure(client().call('bootstrap'));
      expect(`${error.message} ${error.stack}`).not.to.contain('secret-token');
    }
  });
});
