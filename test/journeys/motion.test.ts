import type { Page } from '@playwright/test';
import { Panel } from './support/panel.js';
import { quietOf } from './support/quiet.js';
import { newMember } from './support/shop.js';
import { expect, signIn, test } from './support/test.js';

/** Confetti would have been fetched in the same breath. */
const CALM_MS = 500;
const CONFETTI = /\/chunks\/(celebration|confetti)/;

async function redeemOn(page: Page): Promise<void> {
  await signIn(page, await newMember(400));
  await page.goto('/');
  const panel = new Panel(page);
  await panel.open('rewards');
  await panel.redeem();
  // The sentence for a screen reader is said in the same breath as the celebration begins.
  await expect(panel.dialog.getByText(/5 € Rabatt.+gehört/)).toBeAttached();
}

test('a redemption is celebrated', async ({ page }) => {
  const confetti = page.waitForRequest(CONFETTI);
  await redeemOn(page);
  await confetti;
});

test.describe('for who asked for less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a redemption is not celebrated, and confetti is not even fetched', async ({ page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    const quiet = quietOf(page, CALM_MS);
    await redeemOn(page);
    await quiet();
    expect(fetched.filter((url) => CONFETTI.test(url))).toEqual([]);
  });
});
