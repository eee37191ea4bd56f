import { html, type TemplateResult } from 'lit';
import type { Availability, Reward } from '../../contract/types.js';
import type { Localizer } from '../i18n/localizer.js';
import { progressBar } from './progress.js';

/** How far it is to a reward that costs more than the member has; undefined where the server names no gap. */
export function gapBar(
  loc: Localizer,
  { title, cost }: Reward,
  { missing = [] }: Availability,
): TemplateResult | undefined {
  const [gap] = missing;
  if (!gap) return undefined;
  const need =
    cost.kind === 'fixed' ? cost.amount.value : cost.kind === 'range' ? cost.min : gap.value;
  const words = loc.term('reward.more', { amount: loc.amount(gap) });
  return html`<div>
    ${progressBar((need - gap.value) / need, title, words)}
    <p class="state" part="state">${words}</p>
  </div>`;
}
