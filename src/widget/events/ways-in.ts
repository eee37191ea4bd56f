import { RequestEvent } from './request-event.js';

/** A guest wants to become a member. Unless the page answers, the browser goes to `url`. */
export class JoinRequestEvent extends RequestEvent<{ url?: string | undefined }> {
  static readonly type = 'loyalty-join-request';
  constructor(detail: JoinRequestEvent['detail']) {
    super(JoinRequestEvent.type, detail);
  }
}

/** A guest wants to sign in. Unless the page answers, the browser goes to `url`. */
export class SignInRequestEvent extends RequestEvent<{ url?: string | undefined }> {
  static readonly type = 'loyalty-sign-in-request';
  constructor(detail: SignInRequestEvent['detail']) {
    super(SignInRequestEvent.type, detail);
  }
}

/** The shopper wants to see a part of the panel. */
export class OpenRequestEvent extends RequestEvent<{ view: string }> {
  static readonly type = 'loyalty-open-request';
  constructor(detail: OpenRequestEvent['detail']) {
    super(OpenRequestEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'loyalty-join-request': JoinRequestEvent;
    'loyalty-sign-in-request': SignInRequestEvent;
    'loyalty-open-request': OpenRequestEvent;
  }
}
