import { css, html, nothing, type TemplateResult } from 'lit';
import type { TrackState } from '../../contract/types.js';
import { define } from '../ui/define.js';
import { icon, type IconName } from '../ui/icons.js';
import { TrackCard } from './track-card.js';

type Streak = NonNullable<TrackState['streak']>;

/**
 * A streak: how many days in a row, a dot for each, and whether today still has to be done.
 *
 * @tagname loyalty-track-streak
 */
export class TrackStreak extends TrackCard {
  static override styles = [
    ...TrackCard.styles,
    css`
      .now {
        font-size: 20px;
        font-weight: 700;
      }
      .days {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .days span {
        display: grid;
        place-items: center;
        inline-size: 30px;
        block-size: 30px;
        border: 1.5px dashed var(--_field);
        border-radius: 50%;
      }
      .days .full {
        border: 0;
        background: var(--_fill);
        color: var(--_on-fill);
      }
      .days .icon {
        inline-size: 16px;
        block-size: 16px;
        stroke-width: 2.5;
      }
    `,
  ];

  protected override get fallbackIcon(): IconName {
    return 'flame';
  }

  protected override renderProgress(): TemplateResult | typeof nothing {
    const streak = this.trackState?.streak;
    if (!streak) return super.renderProgress();
    const { loc } = this;
    return html`<p class="between">
        <span class="now">${loc.term('streak.now', { n: streak.now })}</span>
        ${streak.best ? html`<span class="muted small">${loc.term('streak.best', { n: streak.best })}</span>` : nothing}
      </p>
      ${this.#renderDots(streak)}
      <p class="between small">
        <span>${this.#today(streak)}</span>
        ${
          streak.freezes
            ? html`<span class="muted">${loc.term('streak.freezes', { n: streak.freezes })}</span>`
            : nothing
        }
      </p>`;
  }

  /** A dot for each day of the goal. */
  #renderDots(streak: Streak): TemplateResult {
    const { loc } = this;
    const need = this.goal?.needs[0]?.value ?? 7;
    const length = Math.min(need, 31);
    const done = streak.now % need || (streak.now ? Math.min(streak.now, need) : 0);
    const words = loc.term('track.progress', { have: loc.number(done), need: loc.number(need) });
    return html`<div class="days" role="img" aria-label=${words}>
      ${Array.from(
        { length },
        (_, day) =>
          html`<span class=${day < done ? 'full' : ''}
            >${day < done ? icon('check') : nothing}</span
          >`,
      )}
    </div>`;
  }

  /** `ends` is the moment at which the streak breaks if nothing more is done. */
  #today({ ends, now }: Streak): string {
    const { loc } = this;
    if (!now) return '';
    return loc.isToday(ends)
      ? loc.term('streak.lastChance', { time: loc.time(ends) })
      : loc.term('streak.safe');
  }
}

define('loyalty-track-streak', TrackStreak);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-track-streak': TrackStreak;
  }
}
