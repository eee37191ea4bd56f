import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Localizer } from '../../i18n/localizer.js';
import { define } from '../../ui/define.js';
import { host } from '../../ui/host.styles.js';

/**
 * Says in the panel that what is shown is a preview, and, after a press that would have changed
 * something, that nothing was done.
 *
 * @tagname loyalty-preview-badge
 */
export class PreviewBadge extends LitElement {
  static override styles = [
    ...host,
    css`
      p {
        margin-block-end: 20px;
        padding: 10px 12px;
        border: 2px dashed var(--_field);
        border-radius: calc(var(--_radius) * 0.6);
      }
    `,
  ];

  @property({ attribute: false }) loc!: Localizer;
  /** What the merchant wrote. */
  @property() preview = '';

  @state() private isPressed = false;
  readonly #onError = ({ detail }: GlobalEventHandlersEventMap['loyalty-error']): void => {
    this.isPressed ||= detail.code === 'preview';
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('loyalty-error', this.#onError);
  }

  protected override firstUpdated(): void {
    void this.loc.load('more').then(
      () => this.requestUpdate(),
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('loyalty-error', this.#onError);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { loc, preview } = this;
    if (!loc.has('more')) return nothing;
    return html`<p class="small">
      <strong>${loc.term('preview.badge')}</strong>
      ${preview} ·
      <span role="status">${loc.term(this.isPressed ? 'error.preview' : 'preview.text')}</span>
    </p>`;
  }
}

define('loyalty-preview-badge', PreviewBadge);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-preview-badge': PreviewBadge;
  }
}
