import type { ClaimResult, Export, Outcome, ProfilePatch } from '../../contract/types.js';
import { RequestEvent } from './request-event.js';

/**
 * The shopper passes the link on: `copy`, `share` (the device's own sheet), `sms`, `whatsapp`,
 * `email`. Unless the page stops it, the button does so; the provider then tells the endpoint.
 */
export class ShareRequestEvent extends RequestEvent<
  { channel: string; url: string; text: string },
  Outcome
> {
  static readonly type = 'loyalty-share-request';
  /** Whether the link was passed on in the end: a share sheet can be closed again. */
  readonly sent: Promise<boolean>;

  constructor(detail: ShareRequestEvent['detail'], sent: Promise<boolean> = Promise.resolve(true)) {
    super(ShareRequestEvent.type, detail);
    this.sent = sent;
  }
}

/** A friend wants what a link promised. `result` brings it, or for a guest what it will be. */
export class ClaimRequestEvent extends RequestEvent<{ code: string }, ClaimResult> {
  static readonly type = 'loyalty-claim-request';
  constructor(detail: ClaimRequestEvent['detail']) {
    super(ClaimRequestEvent.type, detail);
  }
}

/** The shopper changes what the programme knows of them: only the fields that are named. */
export class ProfileRequestEvent extends RequestEvent<ProfilePatch, Outcome> {
  static readonly type = 'loyalty-profile-request';
  constructor(detail: ProfileRequestEvent['detail']) {
    super(ProfileRequestEvent.type, detail);
  }
}

/** The shopper wants all that is kept of them; `result` brings the document. */
export class ExportRequestEvent extends RequestEvent<Record<never, never>, Export> {
  static readonly type = 'loyalty-export-request';
  constructor() {
    super(ExportRequestEvent.type, {});
  }
}

/** The shopper leaves the programme, after having been told what is lost. */
export class LeaveRequestEvent extends RequestEvent<Record<never, never>, Outcome> {
  static readonly type = 'loyalty-leave-request';
  constructor() {
    super(LeaveRequestEvent.type, {});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'loyalty-share-request': ShareRequestEvent;
    'loyalty-claim-request': ClaimRequestEvent;
    'loyalty-profile-request': ProfileRequestEvent;
    'loyalty-export-request': ExportRequestEvent;
    'loyalty-leave-request': LeaveRequestEvent;
  }
}
