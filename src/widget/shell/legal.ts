import { html, nothing, type TemplateResult } from 'lit';
import type { Links } from '../../contract/types.js';
import type { Localizer } from '../i18n/localizer.js';
import { safeUrl } from '../ui/safe-url.js';

/** Of the programme's links those that must be in reach everywhere; first what ends a contract. */
const names = ['withdrawal', 'cancel', 'terms', 'privacy', 'imprint', 'contact'] as const;

/** The links that the programme sets, in one row, whoever looks; nothing where it sets none. */
export function renderLegal(loc: Localizer, links?: Links): TemplateResult | typeof nothing {
  const shown = names.flatMap((name, at) => {
    const url = safeUrl(links?.[name]);
    return url
      ? html`<a class=${at < 2 ? 'ends' : ''} href=${url}>${loc.term(`legal.${name}`)}</a>`
      : [];
  });
  return shown.length ? html`<p class="legal" part="legal">${shown}</p>` : nothing;
}
