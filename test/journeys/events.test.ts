import { randomUUID } from 'node:crypto';
import type { Me } from '../../src/contract/types.js';
import { activityOf, meOf, newMember, tellShop } from './support/shop.js';
import { expect, test } from '@playwright/test';

const orderPaid = (member: string, id: string) =>
  tellShop(
    {
      type: 'order.paid',
      member,
      order: {
        id,
        currency: 'EUR',
        total: 6780,
        lines: [
          { product: 'ember', variant: '1000-bean', collections: ['coffee'], qty: 1, total: 4290 },
          {
            product: 'tasting',
            variant: '4x60-bean',
            collections: ['coffee'],
            qty: 1,
            total: 2490,
          },
        ],
        codes: [],
        channel: 'web',
      },
    },
    `order-${id}-paid`,
  );

/** What a member has, without the moments at which it was counted. */
const holdings = ({ wallets, tracks }: Me) => ({
  wallets: wallets.map(({ unit, available, pending, held }) => ({
    unit,
    available,
    pending,
    held,
  })),
  tracks: tracks.map(({ track, status, step, have }) => ({ track, status, step, have })),
});

test('an order that is told twice counts once', async () => {
  const member = await newMember();
  const id = randomUUID();
  expect(await orderPaid(member, id)).toBe(true);
  const once = await meOf(member);
  expect(await orderPaid(member, id)).toBe(false);
  expect(holdings(await meOf(member))).toEqual(holdings(once));
  expect(once.wallets.find(({ unit }) => unit === 'pts')?.pending).toBe(67);
  expect(once.wallets.find(({ unit }) => unit === 'stamp')?.available).toBe(1);
});

test('an order told fifty times at once counts once', async () => {
  const member = await newMember();
  const id = randomUUID();
  const counted = await Promise.all(Array.from({ length: 50 }, () => orderPaid(member, id)));
  expect(counted.filter(Boolean)).toHaveLength(1);
  const me = await meOf(member);
  expect(me.wallets.find(({ unit }) => unit === 'pts')?.pending).toBe(67);
});

test('a refund takes back what the order gave, and nothing else', async () => {
  const member = await newMember(250);
  await orderPaid(member, randomUUID());
  const before = await meOf(member);
  const id = randomUUID();
  await orderPaid(member, id);
  expect(holdings(await meOf(member))).not.toEqual(holdings(before));

  const refund = () =>
    tellShop({ type: 'order.refunded', member, order: { id } }, `order-${id}-refunded`);
  expect(await refund()).toBe(true);
  expect(holdings(await meOf(member))).toEqual(holdings(before));
  expect(await refund()).toBe(false);
  expect(holdings(await meOf(member))).toEqual(holdings(before));

  // Line by line, what was called off and what was taken back included, the ledger is the balance.
  const lines = (await activityOf(member)).flatMap(({ amounts }) => amounts);
  const sum = lines.filter(({ unit }) => unit === 'pts').reduce((all, { value }) => all + value, 0);
  expect(sum).toBe(100 + 250 + 67);
});
