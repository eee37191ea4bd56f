import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Me, Program } from '../../../contract/types.js';
import { OpenRequestEvent } from '../../events/ways-in.js';
import type { Localizer } from '../../i18n/localizer.js';
import { button } from '../../ui/button.styles.js';
import { define } from '../../ui/define.js';
import { host } from '../../ui/host.styles.js';
import { icon } from '../../ui/icons.js';
import { heldVoucher, nextAction, type NextAction } from './next-actions.js';

/**
 * The one thing to do next, as a row that leads there, and below it a code that waits to be used.
 * Shows nothing where nothing is open.
 *
 * @tagname loyalty-next
 */
export class HomeNext extends LitElement {
  static override styles = [
    ...host,
    button,
    css`
      ul {
        display: grid;
        gap: 8px;
      }
      button {
        inline-size: 100%;
        min-block-size: 64px;
        padding: 10px 14px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: var(--_text);
        gap: 12px;
        text-align: start;
      }
      button:hover {
        filter: none;
        background: var(--_soft);
      }
      li:first-child button {
        border-color: transparent;
        background: var(--_fill);
        color: var(--_on-fill);
      }
      li:first-child button:hover {
        filter: brightness(0.94);
      }
      .icon {
        inline-size: 24px;
        block-size: 24px;
      }
      .words {
        flex: 1;
        min-inline-size: 0;
      }
      .words > * {
        display: block;
      }
      .small {
        font-weight: 400;
      }
      .go:dir(rtl) {
        scale: -1 1;
      }
    `,
  ];

  @property({ attribute: false }) loc!: Localizer;
  @property({ attribute: false }) program!: Program;
  @property({ attribute: false }) me!: Me;

  protected override render(): TemplateResult | typeof nothing {
    const first = nextAction(this);
    const rows = [first, heldVoucher(this, first)].filter((row) => row !== undefined);
    if (!rows.length) return nothing;
    return html`<ul>
      ${rows.map((row) => this.#renderRow(row))}
    </ul>`;
  }

  #renderRow({ icon: name, fallback, title, detail, to }: NextAction): TemplateResult {
    return html`<li>
      <button part="next" @click=${() => this.dispatchEvent(new OpenRequestEvent({ view: to }))}>
        ${icon(name, fallback)}
        <span class="words">
          <span>${title}</span>
          ${detail ? html`<span class="small">${detail}</span>` : nothing}
        </span>
        <span class="go">${icon('chevron')}</span>
      </button>
    </li>`;
  }
}

define('loyalty-next', HomeNext);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-next': HomeNext;
  }
}
