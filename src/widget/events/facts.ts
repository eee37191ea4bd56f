import type { Step, Track, Voucher } from '../../contract/types.js';
import { FactEvent } from './fact-event.js';

/** What has happened to the member. */

/** A balance moved, and the server has confirmed it. Values are integers in the unit's scale. */
export class PointsChangedEvent extends FactEvent<{ unit: string; before: number; after: number }> {
  static readonly type = 'loyalty-points-changed';
  constructor(detail: PointsChangedEvent['detail']) {
    super(PointsChangedEvent.type, detail);
  }
}

export class RedeemedEvent extends FactEvent<{ voucher: Voucher; rewardId: string }> {
  static readonly type = 'loyalty-redeemed';
  constructor(detail: RedeemedEvent['detail']) {
    super(RedeemedEvent.type, detail);
  }
}

/** The code is in the clipboard. */
export class VoucherCopiedEvent extends FactEvent<{ voucher: Voucher }> {
  static readonly type = 'loyalty-voucher-copied';
  constructor(detail: VoucherCopiedEvent['detail']) {
    super(VoucherCopiedEvent.type, detail);
  }
}

export class TierReachedEvent extends FactEvent<{ track: Track; step: Step }> {
  static readonly type = 'loyalty-tier-reached';
  constructor(detail: TierReachedEvent['detail']) {
    super(TierReachedEvent.type, detail);
  }
}

export class ChallengeCompletedEvent extends FactEvent<{ track: Track; step: Step | undefined }> {
  static readonly type = 'loyalty-challenge-completed';
  constructor(detail: ChallengeCompletedEvent['detail']) {
    super(ChallengeCompletedEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'loyalty-points-changed': PointsChangedEvent;
    'loyalty-redeemed': RedeemedEvent;
    'loyalty-voucher-copied': VoucherCopiedEvent;
    'loyalty-tier-reached': TierReachedEvent;
    'loyalty-challenge-completed': ChallengeCompletedEvent;
  }
}
