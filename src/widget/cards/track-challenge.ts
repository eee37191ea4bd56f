import type { nothing } from 'lit';
import { css, html, type TemplateResult } from 'lit';
import { define } from '../ui/define.js';
import { icon, type IconName } from '../ui/icons.js';
import { TrackCard } from './track-card.js';

/**
 * A challenge of one or several tasks, each with its own bar and its own tick.
 *
 * @tagname loyalty-track-challenge
 */
export class TrackChallenge extends TrackCard {
  static override styles = [
    ...TrackCard.styles,
    css`
      .tasks {
        display: grid;
        gap: 12px;
      }
      .tasks li {
        display: flex;
        gap: 10px;
        align-items: flex-start;
      }
      .tasks li > div {
        flex: 1;
      }
      .tick {
        display: grid;
        place-items: center;
        flex: none;
        inline-size: 22px;
        block-size: 22px;
        border: 1.5px solid var(--_field);
        border-radius: 50%;
      }
      .tick.done {
        border-color: transparent;
        background: var(--_fill);
        color: var(--_on-fill);
      }
      .tick .icon {
        inline-size: 14px;
        block-size: 14px;
        stroke-width: 3;
      }
    `,
  ];

  protected override get fallbackIcon(): IconName {
    return 'flame';
  }

  protected override renderProgress(): TemplateResult | typeof nothing {
    const tasks = this.goal?.tasks;
    if (!tasks?.length) return super.renderProgress();
    const { trackState, loc } = this;
    const told = new Set(trackState?.tasksDone);
    return html`<ul class="tasks">
      ${tasks.map(({ id, title, need }) => {
        const isDone =
          trackState?.status === 'done' ||
          told.has(id) ||
          (!!trackState && this.have(need.unit) >= need.value);
        return html`<li>
          ${
            isDone
              ? html`<span class="tick done" role="img" aria-label=${loc.term('track.taskDone')}
                  >${icon('check')}</span
                >`
              : html`<span class="tick"></span>`
          }
          <div>
            ${trackState && !isDone && need.value > 1 ? this.renderNeed(need, title) : title}
          </div>
        </li>`;
      })}
    </ul>`;
  }
}

define('loyalty-track-challenge', TrackChallenge);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-track-challenge': TrackChallenge;
  }
}
