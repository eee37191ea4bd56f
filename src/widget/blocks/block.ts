import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Me, Program } from '../../contract/types.js';
import { Select } from '../context/select.js';
import { Words } from '../context/words.js';
import { LoyaltyErrorEvent } from '../events/lifecycle.js';
import { OpenRequestEvent } from '../events/ways-in.js';
import type { WordPart } from '../i18n/catalogue.js';
import { loadCatalogue, negotiate, wantedLocales } from '../i18n/load.js';
import { createLocalizer, type Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { catalog, failureOf, phaseOf, snapshotFrom } from '../store/selectors.js';
import type { ResourceName, Snapshot } from '../store/snapshot.js';
import type { Store } from '../store/store.js';
import { block } from '../ui/block.styles.js';
import { button } from '../ui/button.styles.js';
import { host } from '../ui/host.styles.js';
import { renderFailed } from './failed.js';
import { whereOf } from './where.js';

/**
 * A part of the programme on the page: takes its slice from the nearest provider, or from `program`
 * and `me` where the page hands them over, and shows one of skeleton, failure, guest, member.
 */
export abstract class Block extends LitElement {
  static override styles = [...host, button, block];

  /** Definitions to show in place of the provider's. */
  @property({ attribute: false }) program: Program | undefined;
  /** State to show with `program`; `null` is a guest. */
  @property({ attribute: false }) me: Me | null | undefined;

  readonly #words = new Words(this);
  #ownWords: Localizer | undefined;
  #own: Snapshot | undefined;
  #isBroken = false;

  readonly #catalog = this.select(catalog);
  readonly #phase = this.select(phaseOf);
  readonly #failure = this.select(failureOf);

  /** A screen reader speaks these words in their language, and they run in their direction. */
  protected override updated(): void {
    const loc = this.#words.value ?? this.#ownWords;
    if (!loc) return;
    this.lang = loc.locale;
    this.dir = loc.dir;
  }

  /** A slice of the state that wakes this block when it changes. */
  protected select<T>(selector: (snapshot: Snapshot) => T): Select<T> {
    return new Select(this, selector, { own: () => this.#own });
  }

  protected get store(): Store | undefined {
    return this.#catalog.store;
  }

  /** Where the shop's pages are. */
  protected get settings(): ReturnType<typeof whereOf> {
    return whereOf(this.store?.settings, this.#catalog.value?.program.links);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('program') && !changed.has('me')) return;
    this.#own = this.program && snapshotFrom(this.program, this.me ?? null);
    if (this.program) void this.#findOwnWords(this.program);
  }

  /** The parts of the catalogue that this block speaks, beside the first words. */
  protected readonly wordParts: readonly WordPart[] = ['more'];

  /** What throws in here is a mistake of ours: it costs this block, and neither the page nor the others. */
  protected override render(): TemplateResult | typeof nothing {
    try {
      return this.#renderState();
    } catch (error) {
      if (!this.#isBroken) {
        const message = String(error);
        console.warn(`<${this.localName}> cannot be drawn: ${message}`);
        const source = this.localName;
        this.dispatchEvent(new LoyaltyErrorEvent({ code: 'unknown', message, source }));
      }
      this.#isBroken = true;
      const loc = this.#words.value ?? this.#ownWords;
      return loc ? this.failed(loc, '', 'program') : nothing;
    }
  }

  #renderState(): TemplateResult | typeof nothing {
    const loc = this.#understood(this.#words.value ?? this.#ownWords);
    const definitions = this.#catalog.value;
    const phase = this.#phase.value;
    if (loc && phase === 'failed') return this.failed(loc, this.#failure.value, 'program');
    if (!loc || !definitions || phase === 'loading') return this.renderSkeleton();
    return phase === 'guest'
      ? this.renderGuest(loc, definitions)
      : this.renderMember(loc, definitions);
  }

  /** As high as what will stand here, so that the page does not jump. */
  protected abstract renderSkeleton(): TemplateResult | typeof nothing;
  protected abstract renderGuest(loc: Localizer, catalog: Catalog): TemplateResult | typeof nothing;
  protected abstract renderMember(
    loc: Localizer,
    catalog: Catalog,
  ): TemplateResult | typeof nothing;

  /** Bones of the given heights in pixels. */
  protected bones(...heights: number[]): TemplateResult {
    return html`<div class="column" aria-hidden="true">
      ${heights.map(
        (height) => html`<span class="bone" .style=${`block-size:${height}px`}></span>`,
      )}
    </div>`;
  }

  /** Nothing to show: a sentence, and where to go instead, if there is a panel to go to. */
  protected empty(text: string, view?: string, action?: string): TemplateResult {
    return html`<div class="empty" part="empty">
      <p>${text}</p>
      ${
        view && this.settings.hasPanel
          ? html`<button
              class="quiet"
              part="button"
              @click=${() => this.dispatchEvent(new OpenRequestEvent({ view }))}
            >
              ${action}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** This part alone failed, and can be tried again. */
  protected failed(
    loc: Localizer,
    code: string,
    name: ResourceName,
  ): TemplateResult | typeof nothing {
    return renderFailed(loc, code, () => this.store?.retry(name));
  }

  /**
   * Scrolls to one of its cards, marks it and gives it the focus. Cards carry `data-item`, the id of
   * what they show. @returns whether there is such a card
   */
  async focusItem(id: string): Promise<boolean> {
    return (await import('./focus-item.js')).focusItem(this, id);
  }

  /** The localizer, once it has all the words that this block needs. */
  #understood(loc: Localizer | undefined): Localizer | undefined {
    if (!loc || loc.has(...this.wordParts)) return loc;
    void loc.load(...this.wordParts).then(
      () => this.requestUpdate(),
      () => undefined,
    );
    return undefined;
  }

  async #findOwnWords(program: Program): Promise<void> {
    if (this.#words.value) return;
    const locale = negotiate(wantedLocales(this, undefined));
    this.#ownWords = createLocalizer({ locale, catalogue: await loadCatalogue(locale), program });
    this.requestUpdate();
  }
}
