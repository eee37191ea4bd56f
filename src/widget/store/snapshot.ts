import type { Activity, Me, Voucher } from '../../contract/types.js';
import type { Catalog } from './catalog.js';
import { idle, type Remote } from './remote.js';

/** A list that grows page by page. */
export interface Pages<T> {
  readonly items: readonly T[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

/** All that is known at one moment. Frozen; a change is a new object, and only changed parts are new. */
export interface Snapshot {
  readonly program: Remote<Catalog>;
  /** `null` inside means: a guest. */
  readonly me: Remote<Me | null>;
  readonly activity: Remote<Pages<Activity>>;
  readonly vouchers: Remote<Pages<Voucher>>;
  /** What only some blocks want to know (lookups.ts), by key. */
  readonly found: Readonly<Record<string, Remote<unknown>>>;
  /** Requests under way, as `name:id`: their controls say so, and a second press is ignored. */
  readonly busy: ReadonlySet<string>;
  /** What the server's clock shows beyond the device's, in milliseconds. */
  readonly skew: number;
}

export const emptySnapshot: Snapshot = Object.freeze({
  program: idle,
  me: idle,
  activity: idle,
  vouchers: idle,
  found: Object.freeze({}),
  busy: new Set<string>(),
  skew: 0,
});

/** The resources that can be fetched, and fail, on their own. */
export type ResourceName = 'program' | 'me' | 'activity' | 'vouchers';
