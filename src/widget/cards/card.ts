import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Localizer } from '../i18n/localizer.js';
import { button } from '../ui/button.styles.js';
import { card } from '../ui/card.styles.js';
import { host } from '../ui/host.styles.js';

/** One domain object in by property, requests out by event. A card knows no store and no network. */
export abstract class Card extends LitElement {
  static override styles = [...host, button, card];

  /** Words and numbers; whoever shows the card hands them in. */
  @property({ attribute: false }) loc!: Localizer;
}
