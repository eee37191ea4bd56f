import type { ProgrammeDoc } from '../../../src/server/engines/ledger/programme/file.js';
import { expect, test } from './support/stage.js';

/** Whoever spins wins something; what, is left to chance. */
function withoutBlanks({ rewards }: ProgrammeDoc): void {
  for (const grant of rewards.flatMap(({ grants }) => grants)) {
    if (grant.kind !== 'pool' || !('segments' in grant)) continue;
    grant.segments = grant.segments.filter((segment) => segment.grant);
    for (const segment of grant.segments) delete segment.odds;
  }
}

test('a spin costs one and wins what the wheel shows', async ({ open }) => {
  const stage = await open({
    programme: 'games',
    at: '2026-11-03T10:00:00+01:00',
    change: withoutBlanks,
  });
  const { shop, panel } = stage;
  await shop.tell({ type: 'member.joined', name: 'Ida' });
  expect((await shop.ledger()).has('spin')).toBe(1);
  await stage.open('play');
  // It could be paid with coins too, so it asks.
  await stage.press(
    panel.dialog.getByRole('button', { name: /^Drehen.*Das große Rad$/ }),
    panel.dialog.getByRole('button', { name: 'Ja, spielen' }),
  );
  const result = panel.dialog.getByRole('group', { name: /^Gewonnen: / });
  await expect(result).toBeVisible({ timeout: 15_000 });

  const { vouchers, wallet } = await shop.ledger();
  expect(vouchers).toHaveLength(1);
  const [prize] = vouchers;
  await expect(result).toHaveAttribute('aria-label', `Gewonnen: ${prize!.title}`);
  expect(prize).toMatchObject({ source: { kind: 'reward', id: 'wheel' } });
  expect(wallet('spin')).toMatchObject({ available: 0, spent: 1 });
});
