import { expect, test } from './support/stage.js';

test('the first place is won when the league closes', async ({ open }) => {
  const stage = await open({ programme: 'games', at: '2026-12-01T10:00:00+01:00' });
  const { shop, panel } = stage;
  for (const [member, name] of [
    ['c_ida', 'Ida'],
    ['c_ben', 'Ben'],
  ] as const) {
    await shop.tell({ type: 'member.joined', name }, member);
  }
  await shop.order(1_000);
  await shop.order(1_000);
  await shop.order(1_000, {}, 'c_ben');
  await stage.open('board');
  await expect(panel.dialog.getByText('Du bist auf Platz 1').first()).toBeVisible();
  expect((await shop.ledger()).vouchers).toEqual([]);

  await stage.turn('2026-12-24T18:00:01+01:00');
  await stage.open('board');
  await expect(panel.dialog.getByText(/^Endstand vom/).first()).toBeVisible();
  const { vouchers } = await shop.ledger();
  expect(vouchers.filter(({ source }) => source.id === 'winter')).toMatchObject([
    {
      source: { kind: 'board', id: 'winter' },
      grant: { kind: 'giftCard', amount: { unit: 'eur', value: 5_000 } },
    },
  ]);
  const second = await shop.ledger('c_ben');
  expect(second.vouchers.filter(({ source }) => source.id === 'winter')).toMatchObject([
    { grant: { kind: 'giftCard', amount: { unit: 'eur', value: 2_000 } } },
  ]);
  // Nobody wins twice, however often the clock is looked at.
  await shop.tick();
  expect((await shop.ledger()).vouchers).toHaveLength(vouchers.length);
});

test('all reach the goal together, and whoever took part gets the gift', async ({ open }) => {
  const stage = await open({ programme: 'donation', at: '2026-11-03T10:00:00+01:00' });
  const { shop, panel } = stage;
  const refill = (member: string) => shop.tell({ type: 'rule.completed', rule: 'refill' }, member);
  const before = (await shop.ledger()).has('drop');
  const onlooker = (await shop.ledger('c_zoe')).has('drop');
  for (let member = 0; member < 10; member++) {
    const name = member ? `c_${member}` : 'c_ida';
    await refill(name);
    if (member < 9) await refill(name);
  }
  expect((await shop.ledger()).has('drop')).toBe(before + 2 * 15);
  await refill('c_9');
  await shop.tick();

  await stage.open('challenges');
  await expect(panel.dialog.getByText(/20 von/).first()).toBeVisible();
  expect((await shop.ledger()).has('drop')).toBe(before + 2 * 15 + 20);
  expect((await shop.ledger('c_zoe')).has('drop')).toBe(onlooker);
});
