import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createEndpoint } from '../../../src/server/index.js';
import { createLedgerEngine } from '../../../src/server/engines/ledger/index.js';
import { memoryStore } from '../../../src/server/stores/index.js';
import { onStores } from './on-stores.js';
import { basics, programme, type Shop } from './shop.js';

const form = (id: string) => ({
  id,
  trigger: 'survey',
  title: id,
  grants: [],
  cta: { kind: 'form', form: [{ id: 'score', type: 'nps', label: 'Score?', required: true }] },
  confirm: 'client',
});
const rules = [basics.rules[0], form('nps'), form('taste')];
const answer = (shop: Shop, rule: string, score: number, member = 'lena') =>
  shop.act((writes) => writes.complete(rule, { answers: { score } }), { member });

onStores('what members answered', (open) => {
  const read = async (shop: Shop, page: { limit: number; cursor?: string; rule?: string }) => {
    const { items = [], next = null } = (await shop.engine.answers?.(page)) ?? {};
    return { scores: items.map(({ answers }) => answers['score']), items, next };
  };

  it('is read in pages, oldest first, and later answers follow where the last page ended', async () => {
    const shop = open({ rules });
    for (const score of [9, 3, 10]) await answer(shop, 'nps', score);
    await answer(shop.later({ days: 1 }), 'taste', 5, 'tom');
    const first = await read(shop, { limit: 2, rule: 'nps' });
    const second = await read(shop, { limit: 2, rule: 'nps', cursor: first.next ?? '' });
    // All at one moment: in one order, whatever it is, and none twice.
    assert.deepEqual([...first.scores, ...second.scores].sort(), [10, 3, 9]);
    const third = await read(shop, { limit: 2, rule: 'nps', cursor: second.next ?? '' });
    assert.deepEqual([third.scores, third.next], [[], second.next]);
    await answer(shop, 'nps', 7, 'tom');
    assert.deepEqual(
      (await read(shop, { limit: 2, rule: 'nps', cursor: third.next ?? '' })).scores,
      [7],
    );
    const all = await read(shop, { limit: 50 });
    assert.deepEqual(
      all.items
        .map(({ rule, member }) => [rule, member])
        .slice(3)
        .sort(),
      [
        ['nps', 'tom'],
        ['taste', 'tom'],
      ],
    );
  });

  it('refuses a cursor that it did not write', async () => {
    const shop = open({ rules });
    await assert.rejects(read(shop, { limit: 2, cursor: '???' }), { code: 'cursor-expired' });
  });
});

it('what members answered is for the shop alone', async () => {
  const engine = createLedgerEngine({ store: memoryStore(), programme: programme({ rules }) });
  const secret = 'sk_oak_of_the_tests_alone';
  const endpoint = createEndpoint({
    programmes: {
      pk: {
        engine,
        origins: [],
        token: { issuer: 'shop', keys: { hs256: { k1: 'a shared secret of at least 32 bytes' } } },
        shopSecrets: [secret],
      },
    },
  });
  const ask = (path: string, headers: Record<string, string> = {}) =>
    endpoint.fetch(new Request(`http://shop.test/loyalty/v1/pk${path}`, { headers }));
  assert.equal((await ask('/shop/answers')).status, 401);
  const authorization = `Bearer ${secret}`;
  const answers = await ask('/shop/answers?rule=nps&limit=5', { authorization });
  assert.deepEqual([answers.status, await answers.json()], [200, { items: [], next: null }]);
  assert.equal((await ask('/shop/answers?limit=0', { authorization })).status, 422);
  assert.equal((await ask('/shop/purchases/v_none', { authorization })).status, 404);
  const none = await ask('/shop/members/lena/purchases', { authorization });
  assert.deepEqual(await none.json(), { items: [] });
});
