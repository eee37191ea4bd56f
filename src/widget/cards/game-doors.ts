import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { isBlank } from '../../contract/draws.js';
import type { Program, Reward, RewardState, Voucher } from '../../contract/types.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { PARTS } from '../ui/parts.js';
import { Card } from './card.js';
import './game-card.js';
import type { GameCard } from './game-card.js';
import { unseenOf } from './game-words.js';
import { unavailable } from './reward-words.js';

/** One door, with what the server says of it. */
export interface Door {
  readonly reward: Reward;
  readonly state: RewardState | undefined;
}

type Look = 'today' | 'opened' | 'missed' | 'later' | 'closed';

/** What the server says of a reward → how its door stands. */
const looks: Readonly<Record<string, Look>> = {
  available: 'today',
  scheduled: 'later',
  ended: 'missed',
  'used-up': 'opened',
  cooldown: 'opened',
};

/**
 * Draws of one group as doors: what can be opened now, what was in the others, what was missed.
 *
 * @tagname loyalty-game-doors
 * @csspart door - a door
 */
export class GameDoors extends Card {
  static override styles = [
    ...Card.styles,
    css`
      .doors {
        display: grid;
        gap: 8px;
        grid-template-columns: repeat(auto-fill, minmax(72px, 1fr));
      }
      .door {
        display: grid;
        align-content: center;
        justify-items: center;
        gap: 2px;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 76px;
        padding: 6px 4px;
        border: 1px solid var(--_line);
        border-radius: calc(var(--_radius) * 0.6);
        background: var(--_surface);
        color: var(--_muted);
        font-size: 12px;
        font-weight: 500;
        line-height: 1.25;
        text-align: center;
      }
      .door strong {
        color: var(--_text);
        font-size: 16px;
        font-weight: 700;
      }
      .door .what {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
      .today {
        border-color: transparent;
        background: var(--_fill);
        color: var(--_on-fill);
      }
      .today strong {
        color: inherit;
      }
      .opened {
        border-color: transparent;
        background: var(--_soft);
        color: var(--_accent-text);
      }
      .missed {
        border-style: dashed;
        background: transparent;
      }
      .missed strong {
        color: var(--_muted);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) doors: readonly Door[] = [];
  /** What stands over them. */
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) program: Program | undefined;
  @property({ attribute: false }) vouchers: readonly Voucher[] = [];
  @property({ attribute: false }) applyUrl: string | undefined;

  @query('loyalty-game-card') private card!: GameCard | null;

  /** The door that was pressed; it stays when it has been opened. */
  @state() private chosen: string | undefined;

  protected override render(): TemplateResult {
    const { loc } = this;
    const chosen = this.doors.find(({ reward }) => reward.id === this.chosen);
    return html`<section class="card" aria-label=${this.heading}>
      <h3>${this.heading}</h3>
      <ul class="doors">
        ${repeat(
          this.doors,
          ({ reward }) => reward.id,
          (door, index) => html`<li>${this.#renderDoor(door, index)}</li>`,
        )}
      </ul>
      ${
        chosen
          ? html`<loyalty-game-card
              exportparts=${PARTS}
              .loc=${loc}
              .reward=${chosen.reward}
              .rewardState=${chosen.state}
              .program=${this.program}
              .vouchers=${this.vouchers}
              .applyUrl=${this.applyUrl}
            ></loyalty-game-card>`
          : nothing
      }
    </section>`;
  }

  #renderDoor({ reward, state: now }: Door, index: number): TemplateResult {
    const { loc } = this;
    const from = reward.window?.from;
    const day = from ? loc.day(from) : loc.number(index + 1);
    const look = this.#lookOf(reward, now);
    const inside = html`<strong>${day}</strong
      ><span class="what">${this.#wordsFor(reward, now, look)}</span>`;
    return look === 'today'
      ? html`<button
          class="door today"
          part="door button"
          @click=${() => void this.#open(reward.id)}
        >
          ${inside}<span class="visually-hidden">: ${reward.title}</span>
        </button>`
      : html`<div class="door ${look}" part="door">${inside}</div>`;
  }

  #lookOf(reward: Reward, now: RewardState | undefined): Look {
    if (unseenOf(reward, this.vouchers)) return 'today';
    const { state: why = '' } = now?.availability ?? {};
    const look = (Object.hasOwn(looks, why) ? looks[why] : undefined) ?? 'closed';
    // A door whose day is over was missed, unless it was opened on its day.
    return look === 'missed' && (now?.used || this.#foundIn(reward)) ? 'opened' : look;
  }

  #wordsFor(reward: Reward, now: RewardState | undefined, look: Look): TemplateResult | string {
    const { loc } = this;
    const found = this.#foundIn(reward);
    switch (look) {
      case 'opened':
        return html`${icon('check')}
        ${found && !isBlank(reward, found) ? found.title : loc.term('doors.opened')}`;
      case 'missed':
        return loc.term('doors.missed');
      case 'today':
        return loc.term('doors.today');
      case 'later':
        return html`${icon('lock')}<span class="visually-hidden"
            >${loc.term('doors.closed')}</span
          >`;
      case 'closed': {
        if (!now) return loc.term('doors.closed');
        return now.availability.text ?? unavailable(loc, this.program, now.availability)[1];
      }
    }
  }

  #foundIn(reward: Reward): Voucher | undefined {
    return this.vouchers.find(({ source }) => source.kind === 'reward' && source.id === reward.id);
  }

  async #open(id: string): Promise<void> {
    this.chosen = id;
    await this.updateComplete;
    await this.card?.updateComplete;
    this.card?.scrollIntoView({ block: 'nearest' });
    this.card?.focus({ preventScroll: true });
    this.card?.play();
  }
}

define('loyalty-game-doors', GameDoors);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-game-doors': GameDoors;
  }
}
