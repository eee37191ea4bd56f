import { expect, test } from './support/stage.js';

const EVENING = 'Anprobeabend im Jänner';

test('the door opens to the level when its window does', async ({ open }) => {
  const stage = await open({ programme: 'earlyaccess', at: '2026-12-09T10:00:00+01:00' });
  const { shop, panel } = stage;
  const stateOf = async (member = 'c_ida') =>
    (await shop.ledger(member)).me.rewards.find(({ reward }) => reward === 'evening')?.availability
      .state;
  await shop.order(60_000, {}, 'c_ben');
  expect(await stateOf('c_ben'), 'the level, a day too early').toBe('scheduled');
  await stage.turn('2026-12-10T10:01:00+01:00');
  expect(await stateOf('c_ben')).toBe('available');
  expect(await stateOf()).toBe('locked');
  await stage.open('rewards');
  await expect(
    panel.reward(EVENING).getByRole('button', { name: panel.say.redeem }),
  ).not.toBeVisible();

  await shop.order(60_000);
  expect((await shop.ledger()).track('row').step).toBe('first');
  await stage.open('rewards');
  const code = await panel.redeem(EVENING);
  const { vouchers } = await shop.ledger();
  expect(vouchers.filter(({ source }) => source.id === 'evening')).toMatchObject([
    { code, status: 'ready', grant: { kind: 'access' } },
  ]);
  expect(await stateOf()).toBe('used-up');
});
