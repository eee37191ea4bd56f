import { property } from 'lit/decorators.js';
import type { Segment } from '../../contract/types.js';
import { Card } from './card.js';

/** Less motion is asked for: the result is shown, and nothing moves towards it. */
export const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * What a game is played with. It decides nothing: it is told a result and shows how that comes about.
 * Everything that it draws is said in words by the card around it.
 */
export abstract class Toy extends Card {
  /** What can be drawn. */
  @property({ attribute: false }) segments: readonly Segment[] = [];
  /** What the result is called, once there is one. */
  @property({ attribute: false }) outcome = '';
  /** The result won nothing. */
  @property({ attribute: false }) isBlank = false;

  /**
   * Shows how a result comes about. Settles when it lies open, by itself, by the shopper's hand, or
   * by `skip`.
   * @param segment id of the field that was drawn; unknown to an older page it is simply shown
   */
  abstract show(segment: string | undefined): Promise<void>;

  /** Lays the result open at once. */
  abstract skip(): void;
}
