import { FactEvent } from './fact-event.js';

/** What happens to the widget itself. */

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
    'loyalty-error': LoyaltyErrorEvent;
  }
}
