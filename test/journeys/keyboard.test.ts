import type { Page } from '@playwright/test';
import { focus, seen, type Focus } from './support/focus.js';
import { Panel, untilAnswerable } from './support/panel.js';
import { newMember, vouchersOf } from './support/shop.js';
import { expect, signIn, test } from './support/test.js';

/** Presses a key until the focus has a name; every stop on the way must be seen. */
async function walkTo(page: Page, name: string | RegExp, key = 'Tab', most = 40): Promise<Focus> {
  const stops: string[] = [];
  for (let press = 0; press < most; press++) {
    await page.keyboard.press(key);
    const at = await seen(page, `after ${key}`);
    stops.push(at.name);
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) return at;
  }
  throw new Error(`${key} never came to ${String(name)}: ${stops.join(' | ')}`);
}

for (const width of [390, 1280]) {
  test(
    `a reward is redeemed by keyboard alone, ${width} pixels wide`,
    { tag: '@core' },
    async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const member = await newMember(900);
      await signIn(page, member);
      await page.setViewportSize({ width, height: 844 });
      await page.goto('/');
      const panel = new Panel(page);
      await expect(panel.launcher).toContainText('1.000');

      // The floating button is the last stop of the page.
      await page.keyboard.press('Shift+Tab');
      const launcher = await seen(page, 'at the launcher');
      expect(launcher.name).toContain('1.000');
      await page.keyboard.press('Enter');
      await panel.settle();
      expect(await seen(page, 'opened')).toMatchObject({ name: 'Oak Club', isInside: true });

      await walkTo(page, 'Start');
      for (const tab of ['Prämien', 'Sammeln', 'Codes', 'Mehr', 'Start', 'Prämien']) {
        await page.keyboard.press('ArrowRight');
        expect(await seen(page, 'after an arrow')).toMatchObject({ name: tab });
      }
      await page.keyboard.press('Space');
      await panel.settle();
      await expect(panel.tab('rewards')).toHaveAttribute('aria-selected', 'true');

      await walkTo(page, /^Einlösen: 5 € Rabatt$/);
      await page.keyboard.press('Enter');
      await expect(panel.dialog.getByRole('group', { name: /500 Blätter für/ })).toBeFocused();
      await seen(page, 'asked');
      // Escape answers the question and leaves the panel open, with the focus where it came from.
      await page.keyboard.press('Escape');
      await expect(panel.reward().getByRole('button', { name: 'Einlösen' })).toBeFocused();
      await page.keyboard.press('Space');
      await untilAnswerable(page);
      await walkTo(page, 'Ja, einlösen');
      await page.keyboard.press('Enter');
      await expect(panel.code).toBeVisible();
      expect(await focus(page)).toMatchObject({ name: '5 € Rabatt', isInside: true });

      await walkTo(page, 'Code kopieren');
      await page.keyboard.press('Enter');
      await expect(panel.reward().getByRole('button', { name: 'Kopiert' })).toBeFocused();
      const [voucher] = await vouchersOf(member);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(voucher?.code);

      await page.keyboard.press('Escape');
      await expect(panel.dialog).toBeHidden();
      await expect(panel.launcher).toBeFocused();
      await seen(page, 'back');
    },
  );
}

test(
  'on a phone the panel takes the place of the page, and Tab stays inside',
  { tag: '@core' },
  async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/?member=near&lang=de');
    const panel = new Panel(page);
    await panel.open();
    expect(await panel.dialog.evaluate((dialog) => dialog.matches(':modal'))).toBe(true);
    // What is inert takes no focus, even when a script wants it to.
    await page.getByRole('link', { name: 'Warenkorb' }).focus();
    expect((await focus(page)).isInside).toBe(true);
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let press = 0; press < 20; press++) {
        await page.keyboard.press(key);
        const at = await focus(page);
        // Between the last and the first stop lies the browser's own frame, where nothing has focus.
        expect(at.isInside || at.name.startsWith('Zum Inhalt springen'), `${key}: ${at.name}`).toBe(
          true,
        );
      }
    }
  },
);

test('on a desktop the panel lies beside the page, and the page stays in use', async ({ page }) => {
  await page.goto('/?member=near&lang=de');
  const panel = new Panel(page);
  await panel.open();
  expect(await panel.dialog.evaluate((dialog) => dialog.matches(':modal'))).toBe(false);
  await page.getByRole('link', { name: 'Warenkorb' }).focus();
  expect((await focus(page)).isInside).toBe(false);
  await expect(panel.dialog).toBeVisible();
});

test('a phone that is turned keeps the panel, in its other nature', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/?member=near&lang=de');
  const panel = new Panel(page);
  await panel.open('rewards');
  for (const [width, isModal] of [
    [844, false],
    [390, true],
    [1280, false],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => panel.dialog.evaluate((one) => one.matches(':modal'))).toBe(isModal);
    await expect(panel.reward()).toBeVisible();
  }
  await panel.close.click();
  await expect(panel.dialog).toBeHidden();
});
