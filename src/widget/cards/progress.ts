import { html, type TemplateResult } from 'lit';
import type { Amount } from '../../contract/types.js';
import type { Localizer } from '../i18n/localizer.js';

/** "7 of 10 stamps". The unit stands apart: a language may want it in another case after "of". */
export function progressWords(loc: Localizer, { unit, value }: Amount, need: Amount): string {
  const slots = { have: loc.quantity({ unit, value }), need: loc.quantity(need) };
  // Money brings its sign along.
  if (loc.unit(need.unit)?.currency) return loc.term('tier.progress', slots);
  return loc.term('track.progress', { ...slots, unit: loc.label(need.unit, need.value) });
}

/**
 * A bar towards something, with the words that a screen reader says for it.
 * @param share 0 to 1; for the drawing only, the words carry the numbers
 */
export function progressBar(share: number, label: string, text: string): TemplateResult {
  // Nothing of nothing is no number.
  const full = Math.max(0, Math.min(1, share)) || 0;
  const now = Math.round(full * 100);
  return html`<span
    class="bar"
    part="progress"
    role="progressbar"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${now}
    aria-valuetext=${text}
    ><span .style=${`inline-size:${now}%`}></span
  ></span>`;
}
