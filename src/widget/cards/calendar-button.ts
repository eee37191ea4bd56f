import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CalendarEvent } from '../ui/calendar-file.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { Card } from './card.js';

/**
 * Puts something with an end into the shopper's own calendar, as a file that the page makes.
 *
 * @tagname loyalty-calendar-button
 * @csspart button - the button
 */
export class CalendarButton extends Card {
  static override styles = [
    ...Card.styles,
    css`
      button {
        margin-block: -8px;
        margin-inline-start: -8px;
        font-size: 14px;
      }
    `,
  ];

  @property({ attribute: false }) event!: CalendarEvent;

  protected override render(): TemplateResult | typeof nothing {
    const { loc, event } = this;
    if (!loc.has('tracks')) {
      void loc.load('tracks').then(
        () => this.requestUpdate(),
        () => undefined,
      );
      return nothing;
    }
    const words = loc.term('calendar.add');
    return html`<button
      class="plain"
      part="button calendar-button"
      aria-label="${words}: ${event.title}"
      @click=${() => void this.#save()}
    >
      ${icon('calendar')} ${words}
    </button>`;
  }

  async #save(): Promise<void> {
    const { saveCalendarFile } = await import('../ui/calendar-file.js');
    saveCalendarFile(this.event);
  }
}

define('loyalty-calendar-button', CalendarButton);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-calendar-button': CalendarButton;
  }
}
