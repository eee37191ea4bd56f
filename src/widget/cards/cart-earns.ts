import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type {
  Amount,
  CartPreview,
  Program,
  Step,
  Track,
  TrackState,
} from '../../contract/types.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { Card } from './card.js';
import { earned } from './earned.js';
import { progressBar } from './progress.js';

type Move = NonNullable<CartPreview['tracks']>[number];

const valueIn = (amounts: readonly Amount[], unit: string): number =>
  amounts.find((amount) => amount.unit === unit)?.value ?? 0;

/**
 * What an order earns, and which steps and challenges it moves on; all of it as the server says.
 *
 * @tagname loyalty-cart-earns
 * @csspart earns - what is earned
 * @csspart progress - a bar
 */
export class CartEarns extends Card {
  static override styles = [
    ...Card.styles,
    css`
      .earns {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      .earns strong {
        font-size: 20px;
        font-weight: 700;
        line-height: 1.25;
        letter-spacing: -0.01em;
        color: var(--_accent-text);
      }
      ul {
        display: grid;
        gap: 8px;
        margin-block-start: 12px;
      }
      li {
        display: flex;
        align-items: flex-start;
        gap: 10px;
        font-size: 14px;
      }
      li > .icon {
        margin-block-start: 1px;
        color: var(--_accent-text);
      }
      li > div {
        flex: 1;
        min-inline-size: 0;
      }
      .bar {
        max-inline-size: 320px;
        block-size: 5px;
        margin-block: 4px 0;
      }
      .reached {
        font-weight: 600;
      }
      [aria-busy='true'] {
        opacity: 0.8;
      }
    `,
  ];

  @property({ attribute: false }) program!: Program;
  @property({ attribute: false }) preview!: CartPreview;
  /** Where the member stands before the order; empty for a guest. */
  @property({ attribute: false }) tracks: readonly TrackState[] = [];
  @property({ type: Boolean, attribute: false }) isGuest = false;
  /** The next answer is on its way. */
  @property({ type: Boolean, attribute: false }) isWaiting = false;

  protected override render(): TemplateResult | typeof nothing {
    const { loc, preview, isGuest } = this;
    const amounts = earned(loc, preview.earns);
    const moves = (preview.tracks ?? []).map((move) => this.#renderMove(move)).filter(Boolean);
    if (!amounts.length && !moves.length) return nothing;
    const [first] = amounts;
    return html`<div aria-busy=${this.isWaiting}>
      <div class="earns" part="earns" role="status">
        <span class="emblem">${icon(first && loc.unit(first.unit)?.icon, 'coin')}</span>
        <p>
          <span class="small muted">${loc.term(isGuest ? 'cart.earnsGuest' : 'cart.earns')}</span
          ><br />
          ${first ? html`<strong>${`+${loc.amounts(amounts)}`}</strong>` : nothing}
        </p>
      </div>
      ${
        moves.length
          ? html`<ul>
              ${moves}
            </ul>`
          : nothing
      }
    </div>`;
  }

  #renderMove({ track: id, reaches, have = [] }: Move): TemplateResult | undefined {
    const track = this.program.tracks.find((one) => one.id === id);
    const reached = track?.steps.find((one) => one.id === reaches);
    if (!track) return undefined;
    if (reached) {
      return html`<li class="reached">
        ${icon('check')}
        <div>${this.loc.term('cart.reaches', { track: track.title, step: reached.title })}</div>
      </li>`;
    }
    const next = this.#next(track);
    return next && this.#renderOn(track, next, have);
  }

  /** The step that the member is on the way to; a guest is on the way to none. */
  #next({ id, steps }: Track): Step | undefined {
    const state = this.tracks.find(({ track }) => track === id);
    return steps.find((one) => one.id === state?.next?.step);
  }

  #renderOn(track: Track, step: Step, have: readonly Amount[]): TemplateResult | undefined {
    const { loc } = this;
    const needs = step.tasks?.map(({ need }) => need) ?? step.needs;
    const [only] = needs;
    if (!only || !have.length) return undefined;
    const done = needs.filter(({ unit, value }) => valueIn(have, unit) >= value).length;
    const isOne = needs.length === 1;
    const at = isOne ? Math.min(valueIn(have, only.unit), only.value) : done;
    const of = isOne ? only.value : needs.length;
    const words = loc.term('tier.progress', {
      have: isOne ? loc.quantity({ unit: only.unit, value: at }) : at,
      need: isOne ? loc.quantity(only) : of,
    });
    return html`<li>
      ${icon(track.icon, 'flame')}
      <div>
        ${loc.term('cart.moves', { track: track.title, progress: words })}
        ${progressBar(of ? at / of : 1, track.title, words)}
      </div>
    </li>`;
  }
}

define('loyalty-cart-earns', CartEarns);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-cart-earns': CartEarns;
  }
}
