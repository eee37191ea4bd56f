import fc from 'fast-check';
import type { MemberId } from './programme.js';
import { always, member, nth, pick, step, type Step } from './step.js';

/** What the shop reports to the endpoint, and time. */

let orders = 0;
const orderOf = (total: number, codes: readonly string[] = []) => {
  orders += 1;
  return { id: `o${orders}`, currency: 'EUR', total, lines: [], codes };
};

/** The shop's outbox delivers at least once. */
const deliveries = fc.constantFrom(1, 1, 1, 2);

export const pay = (id: MemberId, cents: number, times: number): Step =>
  step('pay', [id, cents, times], always, async ({ model }, { shop }) => {
    const order = orderOf(cents);
    await shop.tell({ type: 'order.paid', member: id, order }, times);
    model.paid(id, order.id, cents, shop.time.now);
  });

export const adjust = (id: MemberId, value: number, times: number): Step =>
  step('adjust', [id, value, times], always, async ({ model }, { shop }) => {
    const event = { type: 'balance.adjusted', member: id, unit: 'pts', value, reason: 'a gift' };
    await shop.tell(event, times);
    model.adjust(id, value);
  });

/** @param cents how much is paid back; absent: all of it */
export const refund = (
  id: MemberId,
  index: number,
  cents: number | undefined,
  times: number,
): Step =>
  step(
    'refund',
    [id, index, cents, times],
    ({ model }) => model.people[id].orders.size > 0,
    async ({ model }, { shop }) => {
      model.settle(shop.time.now);
      const [order, { cents: all }] = pick([...model.people[id].orders], index);
      const back = { id: order, ...(cents !== undefined && { total: cents }) };
      await shop.tell({ type: 'order.refunded', member: id, order: back }, times);
      model.refunded(id, order, cents ?? all);
    },
  );

/** A code is used with an order of goods that bring no points. */
export const use = (id: MemberId, index: number): Step =>
  step(
    'use',
    [id, index],
    ({ model }) => model.people[id].vouchers.length > 0,
    async ({ model }, { shop }) => {
      model.settle(shop.time.now);
      const voucher = pick(model.people[id].vouchers, index);
      const held = await shop.vouchers(id);
      const order = orderOf(0, [held.find((one) => one.id === voucher.id)!.code!]);
      await shop.tell({ type: 'order.paid', member: id, order });
      if (voucher.status === 'ready') voucher.status = 'used';
    },
  );

export const pass = (minutes: number): Step =>
  step('pass', [`${minutes} minutes`], always, (_world, { shop }) =>
    shop.time.pass(minutes * 60_000),
  );

const minutes = fc.oneof(
  fc.constantFrom(1, 5, 29, 31),
  fc.integer({ min: 1, max: 3 * 24 * 60 }),
  fc.integer({ min: 6, max: 35 }).map((days) => days * 24 * 60),
);

/** Points that can be spent at once. */
export const gift = fc
  .tuple(member, fc.integer({ min: 1, max: 250 }), deliveries)
  .map((all) => adjust(...all));

export const shopSteps: fc.Arbitrary<Step>[] = [
  fc.tuple(member, fc.integer({ min: 1, max: 40_000 }), deliveries).map((all) => pay(...all)),
  gift,
  fc
    .tuple(
      member,
      nth,
      fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: undefined }),
      deliveries,
    )
    .map((all) => refund(...all)),
  fc.tuple(member, nth).map((all) => use(...all)),
  minutes.map(pass),
];
