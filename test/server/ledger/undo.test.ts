import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Outcome } from '../../../src/contract/types.js';
import { basics, programme, Shop, unitsWith } from './shop.js';

const price = (value: number, unit = 'pts') => ({ kind: 'fixed', amount: { unit, value } });
const off = (cents: number) => ({
  kind: 'coupon',
  discount: { type: 'amount', amount: { unit: 'eur', value: cents } },
});
const reward = (id: string, parts: Record<string, unknown> = {}) => ({
  id,
  view: 'card',
  title: id,
  cost: price(100),
  grants: [off(100)],
  delivery: 'code',
  ...parts,
});
const rich = async (rewards: unknown[], parts: Record<string, unknown> = {}, options = {}) => {
  const shop = new Shop(programme({ rewards, ...parts }), options);
  await shop.adjust('pts', 5000);
  return shop;
};

describe('undoing', () => {
  const undo = (shop: Shop, id: string) => shop.act((writes) => writes.cancel(id));
  const no = (shop: Shop, id: string, member?: string) =>
    shop.refused((writes) => writes.cancel(id), member === undefined ? {} : { member });

  it('puts the points back into the lots they came from, with their old expiry', async () => {
    const units = unitsWith('pts', { expiresAfter: 'P1M' });
    const shop = new Shop(programme({ units }), { now: '2026-11-01T10:00:00Z' });
    await shop.pay(40_000);
    await shop.later({ days: 10 }).pay(40_000);
    const before = await shop.wallet();
    const voucher = await shop.redeem('off5');
    assert.equal(voucher.undoUntil, '2026-11-11T10:30:00Z');
    const { status, body } = await undo(shop, voucher.id);
    assert.equal(status, 200);
    assert.equal((body as Outcome).voucher?.status, 'cancelled');
    assert.deepEqual(await shop.wallet(), before);
    assert.equal((await shop.me()).activity[0]?.kind, 'refund');
  });

  it('gives the limit and the stock back', async () => {
    const limited = reward('one', { limit: { count: 1, per: 'month' }, stock: 1, undoMinutes: 10 });
    const shop = await rich([limited]);
    await undo(shop, (await shop.redeem('one')).id);
    assert.equal((await shop.reward('one')).availability.state, 'available');
    await shop.redeem('one');
  });

  it('is possible in time only', async () => {
    const shop = await rich(basics.rewards);
    const { id } = await shop.redeem('off5');
    shop.later({ minutes: 30, ms: 1 });
    const late = await no(shop, id);
    assert.deepEqual(
      [late.code, late.detail],
      ['not-refundable', 'The time to undo this is over.'],
    );
    shop.later({ ms: -1 });
    assert.equal((await undo(shop, id)).status, 200);
    assert.equal((await no(shop, id)).code, 'not-refundable');
  });

  it('is not possible for what was used, what was never to be undone, and what is another’s', async () => {
    const shop = await rich([...basics.rewards, reward('final')]);
    const used = await shop.redeem('off5');
    await shop.pay(1000, { codes: [used.code ?? ''] });
    assert.equal((await no(shop, used.id)).detail, 'The voucher has been used already.');
    const final = await shop.redeem('final');
    assert.equal((await no(shop, final.id)).code, 'not-refundable');
    const mine = await shop.redeem('off5');
    assert.equal((await no(shop, mine.id, 'jonas')).code, 'not-found');
  });

  it('of credit is possible while the credit is there', async () => {
    const grants = [{ kind: 'unit', amount: { unit: 'eur', value: 300 } }];
    const rewards = [
      reward('credit', { grants, delivery: 'auto', refundable: true }),
      reward('buy', { cost: price(100, 'eur') }),
    ];
    const shop = await rich(rewards);
    const first = await shop.redeem('credit');
    assert.equal(first.status, 'used');
    await undo(shop, first.id);
    assert.deepEqual([await shop.available(), await shop.available('eur')], [5000, 0]);
    const second = await shop.redeem('credit');
    await shop.redeem('buy');
    assert.match((await no(shop, second.id)).detail ?? '', /spent already/);
  });
});
