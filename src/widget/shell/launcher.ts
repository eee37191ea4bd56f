import { define } from '../ui/define.js';
import { canDerive, derivedFill, fill } from '../ui/theme.js';

const STYLES = `
  :host {
    all: initial !important;
    ${fill}
    position: fixed !important;
    inset-block-end: calc(var(--loyalty-offset-y, 20px) + env(safe-area-inset-bottom, 0px)) !important;
    inset-inline-end: var(--loyalty-offset-x, 20px) !important;
    z-index: var(--loyalty-layer, 1000) !important;
    direction: inherit !important;
  }
  :host([position='bottom-left']) {
    inset-inline: var(--loyalty-offset-x, 20px) auto !important;
  }
  :host([hidden]) { display: none !important; }
  @supports ${canDerive} { :host { ${derivedFill} } }
  button {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 52px;
    min-inline-size: 176px;
    padding: 0 20px 0 16px;
    border: 1px solid transparent;
    border-radius: 99px;
    background: var(--_fill);
    color: var(--_on-fill);
    font: inherit;
    font-size: 16px;
    font-weight: 600;
    line-height: 1;
    box-shadow: 0 2px 6px rgb(0 0 0 / 0.18), 0 8px 24px rgb(0 0 0 / 0.16);
    cursor: pointer;
    touch-action: manipulation;
  }
  button:hover { filter: brightness(0.94); }
  button:focus-visible { outline: 3px solid #000; outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
  button[aria-busy='true'] svg { animation: turn 0.9s linear infinite; }
  @keyframes turn { to { rotate: 360deg; } }
  svg { inline-size: 24px; block-size: 24px; fill: none; stroke: currentColor; stroke-width: 1.75;
    stroke-linecap: round; stroke-linejoin: round; flex: none; }
  :host { font-family: var(--loyalty-font, inherit) !important; }
  @media (prefers-reduced-motion: reduce) { button[aria-busy='true'] svg { animation: none; opacity: 0.6; } }
  @media (forced-colors: active) { button { border-color: ButtonText; } }
  @media print { :host { display: none !important; } }
`;

const GIFT = 'M4 11h16v9H4v-9Zm-1-4h18v4H3V7Zm9 0v13M12 7C10 2 5 3 7 7m5 0c2-5 7-4 5 0';
const SVG = 'http://www.w3.org/2000/svg';

// A server has no HTMLElement; importing must not fail there.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * The floating button. Written without Lit, because it is what a page pays for when nobody opens the
 * panel; it stays the same element when the rest has come, so that focus is never lost.
 *
 * @summary The floating button that opens the panel.
 * @tagname loyalty-launcher
 * @attr {string} position - `bottom-right` (default) or `bottom-left`
 * @csspart launcher - the button
 * @cssproperty [--loyalty-offset-x=20px] - distance from the side
 * @cssproperty [--loyalty-offset-y=20px] - distance from the bottom
 * @cssproperty [--loyalty-layer=1000] - z-index of the button
 * @fires {Event} loyalty-open-request - it was pressed
 */
export class LoyaltyLauncher extends Base {
  #button: HTMLButtonElement | undefined;
  #text: HTMLSpanElement | undefined;
  #label = '';
  #balance = '';
  #isBusy = false;
  #isExpanded = false;

  connectedCallback(): void {
    if (!this.#button) this.#build();
  }

  /** What the button is for, in the shopper's language. */
  get label(): string {
    return this.#label;
  }
  set label(value: string) {
    this.#label = value;
    this.#show();
  }

  /** The balance as text, "620 leaves"; shown in place of the label, and spoken with it. */
  get balance(): string {
    return this.#balance;
  }
  set balance(value: string) {
    this.#balance = value;
    this.#show();
  }

  /** The panel is on its way. */
  get busy(): boolean {
    return this.#isBusy;
  }
  set busy(value: boolean) {
    this.#isBusy = value;
    this.#show();
  }

  /** The panel stands open. */
  get expanded(): boolean {
    return this.#isExpanded;
  }
  set expanded(value: boolean) {
    this.#isExpanded = value;
    this.#show();
  }

  override focus(options?: FocusOptions): void {
    this.#button?.focus(options);
  }

  #build(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open', delegatesFocus: true });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', GIFT);
    svg.append(path);
    this.#text = document.createElement('span');
    this.#button = document.createElement('button');
    this.#button.type = 'button';
    this.#button.setAttribute('part', 'launcher');
    this.#button.setAttribute('aria-haspopup', 'dialog');
    this.#button.append(svg, this.#text);
    this.#button.addEventListener('click', () =>
      this.dispatchEvent(
        new Event('loyalty-open-request', { bubbles: true, composed: true, cancelable: true }),
      ),
    );
    root.append(this.#button);
    this.#show();
  }

  #show(): void {
    if (!this.#button || !this.#text) return;
    this.#text.textContent = this.#balance || this.#label;
    this.#button.ariaExpanded = String(this.#isExpanded);
    this.#button.ariaBusy = String(this.#isBusy);
    // The visible text stays part of the name, for those who speak to their browser.
    this.#button.ariaLabel = this.#balance ? `${this.#label}, ${this.#balance}` : null;
  }
}

define('loyalty-launcher', LoyaltyLauncher);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-launcher': LoyaltyLauncher;
  }
}
