import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Outcome, Voucher } from '../../../src/contract/types.js';
import { onStores } from './on-stores.js';
import { basics, type Shop } from './shop.js';

const checkoutUrl = '/membership/{voucher}';
const plan = (parts: Record<string, unknown> = {}) => ({
  id: 'plus',
  view: 'plan',
  title: 'Plus',
  cost: { kind: 'price', amount: { unit: 'eur', value: 3900 }, every: 'P1Y', checkoutUrl },
  grants: [
    { kind: 'status', track: 'club', step: 'plus' },
    { kind: 'unit', amount: { unit: 'pts', value: 100 } },
  ],
  limit: { count: 1, per: 'once' },
  delivery: 'auto',
  ...parts,
});
const club = (parts: Record<string, unknown> = {}) => ({
  id: 'club',
  view: 'tiers',
  title: 'Club',
  period: { kind: 'lifetime' },
  repeat: 'on-reset',
  join: 'invite',
  steps: [{ id: 'plus', title: 'Plus', needs: [], perks: [{ title: 'Free shipping' }] }],
  ...parts,
});
const paid = (shop: Shop, voucher: Voucher, more: Record<string, unknown> = {}) =>
  shop.tell({ type: 'plan.paid', member: 'lena', voucher: voucher.id, ...more });
const voucherOf = async (shop: Shop, id: string): Promise<Voucher> =>
  shop.engine.voucher({ id: 'lena' }, id, 'en');

onStores('a paid plan', (open) => {
  const start = (parts: Record<string, unknown> = {}, track: Record<string, unknown> = {}) =>
    open({ tracks: [club(track)], rewards: [plan(parts)] });

  it('gives nothing before it is paid, and leads to the checkout', async () => {
    const shop = start();
    assert.equal((await shop.track('club')).status, 'locked');
    const voucher = await shop.redeem('plus');
    assert.deepEqual(
      [voucher.status, voucher.applyUrl, voucher.cost, voucher.code, voucher.expiresAt],
      [
        'pending',
        `/membership/${voucher.id}`,
        { unit: 'eur', value: 3900 },
        null,
        '2026-11-23T11:00:00Z',
      ],
    );
    assert.equal((await shop.track('club')).step, null);
    assert.equal(await shop.available(), 0);
    assert.equal((await shop.me()).activity.length, 0);
  });

  it('runs from its payment to the renewal date, with what it gives', async () => {
    const shop = start();
    const voucher = await shop.redeem('plus');
    await paid(shop, voucher);
    const running = await voucherOf(shop, voucher.id);
    assert.deepEqual(
      [running.status, running.renewsAt, running.expiresAt, running.applyUrl],
      ['ready', '2027-11-23T10:00:00Z', null, undefined],
    );
    const state = await shop.track('club');
    assert.deepEqual(
      [state.step, state.until, state.status],
      ['plus', '2027-11-23T10:00:00Z', 'done'],
    );
    assert.equal(await shop.available(), 100);
    const [line] = (await shop.me()).activity;
    assert.deepEqual([line?.title, line?.because?.[0]?.text], ['Paid: Plus', 'Paid: €39']);
  });

  it('counts the same payment once', async () => {
    const shop = start();
    const voucher = await shop.redeem('plus');
    for (let i = 0; i < 2; i += 1) {
      await shop.tell({ type: 'plan.paid', member: 'lena', voucher: voucher.id }, 'payment-1');
    }
    assert.equal((await voucherOf(shop, voucher.id)).renewsAt, '2027-11-23T10:00:00Z');
    assert.equal(await shop.available(), 100);
  });

  it('is renewed from the old date on when it is paid early', async () => {
    const shop = start();
    const voucher = await shop.redeem('plus');
    await paid(shop, voucher);
    await paid(shop.at('2027-11-20T10:00:00Z'), voucher);
    assert.equal((await shop.track('club')).until, '2028-11-23T10:00:00Z');
    assert.equal(await shop.available(), 200);
    shop.at('2028-11-23T09:59:59Z');
    assert.equal((await shop.track('club')).step, 'plus');
    shop.at('2028-11-23T10:00:00Z');
    assert.equal((await shop.track('club')).step, null);
    assert.equal((await voucherOf(shop, voucher.id)).status, 'expired');
  });

  it('waits a little for a late payment where the file says so', async () => {
    const shop = start({ grace: 'P3D' });
    const voucher = await shop.redeem('plus');
    await paid(shop, voucher);
    shop.at('2027-11-25T10:00:00Z');
    assert.equal((await shop.track('club')).step, 'plus');
    await paid(shop, voucher);
    assert.equal((await voucherOf(shop, voucher.id)).renewsAt, '2028-11-23T10:00:00Z');
    shop.at('2028-11-26T10:00:00Z');
    assert.equal((await shop.track('club')).step, null);
  });

  it('begins anew from a payment that comes after it has ended', async () => {
    const shop = start();
    const voucher = await shop.redeem('plus');
    await paid(shop, voucher);
    shop.at('2027-12-01T10:00:00Z');
    assert.equal((await shop.track('club')).step, null);
    await paid(shop, voucher);
    assert.equal((await shop.track('club')).until, '2028-12-01T10:00:00Z');
  });

  it('that is cancelled runs to its date and no further', async () => {
    const shop = start({ grace: 'P3D' });
    const voucher = await shop.redeem('plus');
    await paid(shop, voucher);
    await shop.tell({
      type: 'plan.cancelled',
      member: 'lena',
      voucher: voucher.id,
      ends: 'renewal',
    });
    const running = await voucherOf(shop, voucher.id);
    assert.deepEqual(
      [running.status, running.renewsAt, running.expiresAt],
      ['ready', undefined, '2027-11-23T10:00:00Z'],
    );
    assert.equal((await shop.track('club')).until, '2027-11-23T10:00:00Z');
    shop.at('2027-11-23T10:00:00Z');
    assert.equal((await shop.track('club')).step, null);
  });

  it('that is paid back ends at once, with what the last payment gave', async () => {
    const shop = start();
    const voucher = await shop.redeem('plus');
    await paid(shop, voucher);
    await shop.tell({ type: 'plan.cancelled', member: 'lena', voucher: voucher.id, ends: 'now' });
    assert.equal((await shop.track('club')).step, null);
    assert.equal(await shop.available(), 0);
    assert.equal((await voucherOf(shop, voucher.id)).status, 'cancelled');
  });

  it('gives its step’s own grants once, and an order that is returned leaves them alone', async () => {
    const gift = { kind: 'product', product: 'mug', title: 'A mug' };
    const shop = start({}, { steps: [{ ...club().steps[0], grants: [gift] }] });
    const order = await shop.pay(1000);
    const voucher = await shop.redeem('plus');
    await paid(shop, voucher);
    await paid(shop.later({ days: 300 }), voucher);
    await shop.refund(order);
    const mugs = (await shop.me()).vouchers.filter(({ grant }) => grant.kind === 'product');
    assert.deepEqual(
      mugs.map(({ status, title }) => [status, title]),
      [['ready', 'A mug']],
    );
  });

  it('leaves a level that was earned in place when it ends', async () => {
    const steps = [
      { id: 'oak', title: 'Oak', needs: [{ unit: 'spend', value: 10_000 }] },
      { id: 'gold', title: 'Gold', needs: [{ unit: 'spend', value: 50_000 }] },
    ];
    const vip = club({
      id: 'vip',
      join: 'auto',
      repeat: 'never',
      period: { kind: 'rolling', length: 'P12M' },
      steps,
    });
    const shop = open({
      tracks: [vip],
      rewards: [
        plan({
          grants: [{ kind: 'status', track: 'vip', step: 'gold' }],
          cost: { ...plan().cost, every: 'P1M' },
        }),
      ],
    });
    await shop.pay(20_000);
    const voucher = await shop.redeem('plus');
    await paid(shop, voucher);
    assert.equal((await shop.track('vip')).step, 'gold');
    shop.later({ days: 40 });
    assert.equal((await shop.track('vip')).step, 'oak');
  });

  it('refuses a payment for somebody else’s voucher, and for one that costs no money', async () => {
    const shop = open({ tracks: [club()], rewards: [plan(), ...basics.rewards] });
    const voucher = await shop.redeem('plus');
    await assert.rejects(
      shop.tell({ type: 'plan.paid', member: 'tom', voucher: voucher.id }),
      /Member tom has no voucher/,
    );
    await shop.adjust('pts', 500);
    await assert.rejects(paid(shop, await shop.redeem('off5')), /is not paid for in money/);
  });
});

onStores('a purchase in money', (open) => {
  const mug = (parts: Record<string, unknown> = {}) => ({
    id: 'mug',
    view: 'card',
    title: 'Mug',
    cost: {
      kind: 'any',
      of: [
        { kind: 'fixed', amount: { unit: 'pts', value: 900 } },
        { kind: 'price', amount: { unit: 'eur', value: 1200 }, checkoutUrl: '/pay/{voucher}' },
      ],
    },
    grants: [{ kind: 'product', product: 'mug', title: 'Mug' }],
    limit: { count: 1, per: 'once' },
    stock: 1,
    delivery: 'code',
    ...parts,
  });

  it('keeps one back until it is paid, and gives it back when it is not', async () => {
    const shop = open({ rewards: [mug()] });
    const voucher = await shop.redeem('mug', { choice: 'price' });
    assert.equal((await shop.reward('mug', 'tom')).availability.state, 'sold-out');
    shop.later({ minutes: 61 });
    assert.equal((await voucherOf(shop, voucher.id)).status, 'failed');
    assert.equal((await shop.reward('mug')).availability.state, 'available');
    assert.equal((await shop.reward('mug', 'tom')).availability.state, 'available');
  });

  it('gives it back at once when the shopper thinks again', async () => {
    const shop = open({ rewards: [mug()] });
    const { id } = await shop.redeem('mug', { choice: 'price' });
    const { body } = await shop.act((writes) => writes.cancel(id));
    assert.equal((body as Outcome).voucher?.status, 'cancelled');
    assert.equal((await shop.reward('mug', 'tom')).left, 1);
  });

  it('turns the pending voucher into the thing itself', async () => {
    const shop = open({ rewards: [mug()] });
    const voucher = await shop.redeem('mug', { choice: 'price' });
    await paid(shop, voucher);
    const bought = await voucherOf(shop, voucher.id);
    assert.deepEqual(
      [bought.status, bought.grant.kind, bought.seenAt],
      ['ready', 'product', '2026-11-23T10:00:00Z'],
    );
    assert.ok(bought.code);
    const forShop = await shop.engine.shopVoucher(bought.code);
    assert.equal(forShop?.status, 'ready');
    assert.equal((await shop.me()).vouchers.length, 1);
    // Told again under another number, it is still one mug.
    await paid(shop, voucher);
    assert.equal((await shop.me()).vouchers.length, 1);
  });

  it('honours money that came too late, as long as there is one left', async () => {
    const shop = open({ rewards: [mug()] });
    const voucher = await shop.redeem('mug', { choice: 'price' });
    shop.later({ minutes: 90 });
    assert.equal((await voucherOf(shop, voucher.id)).status, 'failed');
    await paid(shop, voucher);
    assert.equal((await voucherOf(shop, voucher.id)).status, 'ready');
    assert.equal((await shop.reward('mug', 'tom')).availability.state, 'sold-out');
  });

  it('says to pay back when there is none left', async () => {
    const shop = open({ rewards: [mug()] });
    const voucher = await shop.redeem('mug', { choice: 'price' });
    await shop.adjust('pts', 900, 'tom');
    shop.later({ minutes: 90 });
    assert.equal((await voucherOf(shop, voucher.id)).status, 'failed');
    await shop.redeem('mug', { choice: 'pts' }, 'tom');
    await assert.rejects(paid(shop, voucher), /sold out by now: pay the member back/);
  });

  it('is paid in points by whoever chooses that, or says nothing and has them', async () => {
    const shop = open({ rewards: [mug({ stock: null, limit: undefined })] });
    await shop.adjust('pts', 1800);
    assert.equal((await shop.redeem('mug', { choice: 'pts' })).status, 'ready');
    assert.equal((await shop.redeem('mug')).status, 'ready');
    assert.equal((await shop.redeem('mug')).status, 'pending');
    assert.equal(await shop.available(), 0);
  });
});

onStores('a price that is set aside for an order', (open) => {
  const pay = {
    id: 'pay',
    view: 'slider',
    title: 'Pay with credit',
    cost: {
      kind: 'range',
      unit: 'pts',
      min: 100,
      max: 900,
      step: 100,
      gives: { unit: 'eur', value: 100 },
    },
    grants: [{ kind: 'coupon', discount: { type: 'amount', amount: { unit: 'eur', value: 100 } } }],
    delivery: 'checkout',
    holdMinutes: 20,
  };
  const rich = async () => {
    const shop = open({ rewards: [pay] });
    await shop.adjust('pts', 500);
    return shop;
  };
  const money = async (shop: Shop) => {
    const { available, held, spent } = await shop.wallet();
    return [available, held, spent];
  };

  it('is neither there nor spent until an order uses it', async () => {
    const shop = await rich();
    const voucher = await shop.redeem('pay', { spend: 300 });
    assert.deepEqual(
      [voucher.status, voucher.heldUntil, voucher.undoUntil],
      ['held', '2026-11-23T10:20:00Z', '2026-11-23T10:20:00Z'],
    );
    assert.deepEqual(await money(shop), [200, 300, 0]);
    await shop.pay(1000, { codes: [voucher.code ?? ''] });
    assert.deepEqual(await money(shop), [210, 0, 300]);
    assert.equal((await voucherOf(shop, voucher.id)).status, 'used');
    shop.later({ days: 1 });
    assert.deepEqual(await money(shop), [210, 0, 300]);
  });

  it('goes back when the time is over, and the code is worth nothing then', async () => {
    const shop = await rich();
    const { id, code } = await shop.redeem('pay', { spend: 300 });
    shop.later({ minutes: 20 });
    assert.deepEqual(await money(shop), [500, 0, 0]);
    assert.equal((await voucherOf(shop, id)).status, 'expired');
    await assert.rejects(shop.engine.useVoucher(code ?? '', 'lena', 'o1'), /it is expired/);
    const [line] = (await shop.me()).activity;
    assert.deepEqual([line?.kind, line?.amounts], ['refund', [{ unit: 'pts', value: 300 }]]);
  });

  it('goes back when the shopper undoes it', async () => {
    const shop = await rich();
    const { id } = await shop.redeem('pay', { spend: 300 });
    await shop.act((writes) => writes.cancel(id));
    assert.deepEqual(await money(shop), [500, 0, 0]);
  });

  it('is taken by one checkout, and set aside again when that comes to nothing', async () => {
    const shop = await rich();
    const { id, code } = await shop.redeem('pay', { spend: 300 });
    assert.equal((await shop.engine.shopVoucher(code ?? ''))?.status, 'ready');
    await shop.engine.useVoucher(code ?? '', 'lena', 'o1');
    assert.deepEqual(await money(shop), [200, 0, 300]);
    await shop.engine.releaseVoucher(code ?? '', 'lena', 'o1');
    assert.deepEqual(await money(shop), [200, 300, 0]);
    assert.equal((await voucherOf(shop, id)).status, 'held');
    shop.later({ minutes: 30 });
    assert.deepEqual(await money(shop), [500, 0, 0]);
  });

  it('keeps the books: balance, lots and lines are one number', async () => {
    const shop = await rich();
    await shop.redeem('pay', { spend: 200 });
    const { code } = await shop.redeem('pay', { spend: 100 });
    await shop.pay(0, { codes: [code ?? ''] });
    shop.later({ days: 1 });
    assert.deepEqual(await money(shop), [400, 0, 100]);
    const refused = await shop.refused((writes) => writes.redeem('pay', { spend: 500 }));
    assert.equal(refused.code, 'insufficient-balance');
    await shop.redeem('pay', { spend: 400 });
  });
});
