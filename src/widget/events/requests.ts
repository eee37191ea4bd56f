import type { Answer, Outcome, Voucher } from '../../contract/types.js';
import { RequestEvent } from './request-event.js';

/** The shopper confirmed a redemption. */
export class RedeemRequestEvent extends RequestEvent<
  { rewardId: string; spend?: number | undefined; choice?: string | undefined },
  Outcome
> {
  static readonly type = 'loyalty-redeem-request';
  constructor(detail: RedeemRequestEvent['detail']) {
    super(RedeemRequestEvent.type, detail);
  }
}

/** The shopper wants a redemption undone. */
export class CancelRequestEvent extends RequestEvent<{ voucherId: string }, Outcome> {
  static readonly type = 'loyalty-cancel-request';
  constructor(detail: CancelRequestEvent['detail']) {
    super(CancelRequestEvent.type, detail);
  }
}

/** The shopper did something that the shop takes their word for, or sent a form. */
export class CompleteRequestEvent extends RequestEvent<
  { ruleId: string; answers?: Record<string, Answer> | undefined },
  Outcome
> {
  static readonly type = 'loyalty-complete-request';
  constructor(detail: CompleteRequestEvent['detail']) {
    super(CompleteRequestEvent.type, detail);
  }
}

/** The shopper enters, or leaves, a challenge that one has to join. */
export class TrackJoinRequestEvent extends RequestEvent<
  { trackId: string; join: boolean },
  Outcome
> {
  static readonly type = 'loyalty-track-join-request';
  constructor(detail: TrackJoinRequestEvent['detail']) {
    super(TrackJoinRequestEvent.type, detail);
  }
}

/** The shopper wants a voucher applied to the cart. Unless the page answers, the browser goes to `url`. */
export class ApplyRequestEvent extends RequestEvent<{
  voucher: Voucher;
  url?: string | undefined;
}> {
  static readonly type = 'loyalty-apply-request';
  constructor(detail: ApplyRequestEvent['detail']) {
    super(ApplyRequestEvent.type, detail);
  }
}

/** The shopper saves for a reward, or for none any more. It is kept on this device. */
export class GoalRequestEvent extends RequestEvent<{ rewardId: string | null }> {
  static readonly type = 'loyalty-goal-request';
  constructor(detail: GoalRequestEvent['detail']) {
    super(GoalRequestEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'loyalty-redeem-request': RedeemRequestEvent;
    'loyalty-cancel-request': CancelRequestEvent;
    'loyalty-complete-request': CompleteRequestEvent;
    'loyalty-track-join-request': TrackJoinRequestEvent;
    'loyalty-apply-request': ApplyRequestEvent;
    'loyalty-goal-request': GoalRequestEvent;
  }
}
