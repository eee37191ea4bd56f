import { css, html, nothing, type TemplateResult } from 'lit';
import type { Program } from '../../contract/types.js';
import type { Localizer } from '../i18n/localizer.js';
import { safeUrl } from '../ui/safe-url.js';

export const privacyStyles = css`
  .privacy {
    display: inline-block;
    margin-block-start: 8px;
    line-height: 24px;
  }
`;

/** What becomes of what is asked for here, where the programme says so. */
export function privacyLink(
  loc: Localizer,
  program: Program | undefined,
): TemplateResult | typeof nothing {
  const url = safeUrl(program?.links?.privacy);
  return url
    ? html`<p class="small"><a class="privacy" href=${url}>${loc.term('legal.privacy')}</a></p>`
    : nothing;
}
