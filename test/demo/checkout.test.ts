import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Browser, now, openShop } from './browser.js';
import { amountOff, voucher } from './fixtures.js';

/** Two bags of ember less five euro, with shipping. */
const total = String(2580 - 500 + 490);

/** Fills the cart of Jonas and puts a code on it. */
async function fill(browser: Browser): Promise<void> {
  await browser.get('/?member=near&lang=en');
  await browser.post('/cart/add', { product: 'ember', choice: '250', grind: 'bean', qty: '2' });
  await browser.post('/cart/code', { code: 'OAK-5' });
}

const checkout = (browser: Browser): Promise<Response> => browser.post('/checkout', { total });

const placed = (response: Response): boolean =>
  response.headers.get('location')?.startsWith('/orders/') ?? false;

test('one code pays for one of several orders that are placed at once', async () => {
  const first = openShop();
  first.vouchers.push(voucher(amountOff(500), 'OAK-5'));
  const browsers = [first, ...Array.from({ length: 4 }, () => first.another())];
  for (const browser of browsers) await fill(browser);

  const responses = await Promise.all(browsers.map(checkout));
  assert.equal(responses.filter(placed).length, 1);
  assert.equal(first.events.length, 1);

  const loser = browsers.find((_, index) => !placed(responses[index] ?? new Response()));
  const page = (await loser?.text('/cart')) ?? '';
  assert.match(page, /Code OAK-5 was taken out: This code has already been used/);
  assert.match(page, /€30.70/, 'the code is removed, the goods are still there');
  assert.doesNotMatch((await loser?.text('/cart')) ?? '', /OAK-5/);
});

test('the code is held by the order that is told, before it is told', async () => {
  const browser = openShop();
  browser.vouchers.push(voucher(amountOff(500), 'OAK-5'));
  await fill(browser);
  assert.ok(placed(await checkout(browser)));
  const [event] = browser.events;
  assert.equal(event?.type === 'order.paid' && event.order.id, browser.holders.get('OAK-5'));
});

test('a code that was taken and one that was not: none is lost', async () => {
  const browser = openShop({ fault: (path) => (path.endsWith('/OAK-6/use') ? 409 : null) });
  browser.vouchers.push(voucher(amountOff(400), 'OAK-5'), voucher(amountOff(100), 'OAK-6'));
  await fill(browser);
  await browser.post('/cart/code', { code: 'OAK-6' });
  assert.equal(placed(await checkout(browser)), false);
  assert.equal(browser.holders.size, 0);
  assert.deepEqual(browser.events, []);
  const page = await browser.text('/cart');
  assert.match(page, /Code OAK-6 was taken out/);
  assert.match(page, /OAK-5/);
});

test('an endpoint that is away keeps the code in the cart and makes no order', async () => {
  const browser = openShop({ fault: (path) => (path.endsWith('/use') ? 503 : null) });
  browser.vouchers.push(voucher(amountOff(500), 'OAK-5'));
  await fill(browser);
  assert.equal(placed(await checkout(browser)), false);
  assert.deepEqual(browser.events, []);
  assert.match(await browser.text('/cart'), /We cannot check codes right now/);
  assert.match(await browser.text('/cart'), /OAK-5/);
});

test('a checkout that fails gives its codes back', async (t) => {
  t.mock.method(console, 'error', () => undefined);
  let isBroken = true;
  const browser = openShop({
    now: () => {
      if (isBroken) throw new Error('no clock');
      return now;
    },
  });
  browser.vouchers.push(voucher(amountOff(500), 'OAK-5'));
  await fill(browser);
  assert.equal((await checkout(browser)).status, 500);
  assert.equal(browser.vouchers[0]?.status, 'ready');
  isBroken = false;
  assert.ok(placed(await checkout(browser)));
});
