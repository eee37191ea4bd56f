import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Activity } from '../../contract/types.js';
import { define } from '../ui/define.js';
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
      summary {
        display: inline-flex;
        align-items: center;
        min-block-size: 32px;
        color: var(--_accent-text);
        font-size: 13px;
        cursor: pointer;
      }
      .because {
        display: grid;
        gap: 4px;
        padding: 8px 12px;
        border-radius: calc(var(--_radius) * 0.6);
        background: var(--_sunken);
        font-size: 13px;
      }
    `,
  ];

  @property({ attribute: false }) line!: Activity;

  protected override render(): TemplateResult {
    const { line, loc } = this;
    // What only measures (orders, spend of the year) is no number of the shopper's ledger.
    const shown = line.amounts.filter(({ unit }) => loc.unit(unit)?.kind !== 'metric');
    // A release turns what was booked before usable; it is no second booking.
    const isMove = line.kind !== 'release';
    return html`<div class="line ${line.state}" part="line">
      <div class="head">
        <div class="words">
          <p>${line.title}</p>
          <p class="muted small">${this.#facts().join(' · ')}</p>
        </div>
        <p class="amounts">
          ${shown.map(
            (amount) =>
              html`<span class=${isMove && amount.value > 0 ? 'up' : ''} part="amount">
                ${isMove ? loc.signed(amount) : loc.quantity(amount)}
                ${loc.unit(amount.unit)?.currency ? nothing : loc.label(amount.unit, Math.abs(amount.value))}
              </span>`,
          )}
        </p>
      </div>
      ${
        line.because?.length
          ? html`<details>
              <summary>${loc.term('activity.why')}</summary>
              <ul class="because">
                ${line.because.map(({ text, amounts }) => {
                  const sum = amounts?.filter(({ unit }) => loc.unit(unit)?.kind !== 'metric');
                  return html`<li class="between">
                    <span>${text}</span>
                    ${sum?.length ? html`<span>${sum.map((amount) => loc.signed(amount)).join(', ')}</span>` : nothing}
                  </li>`;
                })}
              </ul>
            </details>`
          : nothing
      }
    </div>`;
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
