import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, BoardPage, Member } from '../../contract/types.js';
import { describeGrants } from '../i18n/describe.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { boardViewOf } from './board-views.js';
import { Card } from './card.js';

/**
 * A ranking or a draw as it stands: places, the member's own, prizes, the end. Places, entries and
 * winners are the server's; nothing is reckoned here, least of all a chance.
 *
 * @tagname loyalty-board-card
 * @slot - what leads on: more places, the profile
 * @csspart board - the card
 * @csspart rank - a place
 * @csspart prize - a prize
 */
export class BoardCard extends Card {
  static override styles = [
    ...Card.styles,
    css`
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
      }
      .row {
        display: grid;
        grid-template-columns: 38px minmax(0, 1fr) auto;
        align-items: center;
        gap: 10px;
        min-block-size: 44px;
        padding: 4px;
        padding-inline-end: 10px;
        border-radius: calc(var(--_radius) * 0.6);
      }
      .place {
        display: grid;
        place-items: center;
        min-inline-size: 32px;
        block-size: 32px;
        padding-inline: 4px;
        border-radius: 99px;
        color: var(--_muted);
        font-weight: 650;
        font-variant-numeric: tabular-nums;
        justify-self: center;
      }
      .podium .place {
        background: var(--_soft);
        color: var(--_accent-text);
      }
      .first .place {
        background: var(--_fill);
        color: var(--_on-fill);
      }
      .value {
        font-variant-numeric: tabular-nums;
        font-weight: 600;
      }
      .me {
        background: var(--_soft);
      }
      .me .place {
        color: var(--_accent-text);
      }
      .me.first .place {
        color: var(--_on-fill);
      }
      .you {
        padding: 1px 8px;
        border-radius: 99px;
        background: var(--_fill);
        color: var(--_on-fill);
        font-size: 12px;
        font-weight: 650;
      }
      .name {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 8px;
        min-inline-size: 0;
      }
      .mine {
        position: sticky;
        inset-block-end: 8px;
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 2px 12px;
        padding: 10px 14px;
        border-radius: calc(var(--_radius) * 0.75);
        background: var(--_fill);
        color: var(--_on-fill);
        font-weight: 600;
      }
      .numbers {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(90px, 1fr));
        gap: 8px;
        margin: 0;
      }
      .numbers > div {
        display: grid;
        gap: 2px;
        padding: 12px;
        border-radius: calc(var(--_radius) * 0.6);
        background: var(--_soft);
      }
      .numbers dt {
        order: 1;
        color: var(--_muted);
        font-size: 13px;
      }
      .numbers dd {
        margin: 0;
        color: var(--_accent-text);
        font-size: 22px;
        font-weight: 700;
        line-height: 1.1;
      }
      .prizes {
        display: grid;
        gap: 8px;
      }
      .prizes li {
        display: grid;
        grid-template-columns: 96px minmax(0, 1fr);
        gap: 10px;
      }
      .prizes span:first-child {
        color: var(--_muted);
        font-variant-numeric: tabular-nums;
      }
      h4 {
        margin: 0;
        font-size: 14px;
        font-weight: 650;
      }
      @media (forced-colors: active) {
        .me,
        .mine,
        .numbers > div {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) board!: Board;
  @property({ attribute: false }) page: BoardPage | undefined;
  /** Missing for a guest. */
  @property({ attribute: false }) member: Member | undefined;
  /** Others are seen by a name that the shopper can choose. */
  @property({ attribute: false }) canChoose = false;

  protected override render(): TemplateResult {
    const { loc, board, page } = this;
    return html`<section class="card" part="board" aria-label=${board.title}>
      <div class="head">
        <span class="emblem">${icon(boardViewOf(board).icon)}</span>
        <div class="words">
          <h3>${board.title}</h3>
          <p class="muted small facts">
            ${this.#facts().map((fact) => html`<span>${fact}</span>`)}
          </p>
        </div>
      </div>
      ${page ? boardViewOf(board).render(loc, board, page) : nothing}
      ${page?.items.length ? this.#renderRanking(page) : nothing} ${this.#renderPrizes()}
      ${this.#renderName()}
      <slot></slot>
      ${page ? this.#renderMine(page) : nothing}
    </section>`;
  }

  #facts(): string[] {
    const { loc, board, page } = this;
    const { from, to } = board.window ?? {};
    const facts: string[] = [];
    const now = loc.now();
    if (page?.closedAt) facts.push(loc.term('board.closed', { day: loc.day(page.closedAt) }));
    else if (from && Date.parse(from) > now)
      facts.push(loc.term('board.starts', { day: loc.day(from) }));
    else if (to && Date.parse(to) <= now) facts.push(loc.term('board.counting'));
    else if (to) facts.push(loc.term('board.ends', { day: loc.day(to) }));
    if (page && !page.closedAt) facts.push(loc.term('stale.since', { time: loc.time(page.asOf) }));
    return facts;
  }

  #renderRanking({ items }: BoardPage): TemplateResult {
    const { loc, board } = this;
    return html`<ol>
      ${repeat(
        items,
        ({ rank, name }, index) => `${rank} ${name} ${index}`,
        ({ rank, name, value, me }) =>
          html`<li
            class="row ${me ? 'me' : ''} ${rank === 1 ? 'first' : rank <= 3 ? 'podium' : ''}"
            part="rank"
          >
            <span class="place"
              ><span class="visually-hidden">${loc.term('board.rank')}</span>
              ${loc.number(rank)}</span
            >
            <span class="name"
              ><bdi>${name}</bdi
              >${me ? html`<span class="you">${loc.term('board.you')}</span>` : nothing}</span
            >
            <span class="value">${loc.amount({ unit: board.unit, value })}</span>
          </li>`,
      )}
    </ol>`;
  }

  /** The own place, in sight however far one has scrolled. */
  #renderMine({ me, closedAt }: BoardPage): TemplateResult | typeof nothing {
    const { loc, board, member } = this;
    if (!member || member.boards === 'hidden') return nothing;
    if (!me) {
      return closedAt
        ? nothing
        : html`<p class="note" part="state">${loc.term('board.notYet')}</p>`;
    }
    if (me.rank === undefined) return nothing;
    return html`<p class="mine">
      <span>${loc.term('board.mine', { n: me.rank })}</span>
      <span>${loc.amount({ unit: board.unit, value: me.value })}</span>
    </p>`;
  }

  #renderPrizes(): TemplateResult | typeof nothing {
    const { loc } = this;
    const prizes = (this.board.prizes ?? [])
      .map(({ from, to, grants }) => ({ from, to, what: describeGrants(loc, grants) }))
      .filter(({ what }) => what);
    if (!prizes.length) return nothing;
    return html`<h4>${loc.term('board.prizes')}</h4>
      <ul class="prizes small">
        ${prizes.map(
          ({ from, to, what }) =>
            html`<li part="prize">
              <span
                >${
                  from === to
                    ? loc.term('board.place', { n: from })
                    : loc.term('board.places', { from, to })
                }</span
              ><span>${what}</span>
            </li>`,
        )}
      </ul>`;
  }

  /** What others read, and that it can be another. */
  #renderName(): TemplateResult | typeof nothing {
    const { loc, member } = this;
    if (!member || !this.canChoose) return nothing;
    const words =
      member.boards === 'hidden'
        ? loc.term('board.hidden')
        : member.alias
          ? loc.term('board.alias', { name: member.alias })
          : loc.term('board.firstName');
    return html`<p class="small muted">${words}</p>`;
  }
}

define('loyalty-board-card', BoardCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-board-card': BoardCard;
  }
}
