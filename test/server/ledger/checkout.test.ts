import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal } from '../../../src/server/engine.js';
import { stores } from '../stores/under-test.js';
import { programme, Shop } from './shop.js';

/** A shop whose Lena holds one code, and the code. */
async function withCode(
  options: ConstructorParameters<typeof Shop>[1] = {},
  expiresAt?: string,
): Promise<{ shop: Shop; code: string }> {
  const shop = new Shop(programme(), options);
  await shop.tell({
    type: 'voucher.granted',
    member: 'lena',
    title: '5 off',
    grant: { kind: 'coupon', discount: { type: 'shipping' } },
    ...(expiresAt === undefined ? {} : { expiresAt }),
  });
  const code = (await shop.me()).vouchers[0]?.code;
  if (code == null) throw new Error('no code');
  return { shop, code };
}

const refused = (work: Promise<unknown>, code: string): Promise<void> =>
  assert.rejects(work, (error) => error instanceof Refusal && error.code === code);

describe('a code at the checkout', () => {
  for (const [name, open] of Object.entries(stores)) {
    it(`goes to one of twenty orders that want it at once: ${name}`, async () => {
      const opened = await open();
      try {
        const { shop, code } = await withCode({ store: opened.store });
        const orders = Array.from({ length: 20 }, (_, n) => `o${n}`);
        const answers = await Promise.allSettled(
          orders.map((order) => shop.engine.useVoucher(code, 'lena', order)),
        );
        const winners = orders.filter((_, n) => answers[n]?.status === 'fulfilled');
        assert.equal(winners.length, 1);
        for (const answer of answers) {
          if (answer.status === 'rejected') {
            assert.equal((answer.reason as Refusal).code, 'not-eligible');
          }
        }
        assert.equal((await shop.engine.shopVoucher(code))?.status, 'used');
        assert.equal((await shop.engine.useVoucher(code, 'lena', winners[0] ?? '')).code, code);
      } finally {
        await opened.stop();
      }
    });
  }

  it('says the same to the same order, however it is typed', async () => {
    const { shop, code } = await withCode();
    const first = await shop.engine.useVoucher(code, 'lena', '1');
    assert.deepEqual([first.status, first.member], ['used', 'lena']);
    const { rev } = await shop.me();
    shop.later({ minutes: 5 });
    assert.deepEqual(await shop.engine.useVoucher(` ${code.toLowerCase()}`, 'lena', '1'), first);
    assert.equal((await shop.me()).rev, rev, 'nothing was written');
    assert.equal((await shop.me()).vouchers[0]?.usedAt, '2026-11-23T10:00:00Z');
  });

  it('is refused to another member, who does not become one by asking', async () => {
    const { shop, code } = await withCode();
    await refused(shop.engine.useVoucher(code, 'jonas', '1'), 'not-eligible');
    await refused(shop.engine.releaseVoucher(code, 'jonas', '1'), 'not-eligible');
    await refused(shop.engine.useVoucher('OAK-NO', 'lena', '1'), 'not-found');
    await refused(shop.engine.releaseVoucher('OAK-NO', 'lena', '1'), 'not-found');
    assert.equal((await shop.engine.shopVoucher(code))?.status, 'ready');
  });

  it('is refused when its time is over', async () => {
    const { shop, code } = await withCode({}, '2026-11-24T10:00:00Z');
    shop.at('2026-11-24T09:59:59.999Z');
    await shop.engine.useVoucher(code, 'lena', '1');
    shop.at('2026-11-24T10:00:00Z');
    assert.equal((await shop.engine.useVoucher(code, 'lena', '1')).status, 'used');
    assert.equal((await shop.engine.releaseVoucher(code, 'lena', '1')).status, 'expired');
    await refused(shop.engine.useVoucher(code, 'lena', '1'), 'not-eligible');
  });

  it('comes back when the checkout fails, with what could be undone before', async () => {
    const shop = new Shop(programme());
    await shop.adjust('pts', 500);
    const { id, code, undoUntil } = await shop.redeem('off5');
    await shop.engine.useVoucher(code ?? '', 'lena', '1');
    assert.equal((await shop.me()).vouchers[0]?.undoUntil, null);
    const cannot = await shop.refused((writes) => writes.cancel(id));
    assert.equal(cannot.code, 'not-refundable');
    await refused(shop.engine.releaseVoucher(code ?? '', 'lena', '2'), 'not-eligible');
    for (const time of ['once', 'again']) {
      const back = await shop.engine.releaseVoucher(code ?? '', 'lena', '1');
      assert.equal(back.status, 'ready', time);
    }
    assert.equal((await shop.me()).vouchers[0]?.undoUntil, undoUntil);
    await shop.engine.useVoucher(code ?? '', 'lena', '2');
  });

  it('stays with an order that was paid', async () => {
    const { shop, code } = await withCode();
    await shop.engine.useVoucher(code, 'lena', '1');
    await shop.pay(1000, { id: '1', codes: [code] });
    await refused(shop.engine.releaseVoucher(code, 'lena', '1'), 'not-eligible');
    assert.equal((await shop.engine.shopVoucher(code))?.status, 'used');
  });
});

describe('an order that was paid with codes', () => {
  const paid = (shop: Shop, order: string, codes: string[], member = 'lena') =>
    shop.tell(
      {
        type: 'order.paid',
        member,
        order: { id: order, currency: 'EUR', total: 1000, lines: [], codes },
      },
      `paid-${order}`,
    );

  it('hears of none that it has taken before', async () => {
    const { shop, code } = await withCode();
    await shop.engine.useVoucher(code, 'lena', '1');
    assert.deepEqual(await paid(shop, '1', [code]), { id: 'paid-1', counted: true });
  });

  it('hears which were not accepted, again when it is reported again', async () => {
    const { shop, code } = await withCode();
    assert.deepEqual(await paid(shop, '1', [code]), { id: 'paid-1', counted: true });
    const refusedCodes = [code, 'summer'];
    const codes = [...refusedCodes, 'summer'];
    const first = await paid(shop, '2', codes);
    assert.deepEqual(first, { id: 'paid-2', counted: true, refusedCodes });
    const second = await paid(shop, '2', codes);
    assert.deepEqual(second, { id: 'paid-2', counted: false, refusedCodes });
    assert.deepEqual((await paid(shop, '3', [code], 'jonas')).refusedCodes, [code]);
  });
});
