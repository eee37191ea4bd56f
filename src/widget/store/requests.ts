import type { Answer } from '../../contract/types.js';
import type { Resource } from '../client/port.js';

/**
 * What a shopper can ask for, as a table: the name of the request → what it needs and the route that
 * does it. A new action is an event class, a row here and a line of the port.
 */
export interface RequestDetails {
  redeem: { rewardId: string; spend?: number | undefined; choice?: string | undefined };
  cancel: { voucherId: string };
  seen: { voucherId: string };
  complete: { ruleId: string; answers?: Record<string, Answer> | undefined };
  'opt-in': { trackId: string };
  'opt-out': { trackId: string };
}

export type RequestName = keyof RequestDetails;

interface Row<Name extends RequestName> {
  readonly route: Resource;
  readonly id: (detail: RequestDetails[Name]) => string;
  readonly body?: (detail: RequestDetails[Name]) => object;
}

/** Leaves out what is not set: the wire knows absent, not undefined. */
const body = (fields: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

export const requests: { readonly [Name in RequestName]: Row<Name> } = {
  redeem: {
    route: 'redeem',
    id: ({ rewardId }) => rewardId,
    body: ({ spend, choice }) => body({ spend, choice }),
  },
  cancel: { route: 'cancel', id: ({ voucherId }) => voucherId },
  seen: { route: 'seen', id: ({ voucherId }) => voucherId },
  complete: {
    route: 'complete',
    id: ({ ruleId }) => ruleId,
    body: ({ answers }) => body({ answers }),
  },
  'opt-in': { route: 'optIn', id: ({ trackId }) => trackId },
  'opt-out': { route: 'optOut', id: ({ trackId }) => trackId },
};

export const isRequestName = (name: string): name is RequestName => Object.hasOwn(requests, name);
