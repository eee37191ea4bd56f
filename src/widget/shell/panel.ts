import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { renderFailed } from '../blocks/failed.js';
import { whereOf } from '../blocks/where.js';
import { Select } from '../context/select.js';
import { Words } from '../context/words.js';
import { ClosedEvent, OpenedEvent } from '../events/lifecycle.js';
import type { Localizer } from '../i18n/localizer.js';
import { valueOf } from '../store/remote.js';
import { catalog, failureOf, phaseOf, walletOf } from '../store/selectors.js';
import type { Announcer } from '../ui/announcer.js';
import { block } from '../ui/block.styles.js';
import { button } from '../ui/button.styles.js';
import { define } from '../ui/define.js';
import { host } from '../ui/host.styles.js';
import { icon } from '../ui/icons.js';
import { PARTS } from '../ui/parts.js';
import { renderLegal } from './legal.js';
import { panel } from './panel.styles.js';
import { arranged, renderRest, renderTabs, type Tab } from './tabs.js';
import { listedViews, placeOf, views, type ViewName } from './views.js';

/** Below this width the panel is a sheet that takes the page's place, and modal. */
const PHONE = '(max-width: 600px)';

/**
 * The dialog with the programme's sections. On a phone it is modal; on a desktop it lies in the
 * corner and the page stays usable. Both lie in the top layer: no z-index of the shop's covers them.
 *
 * @summary The dialog with its sections.
 * @tagname loyalty-panel
 * @attr {string} position - `bottom-right` (default) or `bottom-left`
 * @attr {string} views - the sections to show, in their order: `home rewards earn`; all otherwise
 * @csspart panel - the dialog
 * @csspart header - its head
 * @csspart legal - the links at its foot
 * @csspart tabs - its navigation
 * @csspart tab - one entry of it
 * @fires {OpenedEvent} loyalty-opened
 * @fires {ClosedEvent} loyalty-closed
 */
export class LoyaltyPanel extends LitElement {
  static override styles = [...host, button, block, panel];

  /** Where the panel says things to a screen reader. */
  @property({ attribute: false }) announcer: Announcer | undefined;

  /** The sections to show, in their order: `home rewards earn`. */
  @property() views: string | null = null;

  /** As it was asked for; what is not there is shown as the first section. */
  @state() private view = '';
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
  #loading: ViewName | undefined;
  #shownBlock: HTMLElement | undefined;
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

  /**
   * Opens the panel.
   * @param path a section, and an item in it where one is named: `rewards/off5`
   * @param opener gets the focus back when the panel closes
   */
  async show(path?: string | null, opener: HTMLElement | null = null): Promise<void> {
    const { view, item } = placeOf(path ?? this.view);
    this.view = view;
    if (this.isOpen) {
      // The section that asked for it is about to go.
      this.#select(view, true);
      if (item) void this.#find(item);
      return;
    }
    this.#opener = opener;
    this.isOpen = true;
    await this.updateComplete;
    if (!this.isOpen) return;
    this.#present();
    this.#focus('#name');
    // Afterwards: the item takes the focus, and would lose its mark with it.
    if (item) void this.#find(item);
    this.#silence = this.announcer?.register(this.region);
    this.dispatchEvent(new OpenedEvent({ view: this.#shown }));
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#silence?.();
    this.#shownBlock = undefined;
    const { dialog } = this;
    if (dialog?.open) dialog.close();
    if (dialog?.matches(':popover-open')) dialog.hidePopover();
    dialog?.removeAttribute('popover');
    this.#opener?.focus();
    this.dispatchEvent(new ClosedEvent());
  }

  /** A section's code is fetched when it is first shown. */
  protected override updated(): void {
    const name = this.#shown;
    if (this.isOpen && !this.ready.has(name) && this.missing !== name) void this.#load(name);
  }

  protected override render(): TemplateResult {
    const loc = this.#words.value;
    const name = this.#catalog.value?.program.name ?? loc?.term('panel.name') ?? '';
    return html`<dialog
      part="panel"
      aria-labelledby="name"
      lang=${loc?.locale ?? nothing}
      dir=${loc?.dir ?? nothing}
      @click=${this.#onPress}
      @cancel=${this.#onCancel}
      @close=${this.#onClose}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#onCancel(event)}
    >
      <div class="head" part="header">
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
      </div>
      ${loc ? this.#renderTabs(loc) : nothing}
      <div class="main" tabindex="-1">
        ${loc && this.isOpen ? this.#renderMain(loc) : nothing}
        <p role="status" class="visually-hidden"></p>
      </div>
      ${loc ? renderLegal(loc, this.#catalog.value?.program.links) : nothing}
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

  /**
   * What can be tabbed to can be scrolled by keys, also where a section has no controls of its own. Of
   * what scrolls around it Firefox would make a stop too.
   */
  #renderMain(loc: Localizer): TemplateResult {
    const tabs = this.#tabs;
    const tab = tabs.length > 1 ? `tab-${this.#selected}` : undefined;
    // Its tab is called “More”, and leads to several.
    const hidden = arranged(tabs).rest.find(({ name }) => name === this.view);
    const isFailed = this.#phase.value === 'failed';
    return html`${this.#renderPreview(loc)}
      <div
        class="view"
        id="view"
        role=${tab ? 'tabpanel' : 'group'}
        aria-labelledby=${hidden ? 'section' : (tab ?? 'name')}
        tabindex="0"
      >
        ${this.#renderStale(loc)}
        ${hidden ? html`<h3 id="section">${loc.term(`view.${hidden.name}`)}</h3>` : nothing}
        ${
          isFailed
            ? renderFailed(
                loc,
                this.#failure.value,
                () => this.#catalog.store?.retry('program'),
                'alert',
              )
            : this.#renderView(loc)
        }
      </div>
      ${this.#renderJoin(loc)}`;
  }

  #renderView(loc: Localizer): unknown {
    const { rest } = arranged(this.#tabs);
    const name = this.#shown;
    if (this.view === 'more' && rest.length) {
      return renderRest(loc, rest, (to) => this.#select(to, true));
    }
    if (this.missing === name) {
      return renderFailed(loc, navigator.onLine ? '' : 'offline', () => this.#load(name), 'alert');
    }
    if (!this.ready.has(name)) return html`<span class="bone" aria-hidden="true"></span>`;
    return this.#block(name);
  }

  #block(name: ViewName): HTMLElement {
    const { tag } = views[name];
    if (this.#shownBlock?.localName !== tag) {
      this.#shownBlock = document.createElement(tag);
      this.#shownBlock.setAttribute('exportparts', PARTS);
    }
    return this.#shownBlock;
  }

  /** Home welcomes a guest itself; everywhere else the way in stays in reach. */
  #renderJoin(loc: Localizer): TemplateResult | typeof nothing {
    const program = this.#catalog.value?.program;
    if (this.#shown === 'home' || this.#phase.value !== 'guest' || !program) return nothing;
    void import('../cards/guest-card.js').catch(() => undefined);
    const { joinUrl, signInUrl } = whereOf(this.#catalog.store?.settings, program.links);
    return html`<loyalty-guest-card
      class="join"
      brief
      .loc=${loc}
      .joinUrl=${joinUrl}
      .signInUrl=${signInUrl}
    ></loyalty-guest-card>`;
  }

  /** What is shown is not true, and says so. */
  #renderPreview(loc: Localizer): TemplateResult | typeof nothing {
    const preview = this.#catalog.store?.settings.preview;
    if (preview == null) return nothing;
    void import('./preview/badge.js').catch(() => undefined);
    return html`<loyalty-preview-badge .loc=${loc} .preview=${preview}></loyalty-preview-badge>`;
  }

  /** What is shown is true, but not of this moment. */
  #renderStale(loc: Localizer): TemplateResult | typeof nothing {
    const me = this.#me.value;
    if (me.status !== 'stale') return nothing;
    // By the device’s clock it was fetched, by the server’s it is told.
    const time = loc.time(me.at + loc.now() - Date.now());
    return html`<p class="note small stale" role="status">
      ${loc.term('stale.since', { time })}
      <button class="plain" @click=${() => void this.#me.store?.refresh()}>
        ${loc.term('error.retry')}
      </button>
    </p>`;
  }

  /** What this programme and this member have; nothing before that is known. */
  get #tabs(): readonly Tab<ViewName>[] {
    const catalog = this.#catalog.value;
    const me = valueOf(this.#me.value);
    if (!catalog || me === undefined) return [];
    return listedViews(this.views)
      .filter((name) => views[name].isIn({ catalog, me }))
      .map((name) => {
        const { icon, load } = views[name];
        return { name, icon, warm: () => void load().catch(() => undefined) };
      });
  }

  /** The section that is shown: what a link names of another version or another member is the first. */
  get #shown(): ViewName {
    const tabs = this.#tabs;
    const names = tabs.length ? tabs.map(({ name }) => name) : listedViews(this.views);
    return names.find((name) => name === this.view) ?? names[0] ?? 'home';
  }

  /** The tab that leads to what is shown. */
  get #selected(): string {
    const { shown, rest } = arranged(this.#tabs);
    const isInRest = this.view === 'more' || rest.some(({ name }) => name === this.#shown);
    return isInRest && rest.length ? (shown.at(-1)?.name ?? '') : this.#shown;
  }

  #renderTabs(loc: Localizer): TemplateResult | typeof nothing {
    const tabs = arranged(this.#tabs).shown;
    if (!tabs.length) return html`<div class="tabs"></div>`;
    return tabs.length > 1
      ? renderTabs({
          loc,
          tabs,
          selected: this.#selected,
          onSelect: (name) => this.#select(name),
        })
      : nothing;
  }

  /** @param keepsFocus what was pressed is about to go: the focus must not go with it */
  #select(name: string, keepsFocus = false): void {
    this.view = name;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector('.main')?.scrollTo(0, 0);
      if (keepsFocus) this.#focus('#view');
    });
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Looks for an item in the section that is shown; one that is not there is no failure. */
  async #find(item: string): Promise<void> {
    const { findItem } = await import('./find-item.js');
    await this.#catalog.store?.connect();
    await this.updateComplete;
    const name = this.#shown;
    await views[name].load();
    // Whoever else waits for the section may hear of it later: it must stand there now.
    this.ready = new Set([...this.ready, name]);
    await this.updateComplete;
    const view = this.renderRoot.querySelector('#view');
    if (view) await findItem(view, item);
  }

  async #load(name: ViewName): Promise<void> {
    if (this.#loading === name) return;
    this.#loading = name;
    this.missing = undefined;
    try {
      await views[name].load();
      this.ready = new Set([...this.ready, name]);
    } catch {
      this.missing = name;
      // A deploy may have taken the chunk away; being offline is no fault.
      if (navigator.onLine)
        console.warn(`<loyalty-panel> "${name}" could not be loaded; is the folder complete?`);
    } finally {
      this.#loading = undefined;
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

  /** Nothing is lost before the first press. */
  readonly #onPress = (event: Event): void => {
    const path = event.composedPath();
    import('./keep-focus.js').then(
      ({ keepFocus }) => keepFocus(this, path),
      () => undefined,
    );
  };

  /** Heard late: by then it may stand open again in its other nature. */
  readonly #onClose = (): void => {
    if (!this.dialog?.matches(':modal, :popover-open')) this.close();
  };

  /** By the browser on a phone; a corner dialog gets no Escape of its own, and hears the key. */
  readonly #onCancel = (event: Event): void => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    this.close();
  };
}

define('loyalty-panel', LoyaltyPanel);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-panel': LoyaltyPanel;
  }
}
