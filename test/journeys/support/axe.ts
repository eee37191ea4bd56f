import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { AXE_TAGS } from '../../widget/support/axe-tags.js';
import { expect } from './test.js';

const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Every width and every scheme; `npm run test:matrix` takes each with each. */
const LOOKS = [
  [390, 'light'],
  [1280, 'dark'],
  ...(process.env['MATRIX'] === 'whole'
    ? ([
        [390, 'dark'],
        [1280, 'light'],
      ] as const)
    : []),
] as const;

declare const axe: { run(context: string, options: RunOptions): Promise<AxeResults> };

/** A sheet that the width makes modal becomes so a frame later. */
const twoFrames = async (): Promise<void> => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
};

/** axe does not know the top layer: it takes the button behind a modal sheet for one that lies on it. */
const hideCovered = (): void => {
  const panel = document
    .querySelector('loyalty-widget')
    ?.shadowRoot?.querySelector('loyalty-panel');
  const isCovered = !!panel?.shadowRoot?.querySelector('dialog:modal');
  document.querySelector('loyalty-launcher')?.toggleAttribute('hidden', isCovered);
};

async function findings(page: Page, within: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  await page.evaluate(twoFrames);
  await page.evaluate(hideCovered);
  const { violations } = await page.evaluate(
    ([context, runOnly]) => axe.run(context, { runOnly, resultTypes: ['violations'] }),
    [within, AXE_TAGS] as const,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.flat().join(' › ')}: ${failureSummary}`,
    ),
  );
}

/** Audits what is shown, narrow and wide, light and dark. The page must run with `bypassCSP`. */
export async function audit(page: Page, what: string, within = 'html'): Promise<void> {
  for (const [width, colorScheme] of LOOKS) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    expect
      .soft(await findings(page, within), `${what}, ${width} pixels wide, ${colorScheme}`)
      .toEqual([]);
  }
}
