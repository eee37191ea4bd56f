import { focus, seen } from './support/focus.js';
import { Panel, type ViewName } from './support/panel.js';
import { expect, test } from './support/test.js';

/** What is on, and what stands beside it and is off. */
const PAIRS: readonly (readonly [view: ViewName, on: string, off: string])[] = [
  ['home', '[role=tab][aria-selected=true]', '[role=tab][aria-selected=false]'],
  ['home', '.bar > span', '.bar'],
  ['home', '.stamps > .full', '.stamps > :not(.full)'],
  ['rewards', '[role=tab][aria-selected=true]', '[role=tab][aria-selected=false]'],
];

/** What is left of a look where somebody's own colours take the place of ours. */
const look = (element: Element): string => {
  const style = getComputedStyle(element);
  const ours = style.getPropertyValue('forced-color-adjust') === 'none';
  const { borderStyle, borderWidth, outlineStyle, backgroundColor } = style;
  return [borderStyle, borderWidth, outlineStyle, ours && backgroundColor].join(' ');
};

test('in colours of the system every state can be told, and the focus be seen', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/?member=rich&lang=de');
  const panel = new Panel(page);
  await panel.open();
  for (const view of new Set(PAIRS.map(([name]) => name))) {
    await panel.show(view);
    for (const [, on, off] of PAIRS.filter(([name]) => name === view)) {
      const [one, other] = [panel.dialog.locator(on).first(), panel.dialog.locator(off).first()];
      expect(await one.evaluate(look), `${view}: ${on} beside ${off}`).not.toBe(
        await other.evaluate(look),
      );
    }
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
