import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { Provision } from '../context/store-context.js';
import { LoyaltyErrorEvent, ReadyEvent } from '../events/lifecycle.js';
import { tokenFrom, type GetToken } from '../client/token.js';
import type { Outcome } from '../../contract/types.js';
import { loadCatalogue, negotiate, wantedLocales } from '../i18n/load.js';
import { createLocalizer, type Localizer } from '../i18n/localizer.js';
import type { Catalogue } from '../i18n/catalogue.js';
import type { Catalog } from '../store/catalog.js';
import { valueOf } from '../store/remote.js';
import { catalog, phaseOf } from '../store/selectors.js';
import type { Fact } from '../store/facts.js';
import type { Store } from '../store/store.js';
import { Announcer } from '../ui/announcer.js';
import { define } from '../ui/define.js';
import { connectionFrom, type SandboxSetup } from './connection.js';
import type * as facts from './facts.js';
import { misspelt } from './known-words.js';
import { printedBootstrap } from './printed.js';
import { answerRequests } from './requests.js';

/** A clock that is this far off is worth a new localizer; less is noise of the network. */
const SKEW_MS = 5_000;

/**
 * Owns the connection and what is known of the member, and shows nothing. Blocks inside it, or on
 * the whole page with `scope="page"`, take their data from it.
 *
 * @summary Connects a page, or a part of it, with a loyalty endpoint.
 * @tagname loyalty-provider
 * @attr {string} preview - shows a state and changes nothing: `guest`, `empty`, `error`, `stale`, `rtl`, `tier:gold`
 * @slot - blocks that this provider serves
 * @fires {ReadyEvent} loyalty-ready - programme and member are there
 * @fires {PointsChangedEvent} loyalty-points-changed - a balance moved
 * @fires {RedeemedEvent} loyalty-redeemed - a reward was redeemed
 * @fires {TierReachedEvent} loyalty-tier-reached - a new level
 * @fires {ChallengeCompletedEvent} loyalty-challenge-completed - a challenge is done
 * @fires {LoyaltyErrorEvent} loyalty-error - something is wrong; the console has the sentence
 */
export class LoyaltyProvider extends LitElement {
  // No reset here: what a page puts inside inherits through this element and must stay as it was.
  static override styles = css`
    :host {
      display: contents !important;
    }
    [role='status'] {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      margin: 0;
    }
  `;

  /** Base address of the loyalty endpoint, publishable key included. */
  @property() endpoint: string | null = null;
  /** Address on this origin that answers `{"token": "…"}` for who is signed in. */
  @property({ attribute: 'token-url' }) tokenUrl: string | null = null;
  /** BCP 47 tag; else the nearest `lang`, else the browser's languages. */
  @property() locale: string | null = null;
  /** `light`, `dark` or `auto`; else whatever the page declares. */
  @property({ attribute: 'color-scheme' }) colorScheme: string | null = null;
  /** `page` serves the whole page, otherwise this element's subtree. */
  @property() scope: string | null = null;
  @property({ attribute: 'sign-in-url' }) signInUrl: string | null = null;
  @property({ attribute: 'join-url' }) joinUrl: string | null = null;
  /** Where a code is taken to the cart, e.g. `/discount/{code}`. */
  @property({ attribute: 'apply-url' }) applyUrl: string | null = null;
  /** Rewards may be redeemed although another site's page shows this one in a frame. */
  @property({ type: Boolean, attribute: 'allow-framed' }) allowFramed = false;
  /**
   * Shows a state on the live page and changes nothing: `guest`, `empty`, `error`, `stale`, `rtl`, or a
   * track and its step, `tier:gold`; several with a blank between.
   */
  @property() preview: string | null = null;
  /** A programme to be served inside the page, in place of `endpoint`. */
  @property({ attribute: false }) sandbox: SandboxSetup | undefined;
  /** Asks the shop who is signed in; comes before `token-url` and `token`. */
  @property({ attribute: false }) getToken: GetToken | undefined;

  /** What the attribute says, until it is taken out of the markup. */
  @property({ attribute: 'token' }) private written: string | null = null;

  @query('[role=status]') private readonly region!: HTMLElement;

  /** @internal The widget brings one. */
  readonly hasPanel: boolean = false;
  protected readonly announcer = new Announcer();
  #provision: Provision | undefined;
  #store: Store | undefined;
  #catalogue: Catalogue | undefined;
  #localizer: Localizer | undefined;
  #locale = 'en';
  /** The language of the last request. */
  #asked = '';
  #shownCatalog: Catalog | undefined;
  #skew = 0;
  #isReady = false;
  #reported = new Set<string>();
  #life: AbortController | undefined;
  /** From the attribute; in memory alone. */
  #token: string | null = null;

  /** What is known now; for pages that want to look, not to write. */
  get store(): Store | undefined {
    return this.#store;
  }

  protected get localizer(): Localizer | undefined {
    return this.#localizer;
  }

  /** Fetches programme and member anew, after the page changed something on the server. */
  async refresh(): Promise<void> {
    await this.#store?.refresh();
  }

  /**
   * Redeems a reward for the member, as the card's button does.
   * @returns voucher and changes; undefined for a guest
   */
  async redeem(
    rewardId: string,
    wish: { spend?: number; choice?: string } = {},
  ): Promise<Outcome | undefined> {
    return this.#store?.request('redeem', { id: rewardId, ...wish });
  }

  /** Gets ready while the page rests: asks who is signed in, and fetches a member's data. */
  async prepare(): Promise<void> {
    await this.updateComplete;
    await this.#store?.connectIfSignedIn();
  }

  /** The shopper signed in, out, or in as someone else: forgets all and asks the shop anew. */
  async identityChanged(): Promise<void> {
    await this.#store?.changeIdentity();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#life = new AbortController();
    const { signal } = this.#life;
    answerRequests(this.scope === 'page' ? window : this, this, signal);
    // A page that comes back from the history may show who was signed in then.
    addEventListener('pageshow', (event) => event.persisted && void this.identityChanged(), {
      signal,
    });
    document.addEventListener('visibilitychange', () => this.#onVisible(), { signal });
    addEventListener('online', () => void this.#revalidate(), { signal });
    if (this.hasUpdated && !this.#provision) this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life?.abort();
    // A move in the page is not an end: only what is still gone a moment later is let go.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#store?.disconnect();
      this.#provision?.disconnect();
      this.#provision = undefined;
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.written !== null) this.#takeToken(this.written);
    if (changed.has('colorScheme')) this.#setScheme();
    for (const name of changed.keys()) {
      const message = misspelt(name, this[name as keyof this]);
      if (message) this.report({ code: 'bad-config', message }, 'settings');
    }
    // The floating button stands where it would stand.
    if (this.#dir) this.dir = this.#dir;
    // Everything else is read when it is needed.
    const isNew =
      changed.has('endpoint') ||
      changed.has('scope') ||
      changed.has('preview') ||
      changed.has('sandbox');
    if (!this.hasUpdated || isNew) this.#connect();
    if (!this.hasUpdated || changed.has('locale') || changed.has('preview')) void this.#speak();
  }

  protected override firstUpdated(): void {
    this.announcer.register(this.region);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>${this.renderRegion()}`;
  }

  /** What is said to a screen reader is written here. */
  protected renderRegion(): TemplateResult {
    return html`<p role="status"></p>`;
  }

  /** Something changed in the store; the widget shows the balance on its launcher. */
  protected onSnapshot(): void {
    const { store } = this;
    if (!store) return;
    this.#renewLocalizer();
    const phase = phaseOf(store.snapshot);
    if (!this.#isReady && (phase === 'guest' || phase === 'member')) {
      this.#isReady = true;
      const member = valueOf(store.snapshot.me)?.member.id ?? null;
      this.dispatchEvent(new ReadyEvent({ member }));
    }
  }

  /** One sentence on the console that names the element, once; and an event for the page. */
  protected report(error: unknown, source: string): void {
    const { code = 'unknown', message = String(error) } = (error ?? {}) as Partial<
      Record<string, string>
    >;
    const isNew = !this.#reported.has(code + message);
    this.#reported.add(code + message);
    // A refusal is an answer, and being offline is no fault: the shopper reads it, the console need not.
    const isAnswer = (error as { isFinal?: boolean } | null)?.isFinal && source !== 'bootstrap';
    if (isNew && !isAnswer && code !== 'offline')
      console.warn(`<${this.localName}> ${source}: ${message}`);
    this.dispatchEvent(new LoyaltyErrorEvent({ code, message, source }));
  }

  #connect(): void {
    this.#store?.disconnect();
    this.#isReady = false;
    this.#shownCatalog = undefined;
    this.#store = connectionFrom(
      {
        endpoint: this.endpoint,
        sandbox: this.sandbox,
        preview: this.preview,
        getToken: () => this.#askForToken(),
        locale: () => (this.#asked = this.#locale),
        settings: () => this,
      },
      {
        onMe: (before, after, catalog) =>
          this.#tell(({ factsBetween }) => factsBetween(before, after, catalog)),
        onRedeemed: (voucher, rewardId, isTold) =>
          this.#tell(() => {
            const reward = catalog(store.snapshot)?.rewards.get(rewardId);
            return [{ type: 'redeemed', voucher, rewardId, reward, isTold }];
          }),
        onError: (error, what) => this.report(error, what),
        onDropped: (error) => this.report(error, 'an item of the answer was left out'),
      },
    );
    const store: Store = this.#store;
    store.observe(() => store === this.#store && this.onSnapshot());
    // A preview shows what it makes up, and not what was printed for who is signed in.
    const printed = this.preview === null ? printedBootstrap() : undefined;
    if (printed) void store.connect(printed);
    this.#provision?.disconnect();
    this.#provision = new Provision(this.scope === 'page' ? document.documentElement : this);
    this.#provision.set(store, this.#localizer);
    this.#provision.connect();
  }

  /** Facts, their words and their celebration are a chunk that most pages never need. */
  #tell(find: (module: typeof facts) => readonly Fact[]): void {
    void import('./facts.js').then(
      (module) => {
        for (const fact of find(module)) {
          module
            .tellFact(fact, this, this.announcer, this.#localizer)
            .catch((error: unknown) => this.report(error, 'words'));
        }
      },
      (error: unknown) => this.report(error, 'facts'),
    );
  }

  #takeToken(token: string): void {
    this.removeAttribute('token');
    this.#token = token;
    // Who signs in without a new page writes it later.
    if (this.hasUpdated) void this.identityChanged();
  }

  /** In the order of the contract: the page's own way, the shop's address, what stood in the markup. */
  #askForToken(): Promise<string | null> {
    const { getToken, tokenUrl } = this;
    if (getToken) return getToken();
    return tokenUrl ? tokenFrom(tokenUrl, location.href)() : Promise.resolve(this.#token);
  }

  #setScheme(): void {
    const [known] = /^(light|dark|auto)$/.exec(this.colorScheme ?? '') ?? [];
    const scheme = known === 'auto' ? 'light dark' : known;
    const place = this.scope === 'page' ? document.documentElement : this;
    if (scheme) place.style.setProperty('--_scheme', scheme);
    else place.style.removeProperty('--_scheme');
  }

  async #speak(): Promise<void> {
    this.#locale = negotiate(wantedLocales(this, this.locale));
    const wanted = this.#locale;
    try {
      const catalogue = await loadCatalogue(wanted);
      if (wanted !== this.#locale) return;
      this.#catalogue = catalogue;
      this.#renewLocalizer(true);
      // The launcher is named by it, data or no data.
      this.requestUpdate();
      if (this.#asked && this.#asked !== wanted) await this.refresh();
    } catch {
      this.report(
        new Error('The words could not be loaded; is the folder of loyalty.js complete?'),
        'locale',
      );
    }
  }

  #renewLocalizer(force = false): void {
    if (!this.#catalogue || !this.#store) return;
    const { snapshot } = this.#store;
    const shown = catalog(snapshot);
    const isSame = shown === this.#shownCatalog && Math.abs(snapshot.skew - this.#skew) < SKEW_MS;
    if (isSame && !force && this.#localizer) return;
    this.#shownCatalog = shown;
    this.#skew = snapshot.skew;
    this.#localizer = createLocalizer({
      locale: this.#locale,
      catalogue: this.#catalogue,
      program: shown?.program,
      skew: this.#skew,
      dir: this.#dir,
    });
    this.#provision?.set(this.#store, this.#localizer);
  }

  /** Mirrored to look at, in the language that is spoken anyway. */
  get #dir(): 'rtl' | undefined {
    return this.preview?.split(/[\s,]+/).includes('rtl') ? 'rtl' : undefined;
  }

  #onVisible(): void {
    if (document.visibilityState === 'visible') void this.#revalidate();
  }

  /** What was shown a while ago is looked at again; what nobody asked for yet is not fetched. */
  async #revalidate(): Promise<void> {
    if (this.#isReady) await this.#store?.revalidate();
  }
}

define('loyalty-provider', LoyaltyProvider);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-provider': LoyaltyProvider;
  }
}
