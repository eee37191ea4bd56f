import { css, html, nothing, type TemplateResult } from 'lit';
import type { Step } from '../../contract/types.js';
import { icon } from '../ui/icons.js';

export const perksStyles = css`
  .perks {
    display: grid;
    gap: 6px;
  }
  .perks li {
    display: flex;
    gap: 8px;
    align-items: flex-start;
  }
  .perks .icon {
    margin-block-start: 1px;
    color: var(--_accent-text);
  }
`;

/** What a level brings for as long as it is held. */
export const perks = (step: Step): TemplateResult =>
  html`<ul class="perks">
    ${step.perks?.map(
      ({ title, detail, icon: name }) =>
        html`<li>
          ${icon(name, 'check')}
          <span
            >${title}${detail ? html` <span class="muted small">${detail}</span>` : nothing}</span
          >
        </li>`,
    )}
  </ul>`;
