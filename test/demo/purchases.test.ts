import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createShop } from '../../demo/shop/app.js';
import { oak } from '../../demo/shop/oak.js';
import type { Outcome } from '../../src/contract/types.js';
import { createLedgerEngine } from '../../src/server/engines/ledger/index.js';
import { createEndpoint } from '../../src/server/index.js';
import { memoryStore } from '../../src/server/stores/index.js';
import { programme } from '../server/ledger/shop.js';
import { tokenKey } from './browser.js';

/** A plan of the programme, bought and cancelled at the shop's own page; the endpoint is the real one. */

const MEMBER = 'c_near';
const SECRET = 'sk_oak_of_the_tests_alone';

function open() {
  let now = Date.parse('2026-11-23T10:00:00Z');
  const clock = () => new Date(now);
  const engine = createLedgerEngine({
    store: memoryStore(),
    now: clock,
    programme: programme({
      locales: ['en', 'de'],
      tracks: [
        {
          id: 'club',
          view: 'tiers',
          title: 'Club',
          period: { kind: 'lifetime' },
          repeat: 'on-reset',
          join: 'invite',
          steps: [{ id: 'plus', title: 'Plus', needs: [] }],
        },
      ],
      rewards: [
        {
          id: 'plus',
          view: 'plan',
          title: { en: 'Ember Plus', de: 'Ember Plus' },
          detail: { en: 'Free shipping on <every> order', de: 'Versand immer gratis' },
          termsUrl: '/club-terms',
          cost: {
            kind: 'price',
            amount: { unit: 'eur', value: 3900 },
            every: 'P1Y',
            checkoutUrl: '/membership/{voucher}',
          },
          grants: [{ kind: 'status', track: 'club', step: 'plus' }],
          delivery: 'auto',
        },
      ],
    }),
  });
  const endpoint = createEndpoint({
    programmes: {
      pk_oak: {
        engine,
        origins: [],
        token: { issuer: 'shop_oak', keys: { hs256: { [tokenKey.kid]: tokenKey.secret } } },
        shopSecrets: [SECRET],
      },
    },
  });
  const shop = createShop({
    shop: oak,
    endpoint: (request) => endpoint.fetch(request),
    endpointUrl: 'http://shop.test/loyalty/v1/pk_oak',
    secretKey: SECRET,
    tokenKey,
    now: clock,
  });
  let cookie = '';
  const send = async (path: string, method = 'GET'): Promise<Response> => {
    const response = await shop.fetch(
      new Request(`http://shop.test${path}`, { method, headers: cookie ? { cookie } : {} }),
    );
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const redeem = async (member = MEMBER): Promise<string> => {
    const call = { subject: member, key: 'k', method: 'POST', path: '/p', bodyHash: 'h' };
    const { body } = await engine.once({ id: member }, call, 'en', (w) => w.redeem('plus', {}));
    return (body as Outcome).voucher?.applyUrl ?? '';
  };
  return {
    send,
    redeem,
    page: async (path: string) => (await send(path)).text(),
    later: (ms: number) => (now += ms),
    step: async () => (await engine.me({ id: MEMBER }, 'en')).tracks[0],
  };
}

test('a plan is bought with the words that the law asks for, in both languages', async () => {
  const shop = open();
  const path = await shop.redeem();
  await shop.send('/?member=near&lang=de');
  const german = await shop.page(path);
  assert.match(german, /<button[^>]*>\s*Zahlungspflichtig bestellen\s*<\/button>/);
  assert.match(german, /39,00/);
  assert.match(german, /Jederzeit kündbar zum Ende der bezahlten Zeit/);
  const english = await shop.page(`${path}?lang=en`);
  assert.match(english, /<button[^>]*>\s*Order with obligation to pay\s*<\/button>/);
  assert.match(english, /€39.00 a year/);
  assert.match(english, /Free shipping on &lt;every&gt; order/, 'texts stay texts');
  assert.equal((await shop.step())?.step, null, 'looking buys nothing');

  await shop.send(`${path}/pay`, 'POST');
  const bought = await shop.step();
  assert.deepEqual([bought?.step, bought?.until], ['plus', '2027-11-23T10:00:00Z']);
  const page = await shop.page(path);
  assert.match(page, /Next payment[\s\S]*23 November 2027/);
  // A second click, or a page that was still open: the same payment.
  assert.match(await shop.page(path), /<button[^>]*>\s*Cancel now\s*<\/button>/);
});

test('a plan is cancelled where the law wants it, and runs to its date', async () => {
  const shop = open();
  const path = await shop.redeem();
  await shop.send('/?member=near&lang=de');
  await shop.send(`${path}/pay`, 'POST');
  assert.match(await shop.page('/membership'), /Verträge hier kündigen/);
  assert.match(await shop.page(path), /<button[^>]*>\s*Jetzt kündigen\s*<\/button>/);
  await shop.send(`${path}/cancel`, 'POST');
  assert.match(await shop.page(path), /Gekündigt. Du kannst alles noch bis 23. November 2027/);
  assert.equal((await shop.step())?.step, 'plus');
  shop.later(366 * 86_400_000);
  assert.equal((await shop.step())?.step, null);
});

test('a plan is renewed by its next payment, once', async () => {
  const shop = open();
  const path = await shop.redeem();
  await shop.send('/?member=near&lang=en');
  await shop.send(`${path}/pay`, 'POST');
  await shop.send(`${path}/pay`, 'POST');
  assert.equal((await shop.step())?.until, '2028-11-23T10:00:00Z');
});

test('nobody sees or pays what is another’s, and a guest is asked who they are', async () => {
  const shop = open();
  const path = await shop.redeem('c_top');
  assert.equal((await shop.send(path)).headers.get('location'), '/account');
  await shop.send('/?member=near&lang=en');
  assert.equal((await shop.send(path)).status, 404);
  assert.equal((await shop.send(`${path}/pay`, 'POST')).status, 404);
  assert.equal((await shop.send('/membership/nothing')).status, 404);
});

test('what was not paid in time is not kept, and costs nothing', async () => {
  const shop = open();
  const path = await shop.redeem();
  await shop.send('/?member=near&lang=en');
  shop.later(61 * 60_000);
  assert.match(await shop.page(path), /Time is up/);
  await shop.send(`${path}/pay`, 'POST');
  assert.equal((await shop.step())?.step, null);
});
