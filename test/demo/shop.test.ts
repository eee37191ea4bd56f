import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jwtVerify } from 'jose';
import { type Browser, now, openShop, tokenKey } from './browser.js';
import { amountOff, voucher } from './fixtures.js';

const pages = ['/', '/products/ember', '/cart', '/account', '/imprint', '/club-terms'];

const addEmber = (browser: Browser): Promise<Response> =>
  browser.post('/cart/add', { product: 'ember', choice: '250', grind: 'bean', qty: '2' });

const checkout = (browser: Browser, total: number): Promise<Response> =>
  browser.post('/checkout', { total: String(total) });

test('every page answers in both languages, under a strict policy with a fresh nonce', async () => {
  const browser = openShop();
  const nonces = new Set<string>();
  for (const path of pages) {
    for (const lang of ['de', 'en']) {
      const response = await browser.get(`${path}?lang=${lang}`);
      const page = await response.text();
      const nonce = /<script[^>]* nonce="([^"]+)"/.exec(page)?.[1] ?? 'none';
      nonces.add(nonce);
      assert.equal(response.status, 200);
      assert.match(page, new RegExp(`<html lang="${lang}"`));
      assert.ok(response.headers.get('content-security-policy')?.includes(`'nonce-${nonce}'`));
      assert.doesNotMatch(page, /\sstyle="|\son\w+="|undefined|\[object/);
    }
  }
  assert.equal(nonces.size, pages.length * 2);
});

test('who only looks around gets no cookie; the language is remembered', async () => {
  const browser = openShop();
  const first = await browser.get('/');
  assert.equal(first.headers.get('set-cookie'), null);
  const second = await browser.get('/?lang=en');
  assert.match(second.headers.get('set-cookie') ?? '', /HttpOnly; SameSite=Lax/);
  assert.match(await browser.text('/'), /<html lang="en"/);
});

test('a member gets a token for five minutes, a guest gets none', async () => {
  const browser = openShop();
  const guest = await browser.get('/demo/token');
  assert.equal(guest.headers.get('cache-control'), 'no-store');
  assert.deepEqual(await guest.json(), { token: null });

  await browser.get('/?member=near');
  const { token } = (await (await browser.get('/demo/token')).json()) as { token: string };
  const { payload, protectedHeader } = await jwtVerify(
    token,
    new TextEncoder().encode(tokenKey.secret),
    { issuer: 'shop_oak', audience: 'loyalty-widget', subject: 'c_near', currentDate: now },
  );
  assert.equal(protectedHeader.kid, 'k1');
  assert.equal(payload['scope'], 'read redeem act profile');
  assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 300);

  const asked = (await (await browser.get('/demo/token?member=guest')).json()) as unknown;
  assert.deepEqual(asked, { token: null });
});

test('signing in changes the session id', async () => {
  const browser = openShop();
  const before = (await addEmber(browser)).headers.get('set-cookie');
  const after = (await browser.get('/?member=top')).headers.get('set-cookie');
  assert.ok(before && after && before !== after);
  assert.match(await browser.text('/cart'), /25,80/);
});

test('an order of a member is told once, with what was really paid for the goods', async () => {
  const browser = openShop();
  await browser.get('/?member=near&lang=en');
  browser.vouchers.push(voucher(amountOff(500), 'OAK-5'));
  await addEmber(browser);
  const applied = await browser.get('/cart/apply?code=oak-5');
  assert.equal(applied.headers.get('location'), '/cart');
  assert.match(await browser.text('/cart'), /Code OAK-5 is applied/);

  const total = 2580 - 500 + 490;
  const [first, second] = await Promise.all([checkout(browser, total), checkout(browser, total)]);
  assert.equal(first.headers.get('location'), '/orders/1043');
  assert.equal(second.headers.get('location'), '/orders/1043');
  assert.deepEqual(browser.events, [
    {
      id: 'order-1043-paid',
      type: 'order.paid',
      at: now.toISOString(),
      member: 'c_near',
      order: {
        id: '1043',
        currency: 'EUR',
        total: 2080,
        lines: [
          { product: 'ember', variant: '250-bean', collections: ['coffee'], qty: 2, total: 2080 },
        ],
        codes: ['OAK-5'],
        channel: 'web',
      },
    },
  ]);
  assert.match(await browser.text('/orders/1043'), /Thank you, Jonas/);

  await browser.post('/orders/1043/return');
  await browser.post('/orders/1043/return');
  assert.deepEqual(browser.events.slice(1), [
    {
      id: 'order-1043-refunded',
      type: 'order.refunded',
      at: now.toISOString(),
      member: 'c_near',
      order: { id: '1043' },
    },
  ]);
});

test('nobody pays a sum they have not seen', async () => {
  const browser = openShop();
  await browser.get('/?member=near&lang=en');
  browser.vouchers.push(voucher(amountOff(500), 'OAK-5'));
  await addEmber(browser);
  await browser.post('/cart/code', { code: 'OAK-5' });
  browser.vouchers.length = 0;
  const response = await checkout(browser, 2570);
  assert.equal(response.headers.get('location'), '/cart');
  assert.match(await browser.text('/cart'), /€30.70/);
  assert.deepEqual(browser.events, []);
});

test('an order of a guest goes through and is nobody else’s to read', async () => {
  const browser = openShop();
  await addEmber(browser);
  const response = await checkout(browser, 3070);
  assert.equal(response.headers.get('location'), '/orders/1043');
  assert.equal((await browser.get('/orders/1043')).status, 200);
  assert.deepEqual(browser.events, []);
  await browser.post('/account/sign-out');
  assert.equal((await browser.get('/orders/1043')).status, 404);
});

test('reviews and check-ins are told, each with an id that counts once', async () => {
  const browser = openShop();
  const review = { stars: '4', text: '<script>alert(1)</script> & good' };
  const asGuest = await browser.post('/products/mug/review', review);
  assert.equal(asGuest.headers.get('location'), '/account');

  await browser.get('/?member=rich');
  await browser.post('/products/mug/review', review);
  await browser.post('/account/check-in');
  assert.deepEqual(
    browser.events.map(({ id, type }) => [type, id]),
    [
      ['review.published', 'review-mug-c_rich'],
      ['check-in', 'checkin-c_rich-2026-11-22'],
    ],
  );
  const page = await browser.text('/products/mug');
  assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; good/);
});

test('nonsense is refused kindly', async () => {
  const browser = openShop();
  assert.equal((await browser.get('/products/tea')).status, 404);
  assert.equal((await browser.get('/no/such/page')).status, 404);
  const strange = [
    { product: 'tea', choice: 'x', qty: '1' },
    { product: 'ember', choice: '99', grind: 'bean', qty: '1' },
    { product: 'ember', choice: '250', grind: 'sand', qty: '1' },
    { product: 'ember', choice: '250', grind: 'bean', qty: '-3' },
    { product: 'ember', choice: '250', grind: 'bean', qty: '1e9' },
  ];
  for (const form of strange) {
    assert.notEqual((await browser.post('/cart/add', form)).headers.get('location'), '/cart');
  }
  assert.match(await browser.text('/cart'), /Noch nichts drin/);
  assert.equal((await checkout(browser, 0)).headers.get('location'), '/cart');
});
