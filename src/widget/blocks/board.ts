import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Board, BoardPage } from '../../contract/types.js';
import '../cards/board-card.js';
import { boardViewOf } from '../cards/board-views.js';
import { OpenRequestEvent } from '../events/ways-in.js';
import { loadFailureTerm } from '../i18n/load-failure.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { foundOf, type LookupDetails } from '../store/lookups.js';
import { valueOf, type Remote } from '../store/remote.js';
import { catalog, me } from '../store/selectors.js';
import { emptySnapshot } from '../store/snapshot.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';

/**
 * Leaderboards, leagues and prize draws: who stands where, the member's own place, the prizes, the
 * end. Others read a first name or an alias; who hides is on no board.
 *
 * @summary Leaderboard or prize draw.
 * @tagname loyalty-board
 * @attr {string} board - id of the only board to show
 * @csspart board - a card
 * @csspart rank - a place
 * @csspart prize - a prize
 * @csspart button - every button
 */
export class LoyaltyBoard extends Block {
  protected override readonly wordParts = ['people'] as const;

  @property() board: string | undefined;
  /** A page to show in place of the provider's. */
  @property({ attribute: false }) page: BoardPage | undefined;

  readonly #catalog = this.select(catalog);
  readonly #member = this.select((snapshot) => me(snapshot)?.member);
  readonly #rev = this.select((snapshot) => me(snapshot)?.rev ?? '');
  readonly #found = this.select(({ found }) => found);
  readonly #isKnown = this.select((snapshot) => me(snapshot) !== undefined);

  /** Boards that the shopper looks at from their own place, or from the top, against the custom. */
  @state() private turned: ReadonlySet<string> = new Set();
  /** Question → who asked it, and when: an order may have moved them. */
  readonly #asked = new Map<string, string>();
  /** Boards that were paged through: fetched anew, they would fold up under the reader's eyes. */
  readonly #paged = new Set<string>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const definitions = this.#catalog.value;
    if (!definitions?.can('boards') || !this.#isKnown.value || this.page || this.program) return;
    for (const board of this.#boards(definitions)) this.#look(board);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What was seen before it left the page may be old by now.
    this.#asked.clear();
    this.#paged.clear();
  }

  protected override renderSkeleton(): TemplateResult {
    return this.bones(420);
  }

  protected override renderGuest(
    loc: Localizer,
    catalog: Catalog,
  ): TemplateResult | typeof nothing {
    return this.renderMember(loc, catalog);
  }

  protected override renderMember(
    loc: Localizer,
    definitions: Catalog,
  ): TemplateResult | typeof nothing {
    const boards = this.#boards(definitions);
    const isThere = this.page || definitions.can('boards');
    if (!boards.length || !isThere) return this.empty(loc.term('board.none'));
    return html`<div class="column">
      ${boards.map((board) => this.#renderBoard(loc, definitions, board))}
    </div>`;
  }

  #boards({ program }: Catalog): readonly Board[] {
    return (program.boards ?? []).filter(({ id }) => !this.board || id === this.board);
  }

  #renderBoard(loc: Localizer, definitions: Catalog, board: Board): TemplateResult {
    const remote = this.#remote(board);
    const page = this.page?.board === board.id ? this.page : valueOf(remote);
    if (!page && remote.status === 'failed')
      return this.#renderFailed(loc, board, remote.error.code);
    if (!page) return this.renderSkeleton();
    const canChoose = definitions.can('profile');
    return html`<loyalty-board-card
      data-item=${board.id}
      exportparts=${PARTS}
      .loc=${loc}
      .board=${board}
      .page=${page}
      .member=${this.#member.value}
      .canChoose=${canChoose}
    >
      ${remote.status === 'stale' ? this.#renderFailed(loc, board, remote.error.code) : nothing}
      ${this.#renderOn(loc, board, page, remote.status === 'loading', canChoose)}
    </loyalty-board-card>`;
  }

  /** More places, the other end of the ranking, and the name that others read. */
  #renderOn(
    loc: Localizer,
    board: Board,
    page: BoardPage,
    isLoading: boolean,
    canChoose: boolean,
  ): TemplateResult | typeof nothing {
    const isInSight = page.items.some(({ me: isMine }) => isMine);
    const isAround = this.#detail(board).around === 'me';
    const canTurn = isAround
      ? page.items[0]?.rank !== 1
      : page.me?.rank !== undefined && !isInSight;
    const canRename = !!this.#member.value && canChoose && this.settings.hasPanel;
    const button = (words: string, press: () => void, isBusy = false) =>
      html`<button class="plain" part="button" aria-busy=${isBusy} @click=${press}>
        ${words}
      </button>`;
    return html`<div class="actions">
      ${
        page.next && this.store
          ? button(
              loc.term(isLoading ? 'reward.working' : 'board.more'),
              () => this.#more(board, page.next),
              isLoading,
            )
          : nothing
      }
      ${
        canTurn && this.store
          ? button(loc.term(isAround ? 'board.toTop' : 'board.toMe'), () => this.#turn(board))
          : nothing
      }
      ${
        canRename
          ? button(loc.term('board.rename'), () =>
              this.dispatchEvent(new OpenRequestEvent({ view: 'profile' })),
            )
          : nothing
      }
    </div>`;
  }

  /** This board alone failed, and can be tried again. */
  #renderFailed(loc: Localizer, board: Board, code: string): TemplateResult {
    return html`<div class="empty" part="error">
      <p>${loc.term(loadFailureTerm(code))}</p>
      <button class="quiet" part="button" @click=${() => this.#ask(board)}>
        ${loc.term('error.retry')}
      </button>
    </div>`;
  }

  #detail(board: Board): LookupDetails['board'] {
    const custom = this.#member.value ? boardViewOf(board).around : undefined;
    const isTurned = this.turned.has(board.id);
    const around = isTurned ? (custom ? undefined : 'me') : custom;
    return { id: board.id, ...(around && { around }) };
  }

  #remote(board: Board): Remote<BoardPage> {
    const snapshot = { ...emptySnapshot, found: this.#found.value };
    return foundOf(snapshot, 'board', this.#detail(board));
  }

  /** Asks once for each state of the member. */
  #look(board: Board): void {
    const key = JSON.stringify(this.#detail(board));
    const asker = JSON.stringify([this.#member.value?.id, this.#rev.value]);
    const isOther = this.#asked.get(key) !== asker && !this.#paged.has(key);
    if (!this.store || !isOther) return;
    this.#asked.set(key, asker);
    this.#ask(board);
  }

  #ask(board: Board): void {
    void this.store?.look('board', this.#detail(board));
  }

  #more(board: Board, cursor: string | null | undefined): void {
    if (!cursor) return;
    const detail = this.#detail(board);
    this.#paged.add(JSON.stringify(detail));
    void this.store?.look('board', { ...detail, cursor });
  }

  #turn({ id }: Board): void {
    const turned = new Set(this.turned);
    if (!turned.delete(id)) turned.add(id);
    this.turned = turned;
  }
}

define('loyalty-board', LoyaltyBoard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-board': LoyaltyBoard;
  }
}
