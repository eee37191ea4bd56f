import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openShop } from './browser.js';

const ember = { product: 'ember', choice: '250', grind: 'bean', qty: '2' };

test('another site cannot act in a visitor’s name', async () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://shop.test.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of foreign) {
    const browser = openShop();
    const response = await browser.post('/cart/add', ember, headers);
    assert.equal(response.status, 403, JSON.stringify(headers));
    assert.equal(response.headers.get('set-cookie'), null);
    assert.match(await browser.text('/cart'), /Noch nichts drin/);
  }
});

test('the shop’s own pages can', async () => {
  const own: Record<string, string>[] = [
    {},
    { origin: 'http://shop.test' },
    { origin: 'http://shop.test', 'sec-fetch-site': 'same-origin' },
  ];
  for (const headers of own) {
    const response = await openShop().post('/cart/add', ember, headers);
    assert.equal(response.headers.get('location'), '/cart', JSON.stringify(headers));
  }
});

test('a link from another site may still lead to the shop', async () => {
  const browser = openShop();
  assert.equal((await browser.get('/products/ember')).status, 200);
});

test('who switches to another member leaves the orders behind', async () => {
  const browser = openShop();
  await browser.get('/?member=near');
  await browser.post('/cart/add', ember);
  await browser.post('/checkout', { total: '3070' });
  await browser.get('/?member=near');
  assert.equal((await browser.get('/orders/1043')).status, 200);
  for (const next of ['top', 'guest']) {
    await browser.get(`/?member=${next}`);
    assert.equal((await browser.get('/orders/1043')).status, 404, next);
  }
});

test('the language link stays with the shop, whatever the path begins with', async () => {
  for (const path of ['//evil.example', '///evil.example', '/.//evil.example']) {
    const page = await openShop().text(path);
    assert.match(page, /href="\/evil\.example\?lang=en"/, path);
    assert.doesNotMatch(page, /href="\/\/evil/);
  }
});
