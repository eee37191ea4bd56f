import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isolated } from '../../contract/isolated.js';
import type { Activity, Amount } from '../../contract/types.js';
import { define } from '../ui/define.js';
import { disclosure } from '../ui/disclosure.styles.js';
import { icon } from '../ui/icons.js';
import { Card } from './card.js';

/**
 * One line of the ledger: what happened, what it did to the balance, and why this number.
 *
 * @tagname loyalty-activity-line
 * @csspart line - the line
 * @csspart amount - a number
 */
export class ActivityLine extends Card {
  static override styles = [
    ...Card.styles,
    disclosure,
    css`
      .line {
        display: grid;
        gap: 4px;
        padding-block: 12px;
        border-block-end: 1px solid var(--_line);
      }
      .amounts {
        display: grid;
        justify-items: end;
        max-inline-size: 60%;
        flex: none;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
      .amounts .up {
        color: var(--_accent-text);
      }
      .void .amounts {
        text-decoration: line-through;
        color: var(--_muted);
      }
      .void > .head .up {
        color: inherit;
      }
      .void > .head .words > p:first-child {
        color: var(--_muted);
      }
      .refund {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px;
        padding-block-start: 6px;
        color: var(--_muted);
      }
      .refund > div {
        color: var(--_text);
      }
      .refund .amounts {
        color: inherit;
        text-decoration: none;
      }
      summary {
        font-size: 13px;
      }
      .because {
        display: grid;
        gap: 4px;
        padding: 8px 12px;
        border-radius: calc(var(--_radius) * 0.6);
        background: var(--_sunken);
        font-size: 13px;
      }
      .because li {
        display: flex;
        justify-content: space-between;
        gap: 16px;
      }
      .gives {
        flex: none;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .times {
        color: var(--_accent-text);
      }
    `,
  ];

  @property({ attribute: false }) line!: Activity;
  /** What was taken back of it since. */
  @property({ attribute: false }) refunds: readonly Activity[] = [];

  protected override render(): TemplateResult {
    const { line, refunds } = this;
    return html`<div class="line ${line.state}" part="line">
      ${this.#renderHead(line, this.#facts())} ${this.#renderWhy(line)}
      ${refunds.map(
        (refund) =>
          html`<div class="refund">
            ${icon('undo')}
            <div>
              ${this.#renderHead({ ...refund, amounts: this.#notVoid(refund) }, [this.loc.day(refund.at)])}
              ${this.#renderWhy(refund)}
            </div>
          </div>`,
      )}
    </div>`;
  }

  #renderHead(line: Activity, facts: readonly string[]): TemplateResult {
    const { loc } = this;
    // A release turns what was booked before usable; it is no second booking.
    const isMove = line.kind !== 'release';
    return html`<div class="head">
      <div class="words">
        <p>${line.title}</p>
        <p class="muted small">${facts.join(' · ')}</p>
      </div>
      <p class="amounts">
        ${this.#counted(line.amounts).map(
          (amount) =>
            html`<span class=${isMove && amount.value > 0 ? 'up' : ''} part="amount">
              ${isMove ? loc.signed(amount) : loc.quantity(amount)}
              ${loc.unit(amount.unit)?.currency ? nothing : loc.label(amount.unit, Math.abs(amount.value))}
            </span>`,
        )}
      </p>
    </div>`;
  }

  /** Which rule, multiplier and part of the order made the number. */
  #renderWhy({ because, amounts }: Activity): TemplateResult | typeof nothing {
    const { loc } = this;
    if (!because?.length) return nothing;
    const units = new Set(amounts.map(({ unit }) => unit));
    return html`<details>
      <summary>${icon('chevron')} ${loc.term('activity.why')}</summary>
      <ul class="because">
        ${because.map(({ text, times, amounts: parts = [] }) => {
          // What was paid is what a number is reckoned from; the rest is the number.
          const from = parts.filter(({ unit }) => !units.has(unit) && loc.unit(unit)?.currency);
          const gives = this.#counted(parts).filter((part) => !from.includes(part));
          return html`<li>
            <span>
              ${isolated(text)}
              ${from.length ? html`<span class="muted">${loc.term('activity.from', { amount: loc.amounts(from) })}</span>` : nothing}
            </span>
            <span class="gives">
              ${times && times !== 1 ? html`<span class="times">× ${loc.number(times)}</span>` : nothing}
              ${gives.map((amount) => loc.signed(amount)).join(', ')}
            </span>
          </li>`;
        })}
      </ul>
    </details>`;
  }

  /** What only measures (orders, spend of the year) is no number of the shopper's ledger. */
  #counted(amounts: readonly Amount[]): readonly Amount[] {
    return amounts.filter(({ unit }) => this.loc.unit(unit)?.kind !== 'metric');
  }

  /** Of a line that is struck nothing was ever usable: its refund takes only what lies beyond it. */
  #notVoid({ amounts }: Activity): Amount[] {
    const { line } = this;
    if (line.state !== 'void') return amounts;
    return amounts.filter(
      ({ unit, value }) => !line.amounts.some((one) => one.unit === unit && one.value === -value),
    );
  }

  #facts(): string[] {
    const { line, loc } = this;
    const facts = [loc.day(line.at)];
    if (line.state === 'void') facts.push(loc.term('activity.void'));
    if (line.state === 'pending') {
      facts.push(
        line.releasesAt
          ? loc.term('activity.releases', { day: loc.day(line.releasesAt) })
          : loc.term('activity.pending'),
      );
    }
    if (line.expiresAt && line.state !== 'void') {
      facts.push(loc.term('activity.expires', { day: loc.day(line.expiresAt) }));
    }
    return facts;
  }
}

define('loyalty-activity-line', ActivityLine);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-activity-line': ActivityLine;
  }
}
