import { expect } from '@open-wc/testing';
import { pageRoutes } from '../../contract/page-contract.js';
import { Client } from '../../../src/widget/client/client.js';
import type { Resource } from '../../../src/widget/client/port.js';
import { bootstrapText, redeemResult } from '../support/documents.js';
import { failure } from '../support/fails.js';
import { until } from '../support/fake-port.js';
import { json, page, problem, restoreFetch, stubFetch } from '../support/fake-fetch.js';
import { HeldTimers } from '../support/held-timers.js';

const TOKEN = 'eyJ.secret-token.sig';
const KEY = 'b2b2d1de-0000-4000-8000-5e1f5e1f5e1f';
const chance = Math.random;

const client = (getToken = () => Promise.resolve<string | null>(TOKEN)) =>
  new Client({ endpoint: 'https://api.example/v1/pk', getToken, locale: () => 'de-AT' });

const bootstrap = () => json(bootstrapText());

describe('a request to the endpoint', () => {
  // Full jitter at its shortest: no test waits.
  beforeEach(() => (Math.random = () => 0));
  afterEach(() => {
    Math.random = chance;
    restoreFetch();
  });

  it('carries token, language and nothing that could follow the shopper', async () => {
    const seen = stubFetch(bootstrap);
    const answer = await client().call('bootstrap', { query: { rev: 'p7', cursor: undefined } });
    expect(answer.me?.member.id).to.equal('c_1001');
    const [{ url, init, headers }] = seen as [(typeof seen)[0]];
    expect(url.href).to.equal('https://api.example/v1/pk/bootstrap?locale=de-AT&rev=p7');
    expect(headers.get('authorization')).to.equal(`Bearer ${TOKEN}`);
    expect(headers.has('content-type')).to.be.false;
    expect(init).to.include({
      method: 'GET',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    expect(init.body).to.be.undefined;
  });

  it('of a guest carries no token', async () => {
    const seen = stubFetch(bootstrap);
    await client(() => Promise.resolve(null)).call('bootstrap');
    expect(seen[0]!.headers.has('authorization')).to.be.false;
  });

  for (const [name, [method, path]] of Object.entries(pageRoutes)) {
    it(`“${name}” goes to ${method} ${path}, with the id as one segment`, async () => {
      const seen = stubFetch(() => problem('not-found', 404));
      await failure(client().call(name as Resource, { id: '../a/b?c#d', key: KEY }));
      const [{ url, init }] = seen as [(typeof seen)[0]];
      expect(init.method).to.equal(method);
      expect(url.pathname).to.equal(`/v1/pk${path.replace('{id}', '..%2Fa%2Fb%3Fc%23d')}`);
      expect(init.body === undefined).to.equal(method === 'GET');
    });
  }

  it('waits for one token, however many calls wait', async () => {
    let asked = 0;
    stubFetch(bootstrap);
    const shared = client(() => Promise.resolve(`tok${++asked}`));
    await Promise.all([1, 2, 3].map(() => shared.call('bootstrap')));
    expect(await shared.isSignedIn()).to.be.true;
    expect(asked).to.equal(1);
  });

  it('of six that hear “token-expired” together renews once and replays each once', async () => {
    let asked = 0;
    const seen = stubFetch(({ headers }) =>
      headers.get('authorization') === 'Bearer tok1' ? problem('token-expired', 401) : bootstrap(),
    );
    const shared = client(() => Promise.resolve(`tok${++asked}`));
    await Promise.all(Array.from({ length: 6 }, () => shared.call('bootstrap')));
    expect(asked).to.equal(2);
    expect(seen).to.have.length(12);
  });

  it('is replayed with the same key after a renewal', async () => {
    let asked = 0;
    const seen = stubFetch((_, attempt) =>
      attempt ? json(redeemResult()) : problem('token-expired', 401),
    );
    await client(() => Promise.resolve(`tok${++asked}`)).call('redeem', { id: 'off5', key: KEY });
    expect(seen.map(({ headers }) => headers.get('authorization'))).to.deep.equal([
      'Bearer tok1',
      'Bearer tok2',
    ]);
    expect(seen.map(({ headers }) => headers.get('idempotency-key'))).to.deep.equal([
      `"${KEY}"`,
      `"${KEY}"`,
    ]);
  });

  it('that is told “token-expired” again is given up, not asked in circles', async () => {
    let asked = 0;
    const seen = stubFetch(() => problem('token-expired', 401));
    const error = await failure(client(() => Promise.resolve(`t${++asked}`)).call('bootstrap'));
    expect(error.code).to.equal('token-expired');
    expect(error.isFinal, 'the same key may be used after signing in again').to.be.false;
    expect(asked).to.equal(2);
    expect(seen).to.have.length(2);
  });

  it('is not replayed in the name of who signed in meanwhile, in another tab', async () => {
    const tokens = ['ada', 'bob'].map((sub) => `e30.${btoa(JSON.stringify({ sub }))}.sig`);
    const seen = stubFetch(() => problem('token-expired', 401));
    const error = await failure(
      client(() => Promise.resolve(tokens.shift() ?? null)).call('redeem', {
        id: 'off5',
        key: KEY,
      }),
    );
    expect(error.code).to.equal('identity-changed');
    expect(error.isUnsent).to.be.true;
    expect(seen).to.have.length(1);
  });

  it('is not sent when the shop gives no token', async () => {
    const seen = stubFetch(bootstrap);
    const error = await failure(client(() => Promise.reject(new Error('down'))).call('bootstrap'));
    expect(error.code).to.equal('token-missing');
    expect(seen).to.be.empty;
  });

  it('is not sent any more when the shopper changed while the token was on its way', async () => {
    const seen = stubFetch(bootstrap);
    const controller = new AbortController();
    let give: (token: string) => void = () => undefined;
    const call = failure(
      client(() => new Promise((resolve) => (give = resolve))).call('redeem', {
        id: 'off5',
        key: KEY,
        signal: controller.signal,
      }),
    );
    controller.abort(new Error('signed out'));
    give(TOKEN);
    expect((await call).message).to.equal('signed out');
    expect(seen).to.be.empty;
  });
});

describe('an answer that is no answer', () => {
  afterEach(restoreFetch);

  const big = () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent++ < 40) controller.enqueue(new Uint8Array(100_000).fill(32));
        else controller.close();
      },
    });
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  };
  const odd: [what: string, response: () => Response, words: RegExp][] = [
    ['a page where JSON was expected', () => page(200), /address right/],
    ['no content type', () => new Response(new Uint8Array([123, 125])), /no type/],
    ['truncated JSON', () => json(bootstrapText().slice(0, 400)), /breaks off/],
    ['an empty body', () => json(''), /breaks off/],
    ['more than two megabytes', big, /2 MB/],
    ['another document', () => json({ hello: 'world' }), /Bootstrap is malformed/],
    ['a list', () => json([]), /Bootstrap is malformed/],
    ['null', () => json('null'), /Bootstrap is malformed/],
  ];
  for (const [what, response, words] of odd) {
    it(`(${what}) is a bad answer, asked once, and says why`, async () => {
      const seen = stubFetch(response);
      const error = await failure(client().call('bootstrap'));
      expect(error.code).to.equal('bad-answer');
      expect(error.message).to.match(words);
      expect(error.isFinal, 'nobody knows what the server did').to.be.false;
      expect(seen).to.have.length(1);
    });
  }

  it('reports an item that was left out, and keeps the others', async () => {
    const document = JSON.parse(bootstrapText()) as { program: { rewards: unknown[] } };
    document.program.rewards[0] = { id: 'broken' };
    stubFetch(() => json(document));
    const dropped: string[] = [];
    const mine = new Client({
      endpoint: 'https://api.example/v1/pk',
      getToken: () => Promise.resolve(null),
      locale: () => 'en',
      onDropped: ({ pointer }) => dropped.push(pointer),
    });
    const answer = await mine.call('bootstrap');
    expect(answer.program?.rewards.map(({ id }) => id)).to.deep.equal(['slide', 'wheel']);
    expect(dropped).to.deep.equal(['/program/rewards/0/title']);
  });
});

describe('an answer that does not come', () => {
  let timers: HeldTimers;
  beforeEach(() => {
    Math.random = () => 0;
    timers = new HeldTimers(10_000);
  });
  afterEach(() => {
    Math.random = chance;
    timers.restore();
    restoreFetch();
  });

  const never = () => new Promise<Response>(() => undefined);
  /** Headers at once, then nothing; ends as the browser would end it. */
  const slowBody = ({ init }: { init: RequestInit }) =>
    new Response(
      new ReadableStream({
        start: (controller) =>
          init.signal?.addEventListener('abort', () =>
            controller.error(new DOMException('aborted', 'AbortError')),
          ),
      }),
      { headers: { 'content-type': 'application/json' } },
    );

  for (const [what, respond] of [
    ['at all', never],
    ['beyond its headers', slowBody],
  ] as const) {
    it(`${what} is a timeout, after three attempts`, async () => {
      const seen = stubFetch(respond);
      const call = failure(client(() => Promise.resolve(null)).call('bootstrap'));
      for (let attempt = 0; attempt < 3; attempt++) {
        await until(() => seen.length > attempt);
        await timers.fire(10_000);
      }
      expect((await call).code).to.equal('timeout');
      expect(seen).to.have.length(3);
      expect(timers.size, 'no timer is left behind').to.equal(0);
    });
  }

  it('is not waited for beyond twenty seconds in all', async () => {
    const now = performance.now.bind(performance);
    let passed = 0;
    performance.now = () => now() + passed;
    timers.restore();
    timers = new HeldTimers(5_000);
    try {
      const seen = stubFetch(never);
      const call = failure(client(() => Promise.resolve(null)).call('bootstrap'));
      await until(() => seen.length > 0);
      passed = 12_000;
      await timers.fire(10_000);
      await until(() => seen.length > 1);
      passed = 20_000;
      await timers.fireNext();
      expect((await call).code).to.equal('timeout');
      expect(seen).to.have.length(2);
    } finally {
      performance.now = now;
    }
  });

  it('does not make ten things ask thirty times', async () => {
    const seen = stubFetch(() => new Response('', { status: 503 }));
    const page = client(() => Promise.resolve(null));
    await Promise.all(Array.from({ length: 10 }, () => failure(page.call('board', { id: 'all' }))));
    expect(seen).to.have.length(20);
  });

  it('and is no longer wanted ends without a sentence of ours', async () => {
    const seen = stubFetch(never);
    const controller = new AbortController();
    const call = failure(client().call('bootstrap', { signal: controller.signal }));
    const reason = new Error('the page let go');
    await until(() => seen.length);
    controller.abort(reason);
    expect(await call).to.equal(reason);
    expect(seen).to.have.length(1);
    expect(timers.size).to.equal(0);
  });
});

describe('a device that is offline', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'onLine');
    restoreFetch();
  });

  it('is told at once, and nothing is queued', async () => {
    const seen = stubFetch(bootstrap);
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    for (const call of [
      client().call('bootstrap'),
      client().call('redeem', { id: 'off5', key: KEY }),
    ]) {
      expect((await failure(call)).code).to.equal('offline');
    }
    expect(seen).to.be.empty;
  });
});
