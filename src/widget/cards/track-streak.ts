import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { TrackState } from '../../contract/types.js';
import type { TermKey } from '../i18n/catalogue.js';
import { datesOfWeek, dayLetter, dayName, shortDate, today } from '../i18n/week.js';
import { define } from '../ui/define.js';
import { icon, type IconName } from '../ui/icons.js';
import { TrackCard } from './track-card.js';

type Streak = NonNullable<TrackState['streak']>;
type Day = NonNullable<Streak['days']>[number];
/** What a dot stands for. */
type Mark = 'done' | 'frozen' | 'today' | 'missed' | 'ahead';

/** What a streak says, by what it counts. */
const words = {
  day: {
    now: 'streak.now',
    freezes: 'streak.freezes',
    safe: 'streak.safe',
    frozen: 'streak.frozen',
    start: 'streak.start',
  },
  week: {
    now: 'streak.weeks',
    freezes: 'streak.freezesWeek',
    safe: 'streak.safeWeek',
    frozen: 'streak.frozenWeek',
    start: 'streak.startWeek',
  },
} as const satisfies Record<string, Record<string, TermKey>>;

const WEEK_MS = 7 * 86_400_000;

/** A crystal of ice: drawn here, because nothing else freezes. */
const ice = svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3v18M4.2 7.5l15.6 9m0-9-15.6 9M9.5 4.5 12 7l2.5-2.5M9.5 19.5 12 17l2.5 2.5"></path></svg>`;

/**
 * A streak: how many days or weeks in a row, a dot for each, what a freeze stood in for, and whether
 * today still has to be done.
 *
 * @tagname loyalty-track-streak
 */
export class TrackStreak extends TrackCard {
  static override styles = [
    ...TrackCard.styles,
    css`
      .now {
        display: flex;
        align-items: center;
        gap: 10px;
      }
      .now .number {
        color: var(--_accent-text);
        font-size: 34px;
        font-weight: 750;
        line-height: 1;
        font-variant-numeric: tabular-nums;
        letter-spacing: -0.02em;
      }
      .now .words {
        display: grid;
        line-height: 1.25;
      }
      .days {
        display: grid;
        grid-template-columns: repeat(7, 1fr);
        gap: 8px 4px;
        padding: 12px 10px;
        border-radius: calc(var(--_radius) * 0.8);
        background: var(--_soft);
      }
      .days li {
        display: grid;
        justify-items: center;
        gap: 5px;
        color: var(--_muted);
        font-size: 12px;
        font-weight: 600;
        white-space: nowrap;
      }
      .days .dot {
        display: grid;
        place-items: center;
        inline-size: 30px;
        block-size: 30px;
        border: 1.5px dashed var(--_field);
        border-radius: 50%;
        background: var(--_surface);
      }
      .days .done .dot {
        border: 0;
        background: var(--_fill);
        color: var(--_on-fill);
      }
      .days .frozen .dot {
        border: 1.5px solid var(--_bar);
        color: var(--_accent-text);
      }
      .days .missed .dot {
        border: 0;
        background: var(--_track);
      }
      .days .ahead .dot {
        border-color: var(--_track);
        border-style: solid;
        background: none;
      }
      .days .now-day {
        color: var(--_text);
      }
      .days .today .dot {
        border: 2px solid var(--_bar);
      }
      .days .icon {
        inline-size: 17px;
        block-size: 17px;
      }
      .done .dot .icon {
        stroke-width: 2.75;
      }
      .chance {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 12px;
      }
      .chance span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      .urgent {
        font-weight: 650;
      }
      @media (forced-colors: active) {
        .days .done .dot {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  protected override get fallbackIcon(): IconName {
    return 'flame';
  }

  get #by(): 'day' | 'week' {
    return this.track.period.kind === 'weekly' ? 'week' : 'day';
  }

  protected override renderProgress(): TemplateResult | typeof nothing {
    const streak = this.trackState?.streak;
    if (!streak) return super.renderProgress();
    const { loc } = this;
    const say = words[this.#by];
    const days = streak.days ?? [];
    return html`<div class="now">
        ${streak.now ? html`<span class="number" aria-hidden="true">${loc.number(streak.now)}</span>` : nothing}
        <p class="words">
          <strong>
            ${
              streak.now
                ? html`<span class="visually-hidden">${loc.number(streak.now)}</span>
                    ${loc.term(say.now, { n: streak.now })}`
                : loc.term('streak.none')
            }
          </strong>
          ${streak.best ? html`<span class="muted small">${loc.term('streak.best', { n: streak.best })}</span>` : nothing}
        </p>
      </div>
      ${days.length ? this.#renderDays(days) : super.renderProgress()}
      ${
        days.some(({ frozen }) => frozen)
          ? html`<p class="chance small muted"><span>${ice} ${loc.term(say.frozen)}</span></p>`
          : nothing
      }
      <p class="chance small">
        ${this.#renderChance(streak)}
        ${
          streak.freezes
            ? html`<span class="muted"
                >${ice} ${loc.term(say.freezes, { n: streak.freezes })}</span
              >`
            : nothing
        }
      </p>`;
  }

  #renderDays(days: readonly Day[]): TemplateResult {
    return html`<ol class="days">
      ${this.#by === 'week' ? this.#weeks(days) : this.#week(days)}
    </ol>`;
  }

  /** The programme's present week from the locale's first day on, as a calendar would draw it. */
  #week(days: readonly Day[]): TemplateResult[] {
    const { loc } = this;
    const now = today(loc);
    const known = new Map(days.map((day) => [day.date, day]));
    return datesOfWeek(loc.locale, now).map((date) => {
      const mark = this.#markOf(known.get(date), date, now);
      const letter = dayLetter(loc.locale, date);
      return this.#renderDay(mark, date === now, letter, dayName(loc.locale, date));
    });
  }

  /** The last weeks, each named by its first day. */
  #weeks(days: readonly Day[]): TemplateResult[] {
    const { loc } = this;
    const present = days.at(-1)?.date ?? '';
    return days.slice(-7).map((day) => {
      const name = shortDate(loc.locale, day.date);
      const label = loc.term('streak.weekOf', { day: name });
      return this.#renderDay(
        this.#markOf(day, day.date, present),
        day.date === present,
        name,
        label,
      );
    });
  }

  #markOf(day: Day | undefined, date: string, now: string): Mark {
    if (day?.done) return 'done';
    if (day?.frozen) return 'frozen';
    return date === now ? 'today' : date > now ? 'ahead' : 'missed';
  }

  #renderDay(mark: Mark, isNow: boolean, letter: string, name: string): TemplateResult {
    const { loc } = this;
    return html`<li
      class="${mark} ${isNow ? 'now-day' : ''}"
      aria-current=${isNow ? 'date' : nothing}
    >
      <span aria-hidden="true">${letter}</span>
      <span class="dot"
        >${mark === 'done' ? icon('check') : mark === 'frozen' ? ice : nothing}</span
      >
      <span class="visually-hidden">${name}: ${loc.term(`mark.${mark}`)}</span>
    </li>`;
  }

  /** `ends` is the moment at which the streak breaks if nothing more is done. */
  #renderChance({ ends, now, paused, days }: Streak): TemplateResult {
    const { loc } = this;
    if (paused) return html`<span>${icon('clock')} ${loc.term('streak.paused')}</span>`;
    if (!now) return html`<span>${loc.term(words[this.#by].start)}</span>`;
    if (loc.isToday(ends)) {
      return html`<span class="urgent"
        >${icon('clock')} ${loc.term('streak.lastChance', { time: loc.time(ends) })}</span
      >`;
    }
    const isOpenWeek =
      this.#by === 'week' && !(days?.at(-1)?.done ?? Date.parse(ends) - loc.now() > WEEK_MS);
    return isOpenWeek
      ? html`<span class="urgent"
          >${icon('clock')} ${loc.term('streak.openWeek', { day: loc.day(ends) })}</span
        >`
      : html`<span>${icon('check')} ${loc.term(words[this.#by].safe)}</span>`;
  }
}

define('loyalty-track-streak', TrackStreak);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-track-streak': TrackStreak;
  }
}
