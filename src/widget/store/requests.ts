import type { Answer, ProfilePatch } from '../../contract/types.js';
import type { Resource } from '../client/port.js';

/**
 * What a shopper can ask for, as a table: the name of the request → what it needs and the route that
 * does it. A new action is an event class, a row here and a line of the port.
 */
export interface RequestDetails {
  redeem: { id: string; spend?: number | undefined; choice?: string | undefined };
  cancel: { id: string };
  seen: { id: string };
  complete: { id: string; answers?: Record<string, Answer> | undefined };
  'opt-in': { id: string };
  'opt-out': { id: string };
  /** `id` is the way that the link was passed on. */
  invite: { id: string };
  /** `id` is the code of the link. */
  claim: { id: string };
  profile: { id: string; patch: ProfilePatch };
  leave: { id: string };
}

export type RequestName = keyof RequestDetails;

interface Row<Name extends RequestName> {
  readonly route: Resource;
  readonly body?: (detail: RequestDetails[Name]) => object;
  /** A guest may ask for it too. */
  readonly isOpen?: true;
  /** It changes more than its answer says: everything is fetched anew. */
  readonly isWide?: true;
}

/** Leaves out what is not set: the wire knows absent, not undefined. */
const body = (fields: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

export const requests: { readonly [Name in RequestName]: Row<Name> } = {
  redeem: { route: 'redeem', body: ({ spend, choice }) => body({ spend, choice }) },
  cancel: { route: 'cancel' },
  seen: { route: 'seen' },
  complete: { route: 'complete', body: ({ answers }) => body({ answers }) },
  'opt-in': { route: 'optIn' },
  'opt-out': { route: 'optOut' },
  invite: { route: 'invites', body: ({ id }) => ({ channel: id }) },
  claim: { route: 'claims', body: ({ id }) => ({ code: id }), isOpen: true },
  profile: { route: 'profile', body: ({ patch }) => patch },
  leave: { route: 'leave', isWide: true },
};

export const isRequestName = (name: string): name is RequestName => Object.hasOwn(requests, name);
