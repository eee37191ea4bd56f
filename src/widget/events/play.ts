import type { Outcome } from '../../contract/types.js';
import { RequestEvent } from './request-event.js';

/**
 * The shopper plays: spins a wheel, scratches a card, opens a box. The draw is the server's; `result`
 * brings it, and then the page shows how it comes about.
 */
export class PlayRequestEvent extends RequestEvent<
  { rewardId: string; spend?: number | undefined; choice?: string | undefined },
  Outcome
> {
  static readonly type = 'loyalty-play-request';
  /** Settles when the result lies open: until then nothing else on the page gives it away. */
  readonly revealed: Promise<void>;

  constructor(detail: PlayRequestEvent['detail'], revealed: Promise<void> = Promise.resolve()) {
    super(PlayRequestEvent.type, detail);
    this.revealed = revealed;
  }
}

/** The shopper has seen what a voucher holds: a surprise opens itself once. */
export class SeenRequestEvent extends RequestEvent<{ voucherId: string }, Outcome> {
  static readonly type = 'loyalty-seen-request';
  constructor(detail: SeenRequestEvent['detail']) {
    super(SeenRequestEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'loyalty-play-request': PlayRequestEvent;
    'loyalty-seen-request': SeenRequestEvent;
  }
}
