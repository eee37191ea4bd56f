import { expect, test } from './support/test.js';

test('a browser that is to be bare has neither storage nor channels', async ({ page, isBare }) => {
  await page.goto('/');
  const has = await page.evaluate(() => {
    try {
      return { storage: !!sessionStorage, channels: 'BroadcastChannel' in window };
    } catch {
      return { storage: false, channels: 'BroadcastChannel' in window };
    }
  });
  expect(has).toEqual({ storage: !isBare, channels: !isBare });
});
