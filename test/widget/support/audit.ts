import 'axe-core/axe.min.js';
import type axe from 'axe-core';
import { AXE_TAGS } from './axe-tags.js';
import { misnamed } from './names.js';
import { elementsIn } from './shown.js';

/** Colours on their way are nobody's colours. */
function finishMotion(root: Element): void {
  for (const { shadowRoot } of [...elementsIn(root), root]) {
    for (const motion of shadowRoot?.getAnimations() ?? []) {
      if (Number.isFinite(Number(motion.effect?.getComputedTiming().endTime))) motion.finish();
    }
  }
}

/** What axe cannot decide, and who does. */
const DECIDED = new Set([
  // On a picture, or below something drawn: test/widget/ui/theme.test.ts holds every pair of colours.
  'color-contrast',
]);

/**
 * What axe-core finds against WCAG 2.2 A and AA and good practice, what it cannot decide and nobody
 * else does, and what is misnamed, as sentences; nothing is good.
 */
export async function audit(element: Element): Promise<string[]> {
  finishMotion(element);
  const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
  const { violations, incomplete } = await run(element, {
    runOnly: { type: 'tag', values: AXE_TAGS },
    resultTypes: ['violations', 'incomplete'],
  });
  const open = incomplete.filter(({ id }) => !DECIDED.has(id));
  const barriers = [...violations, ...open].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
  return [...barriers, ...misnamed(element)];
}
