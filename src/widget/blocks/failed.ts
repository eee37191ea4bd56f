import { html, nothing, type TemplateResult } from 'lit';
import { loadFailureTerm } from '../i18n/load-failure.js';
import type { Localizer } from '../i18n/localizer.js';

/**
 * What could not be had, in a sentence, and one way to try again.
 * @param role `alert` where nothing else is shown
 */
export const renderFailed = (
  loc: Localizer,
  code: string,
  retry: () => Promise<void> | undefined,
  role?: string,
): TemplateResult =>
  html`<div class="empty" part="error" role=${role ?? nothing}>
    <p>${loc.term(loadFailureTerm(code))}</p>
    <button class="quiet" part="button" @click=${() => void retry()}>
      ${loc.term('error.retry')}
    </button>
  </div>`;
