import { expect } from '@open-wc/testing';
import { TokenKeeper, tokenFrom } from '../../../src/widget/client/token.js';
import { failure, thrown } from '../support/fails.js';
import { json, page, restoreFetch, stubFetch } from '../support/fake-fetch.js';
import { HeldTimers } from '../support/held-timers.js';

/** A shop that hands out tokens when the test says so. */
function shop() {
  const waiting: { give(token: string | null): void; fail(error: Error): void }[] = [];
  const getToken = () =>
    new Promise<string | null>((resolve, reject) => waiting.push({ give: resolve, fail: reject }));
  return { waiting, getToken };
}

describe('asking the shop who the shopper is', () => {
  it('asks once, however many calls wait for the answer', async () => {
    const { waiting, getToken } = shop();
    const keeper = new TokenKeeper(getToken);
    const answers = Promise.all([keeper.get(), keeper.get(), keeper.get()]);
    waiting[0]!.give('tok');
    expect(await answers).to.deep.equal(['tok', 'tok', 'tok']);
    expect(await keeper.get()).to.equal('tok');
    expect(waiting).to.have.length(1);
  });

  it('asks once more when many calls hear together that the token has expired', async () => {
    const { waiting, getToken } = shop();
    const keeper = new TokenKeeper(getToken);
    void keeper.get();
    waiting[0]!.give('old');
    await keeper.get();
    const renewed = Promise.all([keeper.renew('old'), keeper.renew('old')]);
    waiting[1]!.give('new');
    expect(await renewed).to.deep.equal(['new', 'new']);
    expect(await keeper.renew('old'), 'a straggler gets the new one').to.equal('new');
    expect(waiting).to.have.length(2);
  });

  it('takes an empty token for a guest', async () => {
    expect(await new TokenKeeper(() => Promise.resolve('')).get()).to.be.null;
    expect(await new TokenKeeper(() => Promise.resolve(null)).get()).to.be.null;
  });

  it('gives up on a shop that never answers, and asks anew the next time', async () => {
    const timers = new HeldTimers(10_000);
    try {
      const { waiting, getToken } = shop();
      const keeper = new TokenKeeper(getToken);
      const first = failure(keeper.get());
      await timers.fire(10_000);
      expect((await first).code).to.equal('token-missing');
      const second = keeper.get();
      waiting[1]!.give('tok');
      expect(await second).to.equal('tok');
      expect(timers.size, 'no timer is left behind').to.equal(0);
    } finally {
      timers.restore();
    }
  });

  const garbage: unknown[] = [undefined, 12, { token: 'x' }, ['x'], true];
  for (const value of garbage) {
    it(`says so when the shop answers ${JSON.stringify(value) ?? 'undefined'}`, async () => {
      const error = await failure(new TokenKeeper(() => Promise.resolve(value as string)).get());
      expect(error.code).to.equal('token-missing');
    });
  }

  it('survives a shop whose function throws at once', async () => {
    const error = await failure(
      new TokenKeeper(() => {
        throw new Error('broken page');
      }).get(),
    );
    expect(error.code).to.equal('token-missing');
    expect(error.message).to.contain('broken page');
  });

  it('does not let a late answer for the one before stand in the way of the one who signed in', async () => {
    const { waiting, getToken } = shop();
    const keeper = new TokenKeeper(getToken);
    void keeper.get();
    keeper.forget();
    const second = keeper.get();
    waiting[1]!.give('second');
    await second;
    waiting[0]!.give('first');
    await Promise.resolve();
    expect(await keeper.get()).to.equal('second');
    const renewed = keeper.renew('second');
    waiting[2]?.give('third');
    expect(await renewed, 'the expired token is really replaced').to.equal('third');
  });

  it('does not let a late failure for the one before cost the one who signed in their token', async () => {
    const { waiting, getToken } = shop();
    const keeper = new TokenKeeper(getToken);
    const first = failure(keeper.get());
    keeper.forget();
    const second = keeper.get();
    waiting[1]!.give('second');
    await second;
    waiting[0]!.fail(new Error('too late'));
    await first;
    expect(await keeper.get()).to.equal('second');
    expect(waiting).to.have.length(2);
  });
});

describe('a token address', () => {
  afterEach(restoreFetch);
  const PAGE = 'https://shop.example/cart?x=1';

  it('is asked on the shop’s own origin, with its cookies and without a cache', async () => {
    const seen = stubFetch(() => json({ token: 'tok' }));
    expect(await tokenFrom('/loyalty-token', PAGE)()).to.equal('tok');
    expect(seen[0]!.url.href).to.equal('https://shop.example/loyalty-token');
    expect(seen[0]!.init).to.include({ credentials: 'same-origin', cache: 'no-store' });
  });

  it('tells a guest by null', async () => {
    stubFetch(() => json({ token: null }));
    expect(await tokenFrom('/loyalty-token', PAGE)()).to.be.null;
  });

  for (const address of [
    'https://evil.example/token',
    '//evil.example/token',
    'http://shop.example/token',
    'https://shop.example:8443/token',
    '\\\\evil.example/token',
    'javascript:alert(1)',
    'data:application/json,{"token":"x"}',
  ]) {
    it(`is refused on another origin: ${address}`, () => {
      const seen = stubFetch(() => json({ token: 'tok' }));
      expect(thrown(() => tokenFrom(address, PAGE)).code).to.equal('bad-config');
      expect(seen).to.be.empty;
    });
  }

  const bad: [what: string, response: () => Response][] = [
    ['an error', () => json({}, 500)],
    ['a page', () => page(200)],
    ['no token at all', () => json({})],
    ['a number', () => json({ token: 7 })],
    ['null', () => json('null')],
  ];
  for (const [what, response] of bad) {
    it(`that answers ${what} gives no token, and the reason`, async () => {
      stubFetch(response);
      const error = await failure(new TokenKeeper(tokenFrom('/loyalty-token', PAGE)).get());
      expect(error.code).to.equal('token-missing');
    });
  }
});
