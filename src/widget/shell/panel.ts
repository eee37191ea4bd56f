import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Select } from '../context/select.js';
import { Words } from '../context/words.js';
import { ClosedEvent, OpenedEvent } from '../events/lifecycle.js';
import { loadFailureTerm } from '../i18n/load-failure.js';
import type { Localizer } from '../i18n/localizer.js';
import { catalog, failureOf, phaseOf, walletOf } from '../store/selectors.js';
import type { Announcer } from '../ui/announcer.js';
import { block } from '../ui/block.styles.js';
import { button } from '../ui/button.styles.js';
import { define } from '../ui/define.js';
import { host } from '../ui/host.styles.js';
import { icon } from '../ui/icons.js';
import { panel } from './panel.styles.js';
import { viewNamed, views, type View, type ViewName } from './views.js';

/** Below this width the panel is a sheet that takes the page's place, and modal. */
const PHONE = '(max-width: 600px)';

/**
 * The dialog with the programme's sections. On a phone it is modal; on a desktop it lies in the
 * corner and the page stays usable. Both lie in the top layer: no z-index of the shop's covers them.
 *
 * @summary The dialog with its sections.
 * @tagname loyalty-panel
 * @attr {string} position - `bottom-right` (default) or `bottom-left`
 * @csspart panel - the dialog
 * @csspart header - its head
 * @csspart tabs - its navigation
 * @csspart tab - one entry of it
 * @fires {OpenedEvent} loyalty-opened
 * @fires {ClosedEvent} loyalty-closed
 */
export class LoyaltyPanel extends LitElement {
  static override styles = [...host, button, block, panel];

  /** Where the panel says things to a screen reader. */
  @property({ attribute: false }) announcer: Announcer | undefined;

  @state() private view: ViewName = 'home';
  @state() private isOpen = false;
  /** Sections whose blocks are there. */
  @state() private ready: ReadonlySet<ViewName> = new Set();
  /** The section whose blocks could not be fetched. */
  @state() private missing: ViewName | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('[role=status]') private readonly region!: HTMLElement;

  readonly #words = new Words(this);
  // Only the open panel wants data: a closed one must not make the store connect.
  readonly #phase = new Select(this, phaseOf, { isLazy: true });
  readonly #failure = new Select(this, failureOf, { isLazy: true });
  readonly #catalog = new Select(this, catalog, { isLazy: true });
  readonly #me = new Select(this, ({ me }) => me, { isLazy: true });
  readonly #wallet = new Select(this, walletOf, { isLazy: true });
  #opener: HTMLElement | null = null;
  #silence: (() => void) | undefined;
  #life: AbortController | undefined;

  get open(): boolean {
    return this.isOpen;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#life = new AbortController();
    const { signal } = this.#life;
    // A phone that is turned becomes wide: the dialog changes its nature while it stands open.
    matchMedia(PHONE).addEventListener('change', () => this.isOpen && this.#present(), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life?.abort();
    this.close();
  }

  /** Opens the panel at a section. @param opener gets the focus back when the panel closes */
  async show(view?: string | null, opener: HTMLElement | null = null): Promise<void> {
    this.view = viewNamed(view ?? this.view);
    if (this.isOpen) return this.#select(this.view);
    this.#opener = opener;
    this.isOpen = true;
    void this.#load(this.view);
    await this.updateComplete;
    if (!this.isOpen) return;
    this.#present();
    this.renderRoot.querySelector<HTMLElement>('#name')?.focus();
    this.#silence = this.announcer?.register(this.region);
    this.dispatchEvent(new OpenedEvent({ view: this.view }));
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#silence?.();
    const { dialog } = this;
    if (dialog?.open) dialog.close();
    if (dialog?.matches(':popover-open')) dialog.hidePopover();
    dialog?.removeAttribute('popover');
    this.#opener?.focus();
    this.dispatchEvent(new ClosedEvent());
  }

  protected override render(): TemplateResult {
    const loc = this.#words.value;
    const name = this.#catalog.value?.program.name ?? loc?.term('panel.name') ?? '';
    return html`<dialog
      part="panel"
      aria-labelledby="name"
      lang=${loc?.locale ?? nothing}
      dir=${loc?.dir ?? nothing}
      @cancel=${(event: Event) => this.#onCancel(event)}
      @close=${() => this.#onClose()}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
    >
      <header part="header">
        <h2 id="name" tabindex="-1">${name}</h2>
        ${this.#renderBalance()}
        <button
          class="plain"
          part="button close-button"
          aria-label=${loc?.term('panel.close') ?? 'Close'}
          @click=${() => this.close()}
        >
          ${icon('close')}
        </button>
      </header>
      <div class="main">
        ${loc && this.isOpen ? this.#renderMain(loc) : nothing}
        <p role="status" class="visually-hidden"></p>
      </div>
      ${loc ? this.#renderTabs(loc) : nothing}
    </dialog>`;
  }

  /** Home says it large; elsewhere it stays in sight, because it is what is spent there. */
  #renderBalance(): TemplateResult | typeof nothing {
    const loc = this.#words.value;
    const wallet = this.#wallet.value;
    if (!loc || !wallet || this.#shown === 'home') return nothing;
    return html`<strong class="small" part="balance">
      ${loc.amount({ unit: wallet.unit, value: wallet.available })}
    </strong>`;
  }

  #renderMain(loc: Localizer): TemplateResult {
    const view = this.#shown;
    const isFailed = this.#phase.value === 'failed';
    return html`<div
        class="view"
        id="view"
        role="tabpanel"
        aria-labelledby="tab-${view}"
        tabindex="-1"
      >
        ${this.#renderStale(loc)}
        ${
          isFailed
            ? this.#renderFailure(loc, this.#failure.value, () =>
                this.#catalog.store?.retry('program'),
              )
            : this.ready.has(view)
              ? views[view].render()
              : this.missing === view
                ? this.#renderFailure(loc, navigator.onLine ? '' : 'offline', () =>
                    this.#load(view),
                  )
                : html`<span class="bone" aria-hidden="true"></span>`
        }
      </div>
      ${this.#renderJoin(loc)}`;
  }

  /** Home welcomes a guest itself; everywhere else the way in stays in reach. */
  #renderJoin(loc: Localizer): TemplateResult | typeof nothing {
    const definitions = this.#catalog.value;
    if (this.#shown === 'home' || this.#phase.value !== 'guest' || !definitions) return nothing;
    void import('../cards/guest-card.js').catch(() => undefined);
    const { join, signIn } = definitions.program.links ?? {};
    const { joinUrl = join, signInUrl = signIn } = this.#catalog.store?.settings ?? {};
    return html`<loyalty-guest-card
      class="join"
      brief
      .loc=${loc}
      .program=${definitions.program}
      .joinUrl=${joinUrl}
      .signInUrl=${signInUrl}
    ></loyalty-guest-card>`;
  }

  /** All failed alike: one sentence and one way to try again, not one for each part. */
  #renderFailure(
    loc: Localizer,
    code: string,
    retry: () => Promise<void> | undefined,
  ): TemplateResult {
    return html`<div class="empty" role="alert" part="error">
      <p>${loc.term(loadFailureTerm(code))}</p>
      <button class="quiet" part="button" @click=${() => void retry()}>
        ${loc.term('error.retry')}
      </button>
    </div>`;
  }

  /** What is shown is true, but not of this moment. */
  #renderStale(loc: Localizer): TemplateResult | typeof nothing {
    const me = this.#me.value;
    if (me.status !== 'stale') return nothing;
    const time = loc.time(new Date(me.at).toISOString());
    return html`<p class="note small stale" role="status">
      ${loc.term('stale.since', { time })}
      <button class="plain" @click=${() => void this.#me.store?.refresh()}>
        ${loc.term('error.retry')}
      </button>
    </p>`;
  }

  get #shownViews(): [ViewName, View][] {
    const isMember = this.#phase.value === 'member';
    return (Object.entries(views) as [ViewName, View][]).filter(
      ([, { isPrivate }]) => isMember || !isPrivate,
    );
  }

  #renderTabs(loc: Localizer): TemplateResult {
    return html`<div
      role="tablist"
      part="tabs"
      aria-label=${loc.term('panel.sections')}
      @keydown=${(event: KeyboardEvent) => this.#onTabKey(event)}
    >
      ${this.#shownViews.map(
        ([name, view]) =>
          html`<button
            role="tab"
            part="tab"
            id="tab-${name}"
            aria-controls="view"
            aria-selected=${name === this.#shown}
            tabindex=${name === this.#shown ? 0 : -1}
            @click=${() => this.#select(name)}
            @pointerenter=${() => void view.load().catch(() => undefined)}
          >
            ${icon(view.icon)} ${loc.term(view.term)}
          </button>`,
      )}
    </div>`;
  }

  /** What is shown: a section that only members have is home to a guest. */
  get #shown(): ViewName {
    return this.#shownViews.some(([name]) => name === this.view) ? this.view : 'home';
  }

  #select(name: ViewName): void {
    this.view = name;
    void this.#load(name);
    void this.updateComplete.then(() => this.renderRoot.querySelector('.main')?.scrollTo(0, 0));
  }

  async #load(name: ViewName): Promise<void> {
    this.missing = undefined;
    try {
      await views[name].load();
      this.ready = new Set([...this.ready, name]);
    } catch {
      this.missing = name;
      // A deploy may have taken the chunk away; being offline is no fault.
      if (navigator.onLine)
        console.warn(`<loyalty-panel> "${name}" could not be loaded; is the folder complete?`);
    }
  }

  /** Shows the dialog as what it is at this width; also when the width changes while it is open. */
  #present(): void {
    const { dialog } = this;
    const isPhone = matchMedia(PHONE).matches;
    if (!dialog || (dialog.open === isPhone && dialog.hasAttribute('popover') === !isPhone)) return;
    if (dialog.matches(':popover-open')) dialog.hidePopover();
    dialog.removeAttribute('popover');
    // Taking the attribute alone would leave it modal, and the page inert.
    dialog.close();
    if (isPhone) {
      dialog.showModal();
    } else {
      dialog.popover = 'manual';
      dialog.showPopover();
    }
  }

  /** Heard late: by then it may stand open again in its other nature. */
  #onClose(): void {
    if (!this.dialog?.matches(':modal, :popover-open')) this.close();
  }

  #onCancel(event: Event): void {
    event.preventDefault();
    this.close();
  }

  /** A corner dialog gets no Escape of its own. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.close();
  }

  /** Arrow keys walk the tabs, as the pattern wants; a tab opens when it is pressed. */
  #onTabKey(event: KeyboardEvent): void {
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
    const at = tabs.indexOf(event.target as HTMLElement);
    const forward = this.#words.value?.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const moves: Record<string, number> = {
      [forward]: at + 1,
      [backward]: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = moves[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    tabs[(to + tabs.length) % tabs.length]?.focus();
  }
}

define('loyalty-panel', LoyaltyPanel);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-panel': LoyaltyPanel;
  }
}
