import type { Page } from '@playwright/test';
import { focus, seen } from './support/focus.js';
import { Panel } from './support/panel.js';
import { expect, test } from './support/test.js';

/**
 * In colours of the system backgrounds go and all text has one colour. What is on and what is off must
 * still be told apart: by a frame, a sign, or a colour of the system that we set ourselves.
 */

/** Where a shopper meets what, and what stands for its two states. */
const PAIRS: readonly (readonly [
  shop: string,
  section: string,
  card: string,
  on: string,
  off: string,
])[] = [
  ['oak', 'home', 'loyalty-panel', '[aria-selected=true]', '[aria-selected=false]'],
  ['oak', 'home', 'loyalty-home', '.bar > span', '.bar'],
  ['oak', 'challenges', 'loyalty-track-stamps', '.stamps > .full', '.stamps > :not(.full)'],
  ['oak', 'challenges', 'loyalty-track-challenge', '.tick.done', '.tick:not(.done)'],
  ['donation', 'challenges', 'loyalty-track-path', '.reached .node', 'li:not(.reached) .node'],
  ['donation', 'challenges', 'loyalty-track-meter', '.mark.reached', '.mark:not(.reached)'],
  ['games', 'challenges', 'loyalty-track-badges', '.pips .full', '.pips :not(.full)'],
  ['games', 'board', 'loyalty-board-card', '.row.me', '.row:not(.me)'],
];
const SHOPS = [...new Set(PAIRS.map(([shop]) => shop))];

/**
 * What is left of a look where somebody's own colours take the place of ours. Without an opt-out a
 * background is the page's and a text is the page's, whatever the style sheet says.
 */
const look = (element: Element): string => {
  const drawn = (one: Element): (string | null)[] => {
    const style = getComputedStyle(one);
    if (one instanceof SVGGeometryElement) return [one.getAttribute('d'), style.fill, style.stroke];
    const isOurs = style.getPropertyValue('forced-color-adjust') === 'none';
    const isClear = style.backgroundColor === 'rgba(0, 0, 0, 0)';
    return isOurs && !isClear ? [style.backgroundColor] : ['Canvas'];
  };
  const { borderStyle, borderWidth, outlineStyle } = getComputedStyle(element);
  const shapes = [...element.querySelectorAll('svg *')].flatMap(drawn);
  return [borderStyle, borderWidth, outlineStyle, ...drawn(element), ...shapes].join(' ');
};

test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });

async function opened(page: Page, shop: string): Promise<Panel> {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/?programme=${shop}&member=middle&lang=de`);
  const panel = new Panel(page);
  await panel.open();
  return panel;
}

for (const shop of SHOPS) {
  test(`in colours of the system every state can be told in “${shop}”`, async ({ page }) => {
    const panel = await opened(page, shop);
    const pairs = PAIRS.filter(([of]) => of === shop);
    for (const section of new Set(pairs.map(([, name]) => name))) {
      await panel.showByName(section);
      for (const [, , card, on, off] of pairs.filter(([, name]) => name === section)) {
        const [one, other] = [on, off].map((selector) =>
          page.locator(card).locator(selector).first(),
        );
        expect(await one!.evaluate(look), `${card}: ${on} beside ${off}`).not.toBe(
          await other!.evaluate(look),
        );
      }
    }
  });
}

/** What one element can be, by attribute; which of them it is today depends on the day. */
const STATES: readonly (readonly [
  shop: string,
  section: string,
  element: string,
  attribute: string,
  values: readonly string[],
])[] = [
  ['sports', 'challenges', '.days li', 'class', ['done', 'missed', 'ahead', 'today']],
  ['oak', 'profile', '[role=switch]', 'aria-checked', ['true', 'false']],
];

for (const [shop, section, selector, attribute, values] of STATES) {
  test(`in colours of the system ${selector} looks different when it is ${values.join(' or ')}`, async ({
    page,
  }) => {
    const panel = await opened(page, shop);
    await panel.showByName(section);
    const element = panel.dialog.locator(selector).first();
    const looks: string[] = [];
    for (const value of values) {
      await element.evaluate((one, [name, put]) => one.setAttribute(name, put), [
        attribute,
        value,
      ] as const);
      looks.push(await element.locator('.dot, .knob').evaluate(look));
    }
    expect(new Set(looks).size, looks.join('\n')).toBe(values.length);
  });
}

test('in colours of the system the fields of a wheel have borders', async ({ page }) => {
  const panel = await opened(page, 'games');
  await panel.showByName('play');
  const slices = await panel.dialog.locator('.slice').evaluateAll((all) =>
    all.map((one) => {
      const { fill, stroke, strokeWidth } = getComputedStyle(one);
      return { fill, stroke, width: Number.parseFloat(strokeWidth) };
    }),
  );
  expect(slices.length).toBeGreaterThan(2);
  for (const { fill, stroke, width } of slices) {
    expect(stroke).not.toBe(fill);
    expect(stroke).not.toBe('none');
    expect(width).toBeGreaterThan(0);
  }
});

test('in colours of the system buttons look like buttons, and the focus can be seen', async ({
  page,
}) => {
  const panel = await opened(page, 'oak');
  for (const view of ['home', 'rewards'] as const) {
    await panel.show(view);
    const bare = await panel.dialog.locator('button:visible, a.button:visible').evaluateAll((all) =>
      all
        .filter((one) => {
          const { borderStyle, borderWidth, textDecorationLine } = getComputedStyle(one);
          const isFramed = borderStyle !== 'none' && Number.parseFloat(borderWidth) > 0;
          return !isFramed && textDecorationLine === 'none' && one.getAttribute('role') !== 'tab';
        })
        .map((one) => `${one.className} ${one.textContent.trim()}`),
    );
    expect(bare, `buttons of ${view} that look like words`).toEqual([]);
    for (let stop = 0; stop < 8; stop++) {
      await page.keyboard.press('Tab');
      if ((await focus(page)).isInside) await seen(page, `in ${view}`);
    }
  }
});
