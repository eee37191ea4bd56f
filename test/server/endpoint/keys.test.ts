import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { credit, openShop, problemIn, tokenFor, type Shop } from '../support/endpoint-shop.js';

const longest = 'k'.repeat(255);

async function press(shop: Shop, key: string | undefined): Promise<Response> {
  return shop.call('POST', '/rewards/off5/redeem', { token: await tokenFor(), key });
}

async function shopOfOneWith(value: number): Promise<Shop> {
  const shop = openShop();
  await credit(shop, 'ada', value);
  return shop;
}

describe('one press is one press, however a client writes its key', () => {
  const spellings: [name: string, first: string, again: string][] = [
    ['bare or in quotes', 'k1', '"k1"'],
    ['with a parameter that means nothing here', 'k1', '"k1";v=1'],
    ['with spaces before the parameter', 'k1', '"k1"   ;v=1'],
    ['with spaces around it', 'k1', '  k1\t'],
    ['with a quote in it', '"a\\"b"', '"a\\"b";v=1'],
    ['with a backslash at its end', 'a\\', '"a\\\\"'],
    ['with a comma, which needs the quotes', '"a,b"', '"a,b";v=1'],
    ['with a space, which needs the quotes', '"a b"', '"a b" ;v'],
    ['as long as a key may be', longest, `"${longest}"`],
    ['as short as a key may be', 'k', '"k"'],
  ];
  for (const [name, first, again] of spellings) {
    it(`${name}: the second one gets the first answer, and nothing is paid again`, async () => {
      const shop = await shopOfOneWith(1000);
      const [paid, repeated] = [await press(shop, first), await press(shop, again)];
      assert.deepEqual([paid.status, repeated.status], [200, 200]);
      assert.equal(repeated.headers.get('Idempotency-Replayed'), 'true');
      assert.equal(await repeated.text(), await paid.text());
    });
  }

  const different: [name: string, first: string, second: string][] = [
    ['capitals', 'key', 'KEY'],
    ['a quote inside', '"ab"', '"a\\"b"'],
    ['a backslash inside', 'ab', 'a\\b'],
    ['a space inside the quotes', '"k"', '" k"'],
    ['the last letter of a long one', longest, `${'k'.repeat(254)}l`],
  ];
  for (const [name, first, second] of different) {
    it(`two keys that differ in ${name} are two presses`, async () => {
      const shop = await shopOfOneWith(1000);
      const answers = [await press(shop, first), await press(shop, second)];
      assert.deepEqual(
        answers.map(({ status, headers }) => [status, headers.get('Idempotency-Replayed')]),
        [
          [200, null],
          [200, null],
        ],
      );
    });
  }
});

describe('a press without a usable key moves nothing, and its client is told what to send', () => {
  const missing: [name: string, key: string | undefined][] = [
    ['no key', undefined],
    ['an empty one', ''],
    ['only spaces', '  \t'],
  ];
  for (const [name, key] of missing) {
    it(`${name}: one key for each wish, the same on every retry`, async () => {
      const shop = await shopOfOneWith(1000);
      const response = await press(shop, key);
      assert.equal(response.status, 400);
      const { code, detail } = await problemIn(response);
      assert.equal(code, 'idempotency-key-missing');
      assert.match(detail, /needs an Idempotency-Key header: one key for each intent of the shop/);
      assert.match(detail, /the same one on every retry\.$/);
    });
  }

  const unreadable: [name: string, key: string][] = [
    ['an empty text in quotes', '""'],
    ['a quote that never closes', '"open'],
    ['a quote that never opens', 'open"'],
    ['something before the quotes', 'x"k"'],
    ['something after the quotes', '"k"x'],
    ['two quoted keys in one header', '"a", "b"'],
    ['two bare keys in one header', 'a, b'],
    ['a space without quotes', 'a b'],
    ['an escape that does not exist', '"a\\nb"'],
    ['a letter outside ASCII', 'k\u00e4'],
    ['a space outside ASCII around it', '\u00a0k'],
    ['a letter outside ASCII in quotes', '"k\u00e4"'],
    ['one letter too many', `${longest}k`],
    ['one letter too many in quotes', `"${longest}k"`],
  ];
  for (const [name, key] of unreadable) {
    it(`${name}: how long a key is, and of what letters`, async () => {
      const shop = await shopOfOneWith(1000);
      const response = await press(shop, key);
      assert.equal(response.status, 400);
      const { code, detail } = await problemIn(response);
      assert.equal(code, 'idempotency-key-missing');
      assert.match(detail, /header cannot be read\. Send one string of 1 to 255 printable ASCII/);
      assert.match(detail, /in quotes or bare\.$/);
      assert.deepEqual(
        shop.engine.calls.filter((call) => JSON.stringify(call).includes('redeem')),
        [],
      );
    });
  }
});
