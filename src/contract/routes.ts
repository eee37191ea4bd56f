/**
 * The resources of the contract as data: the server routes by it, the widget's client calls by it,
 * and the OpenAPI document is drawn from it.
 */

/** Who may call: anyone, anyone with or without a token, or a member whose token has the scope. */
export type Access = 'none' | 'optional' | 'read' | 'redeem' | 'act' | 'profile' | 'ticket';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly access: Access;
  /** Name of the answer's schema. */
  readonly answer: string;
  /** Name of the request body's schema. */
  readonly body?: string;
  /** The call changes something: an Idempotency-Key is required. */
  readonly key?: true;
  /** The capability that announces it; absent for the minimum every endpoint has. */
  readonly capability?: string;
}

export const routes = {
  bootstrap: { method: 'GET', path: '/bootstrap', access: 'optional', answer: 'Bootstrap' },
  program: { method: 'GET', path: '/program', access: 'none', answer: 'Program' },
  me: { method: 'GET', path: '/me', access: 'read', answer: 'Me' },
  activity: {
    method: 'GET',
    path: '/activity',
    access: 'read',
    answer: 'ActivityPage',
    capability: 'activity.pages',
  },
  vouchers: {
    method: 'GET',
    path: '/vouchers',
    access: 'read',
    answer: 'VoucherPage',
    capability: 'vouchers.pages',
  },
  voucher: {
    method: 'GET',
    path: '/vouchers/{id}',
    access: 'read',
    answer: 'Voucher',
    capability: 'vouchers.pages',
  },
  quote: {
    method: 'POST',
    path: '/rewards/{id}/quote',
    access: 'read',
    body: 'QuoteRequest',
    answer: 'Quote',
    capability: 'quote',
  },
  cart: {
    method: 'POST',
    path: '/cart/preview',
    access: 'optional',
    body: 'CartRequest',
    answer: 'CartPreview',
    capability: 'cart',
  },
  redeem: {
    method: 'POST',
    path: '/rewards/{id}/redeem',
    access: 'redeem',
    body: 'RedeemRequest',
    answer: 'RedeemResult',
    key: true,
  },
  cancel: {
    method: 'POST',
    path: '/vouchers/{id}/cancel',
    access: 'redeem',
    answer: 'Outcome',
    key: true,
    capability: 'cancel',
  },
  seen: {
    method: 'POST',
    path: '/vouchers/{id}/seen',
    access: 'act',
    answer: 'Outcome',
    key: true,
  },
  complete: {
    method: 'POST',
    path: '/rules/{id}/complete',
    access: 'act',
    body: 'CompleteRequest',
    answer: 'Outcome',
    key: true,
  },
  optIn: {
    method: 'POST',
    path: '/tracks/{id}/join',
    access: 'act',
    answer: 'Outcome',
    key: true,
    capability: 'join',
  },
  optOut: {
    method: 'DELETE',
    path: '/tracks/{id}/join',
    access: 'act',
    answer: 'Outcome',
    key: true,
    capability: 'join',
  },
  events: {
    method: 'GET',
    path: '/events',
    access: 'ticket',
    answer: 'Changes',
    capability: 'events',
  },
  join: {
    method: 'POST',
    path: '/join',
    access: 'profile',
    body: 'JoinRequest',
    answer: 'Outcome',
    key: true,
    capability: 'join',
  },
  profile: {
    method: 'PATCH',
    path: '/me',
    access: 'profile',
    body: 'ProfilePatch',
    answer: 'Outcome',
    key: true,
    capability: 'profile',
  },
  leave: {
    method: 'DELETE',
    path: '/me',
    access: 'profile',
    answer: 'Outcome',
    key: true,
    capability: 'profile',
  },
  export: {
    method: 'GET',
    path: '/me/export',
    access: 'profile',
    answer: 'Export',
    capability: 'export',
  },
  board: {
    method: 'GET',
    path: '/boards/{id}',
    access: 'optional',
    answer: 'BoardPage',
    capability: 'boards',
  },
  invites: {
    method: 'POST',
    path: '/referral/invites',
    access: 'act',
    body: 'InviteRequest',
    answer: 'Outcome',
    key: true,
    capability: 'invites',
  },
  claims: {
    method: 'POST',
    path: '/referral/claims',
    access: 'optional',
    body: 'ClaimRequest',
    answer: 'ClaimResult',
    key: true,
    capability: 'invites',
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
