import { css, html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { drawingOf, type Drawing } from '../ui/barcode/drawing.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { Card } from './card.js';

/**
 * A code for a scanner: QR, Code 128 or EAN-13, drawn in the page. Dark on light in every scheme,
 * because scanners want it so; a press shows it large.
 *
 * @tagname loyalty-barcode
 * @csspart barcode - the drawing
 */
export class Barcode extends Card {
  static override styles = [
    ...Card.styles,
    css`
      button.small-one {
        display: grid;
        inline-size: 100%;
        padding: 4px;
        border: 1px solid var(--_line);
        background: #fff;
        color: #000;
      }
      button.small-one:hover {
        filter: none;
        background: #fff;
      }
      svg.code {
        justify-self: center;
        display: block;
        inline-size: min(100%, 168px);
        block-size: auto;
        forced-color-adjust: none;
      }
      svg.linear {
        inline-size: 100%;
        block-size: 76px;
        padding-block: 4px;
      }
      svg.code:not(.linear) {
        shape-rendering: crispedges;
      }
      dialog {
        inline-size: min(100vw - 32px, 520px);
        padding: 20px;
        border: 0;
        border-radius: calc(var(--_radius) + 6px);
        background: #fff;
        color: #000;
        text-align: center;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.6);
      }
      dialog .code {
        inline-size: 100%;
      }
      dialog .linear {
        block-size: 160px;
      }
      dialog p {
        margin-block: 12px 16px;
        font:
          600 20px/1.3 ui-monospace,
          'SFMono-Regular',
          Menlo,
          Consolas,
          monospace;
      }
    `,
  ];

  /** `qr`, `code128` or `ean13`; anything else draws nothing. */
  @property() format = '';
  @property() value = '';
  /** What it is for; said before the code. */
  @property() name = '';

  @state() private drawing: Drawing | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('format') || changed.has('value')) void this.#draw();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { drawing, loc, value, name } = this;
    if (!drawing) return nothing;
    return html`<button
        class="small-one"
        part="barcode"
        aria-label=${loc.term('barcode.enlarge', { name, code: value })}
        @click=${() => this.dialog?.showModal()}
      >
        ${this.#renderDrawing(drawing)}
      </button>
      <dialog
        aria-label=${name}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
        @click=${(event: Event) => this.#onClick(event)}
      >
        <div role="img" aria-label=${loc.term('barcode.code', { code: value })}>
          ${this.#renderDrawing(drawing)}
        </div>
        <p><bdi>${value}</bdi></p>
        <button @click=${() => this.dialog?.close()}>
          ${icon('close')} ${loc.term('panel.close')}
        </button>
      </dialog>`;
  }

  #renderDrawing({ width, height, path, isLinear }: Drawing): TemplateResult {
    return html`<svg
      class="code ${isLinear ? 'linear' : ''}"
      viewBox="0 0 ${width} ${height}"
      preserveAspectRatio=${isLinear ? 'none' : 'xMidYMid'}
      aria-hidden="true"
    >
      ${svg`<rect width=${width} height=${height} fill="#fff"></rect><path d=${path} fill="#000"></path>`}
    </svg>`;
  }

  async #draw(): Promise<void> {
    const { format, value } = this;
    const drawing = await drawingOf(format, value);
    if (format === this.format && value === this.value) this.drawing = drawing;
  }

  /** Escape closes this dialog; the panel around it stays open. */
  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') event.stopPropagation();
  }

  /** A press beside the dialog closes it. */
  #onClick(event: Event): void {
    if (event.target === this.dialog) this.dialog?.close();
  }
}

define('loyalty-barcode', Barcode);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-barcode': Barcode;
  }
}
