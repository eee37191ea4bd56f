import { html, nothing, type TemplateResult } from 'lit';
import type { Board, BoardPage } from '../../contract/types.js';
import type { Localizer } from '../i18n/localizer.js';
import type { IconName } from '../ui/icons.js';

/** How a board is looked at: which page of it first, and what stands over the places. */
export interface BoardView {
  readonly icon: IconName;
  /** Among whom one stands counts for more than who leads. */
  readonly around?: 'me';
  readonly render: (
    loc: Localizer,
    board: Board,
    page: BoardPage,
  ) => TemplateResult | typeof nothing;
}

const none = (loc: Localizer, page: BoardPage): TemplateResult | typeof nothing =>
  page.items.length ? nothing : html`<p class="note">${loc.term('board.empty')}</p>`;

const number = (value: string, words: string): TemplateResult =>
  html`<div>
    <dt>${words}</dt>
    <dd>${value}</dd>
  </div>`;

/** Entries, and who won: places mean nothing before it is drawn, and chances are nobody's guess. */
function drawn(loc: Localizer, { unit }: Board, page: BoardPage): TemplateResult {
  const { me, total, members, closedAt, items } = page;
  return html`<dl class="numbers">
      ${me ? number(loc.number(me.value), loc.term('draw.mine', { unit: loc.label(unit, me.value) })) : nothing}
      ${total === undefined ? nothing : number(loc.number(total), loc.term('draw.total', { unit: loc.label(unit, total) }))}
      ${members === undefined ? nothing : number(loc.number(members), loc.term('draw.members', { n: members }))}
    </dl>
    ${
      closedAt ? html`<h4>${loc.term(items.length ? 'draw.winners' : 'draw.nobody')}</h4>` : nothing
    }`;
}

const views: Readonly<Record<string, BoardView>> = {
  league: { icon: 'users', around: 'me', render: (loc, _, page) => none(loc, page) },
  draw: { icon: 'ticket', render: drawn },
};

const ranking: BoardView = { icon: 'trophy', render: (loc, _, page) => none(loc, page) };

/** Own entries alone: a view may be called `constructor`. */
export const boardViewOf = ({ view }: Board): BoardView =>
  (Object.hasOwn(views, view) ? views[view] : undefined) ?? ranking;
