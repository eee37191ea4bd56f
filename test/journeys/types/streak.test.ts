import { expect, test } from './support/stage.js';

test('a streak outlives a missed day and the change of clocks with one freeze', async ({
  open,
}) => {
  const stage = await open({ programme: 'sports', at: '2026-10-22T23:30:00+02:00' });
  const { shop, panel } = stage;
  const run = () => shop.tell({ type: 'check-in' });
  const streak = async () => (await shop.ledger()).track('run7').streak;
  await shop.order(4_000);
  await stage.open('rewards');
  await (await panel.ask('Ein Ruhetag')).click();
  await expect.poll(async () => (await shop.ledger()).has('freeze')).toBe(1);
  expect((await shop.ledger()).has('stride')).toBe(0);

  await run();
  await stage.turn('2026-10-23T08:00:00+02:00');
  await run();
  await stage.turn('2026-10-24T23:45:00+02:00');
  await run();
  expect(await streak()).toMatchObject({ now: 3 });
  // On the 25th, which has 25 hours in Vienna, nobody runs.
  await stage.turn('2026-10-26T00:15:00+01:00');
  await run();
  expect((await streak())?.now).toBeGreaterThanOrEqual(4);
  expect((await shop.ledger()).has('freeze')).toBe(0);

  await stage.open('challenges');
  await expect(panel.dialog.getByText(/Tage in Folge/).first()).toBeVisible();
  // A second miss has nothing that stands in.
  await stage.turn('2026-10-28T09:00:00+01:00');
  await run();
  expect(await streak()).toMatchObject({ now: 1 });
});
