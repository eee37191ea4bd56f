import { expect, test } from './support/stage.js';

test('a check-in at the till is worth a key', async ({ open }) => {
  const stage = await open({ programme: 'living', at: '2026-11-03T10:00:00+01:00' });
  const { shop, panel } = stage;
  await shop.tell({ type: 'member.joined', name: 'Ida' });
  // The welcome.
  expect((await shop.ledger()).has('key')).toBe(1);
  await shop.tell({ type: 'check-in' });
  await stage.open('activity');
  await expect(panel.dialog.getByText('Vorbeikommen').first()).toBeVisible();
  expect((await shop.ledger()).has('key')).toBe(2);
  await stage.turn('2026-11-04T10:00:00+01:00');
  await shop.tell({ type: 'check-in' });
  expect((await shop.ledger()).has('key'), 'once a week').toBe(2);
  await shop.tell({ type: 'review.published' });
  expect((await shop.ledger()).has('key')).toBe(3);
});
