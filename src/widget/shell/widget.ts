import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { phaseOf, walletOf } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import type { LoyaltyLauncher } from './launcher.js';
import type { LoyaltyPanel } from './panel.js';
import { LoyaltyProvider } from './provider.js';

/**
 * Provider, launcher and panel in their usual arrangement; what the script tag creates. Serves the
 * whole page unless `scope` says otherwise.
 *
 * @summary Launcher and panel, connected.
 * @tagname loyalty-widget
 * @attr {string} launcher - `none` shows no floating button: the panel opens by `open()` or from a block
 * @attr {string} position - `bottom-right` (default) or `bottom-left`
 * @attr {string} views - the panel's sections, in their order: `home rewards earn`; all otherwise
 * @attr {string} nudges - shows reminders beside the button, one at a time; `quiet` shows a dot in
 *   place of words, as the page does by itself on a phone and with `data-page="checkout"`; without
 *   this attribute there are none
 * @slot launcher - an own launcher in place of the floating button
 * @csspart panel - the dialog
 * @csspart header - its head
 * @csspart legal - the links at its foot
 * @csspart tabs - its navigation
 * @csspart tab - one entry of the navigation
 */
export class LoyaltyWidget extends LoyaltyProvider {
  @property() launcher: string | null = null;
  @property() position: string | null = null;
  @property() views: string | null = null;
  @property() nudges: string | null = null;

  @state() private isPanelThere = false;
  @state() private isPanelOpen = false;

  @query('loyalty-panel') private readonly panel!: LoyaltyPanel | null;

  /** @internal */
  override readonly hasPanel = true;
  #panelLoading: Promise<unknown> | undefined;
  #links: AbortController | undefined;
  #polling: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.scope = 'page';
    this.addEventListener('loyalty-closed', () => this.#mark());
    this.addEventListener('loyalty-opened', () => this.#mark());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const target = this.scope === 'page' ? window : this;
    target.addEventListener('loyalty-open-request', this.#onOpenRequest);
    this.#links = new AbortController();
    addEventListener('hashchange', this.#onLink, this.#links);
    this.#onLink();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#links?.abort();
    clearInterval(this.#polling);
    removeEventListener('loyalty-open-request', this.#onOpenRequest);
    this.removeEventListener('loyalty-open-request', this.#onOpenRequest);
  }

  /** Fetches what opening needs: the panel's code, and the data. */
  async warm(): Promise<void> {
    await this.updateComplete;
    void this.store?.connect();
    this.#panelLoading ??= import('./opening.js').catch((error: unknown) => {
      this.#panelLoading = undefined;
      throw error;
    });
    await this.#panelLoading;
  }

  /**
   * Opens the panel.
   * @param view a section, and an item in it: `rewards`, `rewards/off5`; an unknown item is its
   * section, an unknown section the first one
   */
  async open(view?: string): Promise<void> {
    const opener = focused() ?? this.#launcher;
    try {
      await this.warm();
    } catch {
      this.report(
        new Error('The panel could not be loaded; is the folder of loyalty.js complete?'),
        'panel',
      );
      return;
    }
    if (!this.isConnected) return;
    this.isPanelThere = true;
    await this.updateComplete;
    await this.panel?.show(view, opener);
  }

  close(): void {
    this.panel?.close();
  }

  protected override onSnapshot(): void {
    super.onSnapshot();
    this.#showOnLauncher();
  }

  protected override updated(): void {
    this.#showOnLauncher();
  }

  protected override render(): TemplateResult {
    const { isPanelThere, position } = this;
    return html`<slot></slot>
      <slot name="launcher">
        ${
          this.launcher === 'none' || this.querySelector('[slot=launcher]')
            ? nothing
            : html`<loyalty-launcher
                exportparts="launcher"
                position=${position ?? ''}
              ></loyalty-launcher>`
        }
      </slot>
      ${
        isPanelThere
          ? html`<loyalty-panel
              exportparts=${PARTS}
              position=${position ?? ''}
              .views=${this.views}
              .announcer=${this.announcer}
            ></loyalty-panel>`
          : ''
      }
      ${this.nudges === null ? '' : this.#renderNudge()} ${this.renderRegion()}`;
  }

  /** Its code is fetched where a merchant wants reminders at all. */
  #renderNudge(): TemplateResult {
    void import('./nudge/nudge.js').catch(() => undefined);
    return html`<loyalty-nudge
      exportparts=${PARTS}
      position=${this.position ?? ''}
      mode=${this.nudges ?? ''}
      .home=${this.#home}
      .isOpen=${this.isPanelOpen}
    ></loyalty-nudge>`;
  }

  readonly #home = (): HTMLElement | null => this.#launcher;

  get #launcher(): LoyaltyLauncher | null {
    const painted = this.querySelector<LoyaltyLauncher>('loyalty-launcher[slot=launcher]');
    return painted ?? this.renderRoot.querySelector<LoyaltyLauncher>('loyalty-launcher');
  }

  #showOnLauncher(): void {
    const launcher = this.#launcher;
    const { localizer, store } = this;
    if (!launcher || !localizer || !store) return;
    const wallet = phaseOf(store.snapshot) === 'member' ? walletOf(store.snapshot) : undefined;
    launcher.label = localizer.term('panel.name');
    launcher.balance = wallet
      ? localizer.amount({ unit: wallet.unit, value: wallet.available })
      : '';
  }

  #mark(): void {
    const launcher = this.#launcher;
    const isOpen = this.panel?.open ?? false;
    this.isPanelOpen = isOpen;
    if (launcher) launcher.expanded = isOpen;
    clearInterval(this.#polling);
    const seconds = this.store?.pollSeconds;
    if (isOpen && seconds) this.#polling = setInterval(() => this.#poll(), seconds * 1_000);
  }

  /** While the panel stands open and someone can see it. */
  #poll(): void {
    const isSeen = document.visibilityState === 'visible' && this.isConnected;
    if (isSeen && !this.store?.isLive) void this.refresh();
  }

  /** What follows links comes with the first one. */
  readonly #onLink = (): void => {
    const { signal } = this.#links ?? {};
    if (!signal || !/^#loyalty\b/.test(location.hash)) return;
    removeEventListener('hashchange', this.#onLink);
    import('./links.js').then(
      ({ followLinks }) => signal.aborted || followLinks(this, signal),
      (error: unknown) => this.report(error, 'link'),
    );
  };

  readonly #onOpenRequest = (event: Event): void => {
    const { view } = ((event as CustomEvent<unknown>).detail ?? {}) as { view?: string };
    // Others may still stop it while it bubbles to the end.
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      if (this.panel?.open && !view) this.close();
      else void this.open(view);
    });
  };
}

/** What has the focus, through all shadow roots; null where nothing has. */
function focused(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : null;
}

define('loyalty-widget', LoyaltyWidget);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-widget': LoyaltyWidget;
  }
}
