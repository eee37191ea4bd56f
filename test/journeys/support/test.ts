import { expect, test as base, type Page } from '@playwright/test';
import { makeBare } from './bare.js';
import { Noise, reportPolicy } from './noise.js';
import { tokenFor } from './shop.js';

export interface Options {
  /** Whether the browser lacks what some shoppers' browsers lack (bare.ts). */
  isBare: boolean;
}

interface Fixtures {
  /** Fails the test for every message, error or foreign request that it did not allow. */
  noise: Noise;
}

export const test = base.extend<Fixtures & Options>({
  isBare: [false, { option: true }],
  noise: [
    async ({ context, isBare }, use) => {
      const noise = new Noise(context);
      await context.addInitScript(reportPolicy);
      if (isBare) await context.addInitScript(makeBare);
      await use(noise);
      expect(noise.unexpected, 'what the browser had to say').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Lets the shop say that its visitor is this member: the shop itself knows five by name. */
export async function signIn(page: Page, member: string): Promise<void> {
  await page.context().route('**/demo/token*', async (route) => {
    await route.fulfill({ json: { token: await tokenFor(member) } });
  });
}
