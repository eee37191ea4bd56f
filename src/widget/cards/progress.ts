import { html, type TemplateResult } from 'lit';

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
