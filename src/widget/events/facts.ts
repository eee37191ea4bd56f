import type { Step, Track, Voucher } from '../../contract/types.js';

/**
 * What has happened. Fired by the provider (and by a voucher that was copied), bubbling and composed;
 * nothing can be stopped any more.
 */
abstract class FactEvent<Detail> extends Event {
  readonly detail: Readonly<Detail>;
  constructor(type: string, detail: Detail) {
    super(type, { bubbles: true, composed: true });
    this.detail = Object.freeze(detail);
  }
}

/** Programme and member are there. */
export class ReadyEvent extends FactEvent<{ member: string | null }> {
  static readonly type = 'loyalty-ready';
  constructor(detail: ReadyEvent['detail']) {
    super(ReadyEvent.type, detail);
  }
}

/** The panel opened, at which view. */
export class OpenedEvent extends FactEvent<{ view: string }> {
  static readonly type = 'loyalty-opened';
  constructor(detail: OpenedEvent['detail']) {
    super(OpenedEvent.type, detail);
  }
}

export class ClosedEvent extends FactEvent<Record<never, never>> {
  static readonly type = 'loyalty-closed';
  constructor() {
    super(ClosedEvent.type, {});
  }
}

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

/** Something is wrong: a setting, the endpoint, an item that was dropped. `code` as in the docs. */
export class LoyaltyErrorEvent extends FactEvent<{
  code: string;
  message: string;
  source: string;
}> {
  static readonly type = 'loyalty-error';
  constructor(detail: LoyaltyErrorEvent['detail']) {
    super(LoyaltyErrorEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'loyalty-ready': ReadyEvent;
    'loyalty-opened': OpenedEvent;
    'loyalty-closed': ClosedEvent;
    'loyalty-points-changed': PointsChangedEvent;
    'loyalty-redeemed': RedeemedEvent;
    'loyalty-voucher-copied': VoucherCopiedEvent;
    'loyalty-tier-reached': TierReachedEvent;
    'loyalty-challenge-completed': ChallengeCompletedEvent;
    'loyalty-error': LoyaltyErrorEvent;
  }
}
