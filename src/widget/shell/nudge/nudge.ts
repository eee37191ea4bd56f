import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Select } from '../../context/select.js';
import { Words } from '../../context/words.js';
import { OpenRequestEvent } from '../../events/ways-in.js';
import type { Localizer } from '../../i18n/localizer.js';
import { choicesOf, choose, onChoice } from '../../store/choices.js';
import { catalog, me } from '../../store/selectors.js';
import { define } from '../../ui/define.js';
import { icon } from '../../ui/icons.js';
import { nudgeStyles } from './nudge.styles.js';
import { nudgeFor, type FoundNudge } from './nudges.js';
import { close, isBusy, isClosed, mayTalk, WAIT_MS } from './quiet.js';

const PARTS = ['more', 'hints', 'shopping'] as const;

/**
 * One reminder beside the button, seldom and quiet: after a while, one at a time, never over a
 * dialog or while someone types, and for good away when the shopper says so. Where there is no room,
 * and near the till, it is a dot on the button.
 *
 * @tagname loyalty-nudge
 */
export class WidgetNudge extends LitElement {
  static override styles = nudgeStyles;

  /** `quiet` shows no words. */
  @property() mode: string | null = null;
  @property({ reflect: true }) position = '';
  /** Where the focus goes when the reminder is sent away. */
  @property({ attribute: false }) home: () => HTMLElement | null = () => null;
  /** The panel stands open: what it says need not be said twice. */
  @property({ type: Boolean, attribute: false }) isOpen = false;
  /** How long the page is left in peace, in milliseconds. */
  @property({ type: Number, attribute: false }) wait = WAIT_MS;

  @state() private isDue = false;
  @state() private isGone = false;

  readonly #words = new Words(this);
  readonly #catalog = new Select(this, catalog, { isLazy: true });
  readonly #me = new Select(this, me, { isLazy: true });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setTimeout(() => this.#wake(), this.wait);
    this.#stop = onChoice(() => this.requestUpdate());
    document.addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#stop?.();
    document.removeEventListener('keydown', this.#onKey);
  }

  protected override updated(): void {
    const loc = this.#words.value;
    if (!loc) return;
    this.lang = loc.locale;
    this.dir = loc.dir;
  }

  protected override render(): TemplateResult {
    const loc = this.#words.value;
    const nudge = loc && this.#nudge(loc);
    // The region is there before its words: only what comes into it is heard.
    return html`<div role="status">
      ${loc && nudge ? (mayTalk(this.mode) ? this.#renderBubble(loc, nudge) : this.#renderDot(nudge)) : nothing}
    </div>`;
  }

  #nudge(loc: Localizer): FoundNudge | undefined {
    const definitions = this.#catalog.value;
    const member = this.#me.value;
    if (!this.isDue || this.isGone || this.isOpen) return undefined;
    if (!definitions || member === undefined || !loc.has(...PARTS)) return undefined;
    const { program } = definitions;
    return isClosed(program.id) ? undefined : nudgeFor({ program, me: member, loc });
  }

  /** The page has rested a while; a busy shopper is left alone a while longer. */
  #wake(): void {
    if (isBusy() || this.isOpen) {
      this.#timer = setTimeout(() => this.#wake(), this.wait);
      return;
    }
    // Who wants no reminders is not even looked up.
    const program = this.#catalog.value?.program.id;
    if (program !== undefined && (isClosed(program) || choicesOf(program).muteNudges)) return;
    void this.#catalog.store?.connect();
    void this.#words.value?.load(...PARTS).then(
      () => (this.isDue = true),
      () => undefined,
    );
  }

  #renderBubble(
    loc: Localizer,
    { icon: name, fallback, title, detail, to, name: kind }: FoundNudge,
  ): TemplateResult {
    return html`<div class="bubble" part="nudge">
      <div class="head">
        <span class="emblem">${icon(name, fallback)}</span>
        <p class="words">
          <strong>${title}</strong>
          ${detail ? html`<span class="small muted">${detail}</span>` : nothing}
        </p>
        <button
          class="plain close"
          part="button"
          aria-label=${loc.term('panel.close')}
          @click=${() => this.#close()}
        >
          ${icon('close')}
        </button>
      </div>
      <div class="actions">
        <button part="button" @click=${() => this.#follow(to)}>${loc.term('nudge.open')}</button>
        <button class="plain" part="button" @click=${() => this.#never(kind)}>
          ${loc.term('nudge.never')}
        </button>
      </div>
    </div>`;
  }

  #renderDot({ title }: FoundNudge): TemplateResult {
    return html`<span class="dot" part="nudge"
      ><span class="visually-hidden">${title}</span></span
    >`;
  }

  #follow(view: string): void {
    this.#close();
    this.dispatchEvent(new OpenRequestEvent({ view }));
  }

  #never(kind: string): void {
    const program = this.#catalog.value?.program.id ?? '';
    choose(program, { snoozed: [...(choicesOf(program).snoozed ?? []), kind] });
    this.#close();
  }

  #close(): void {
    const program = this.#catalog.value?.program.id;
    if (program !== undefined) close(program);
    const hadFocus = this.shadowRoot?.activeElement;
    this.isGone = true;
    if (hadFocus) this.home()?.focus();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (this.renderRoot.querySelector('.bubble')) this.#close();
  };
}

define('loyalty-nudge', WidgetNudge);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-nudge': WidgetNudge;
  }
}
