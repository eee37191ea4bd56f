import type { Documents } from '../../contract/decode.js';
import type { StreamListener } from './stream.js';

/** What the store sees of the network: one call by the name of a route. */

/** Route → the document that it answers with. Adding a resource is a line here. */
export interface Answers {
  bootstrap: Documents['Bootstrap'];
  activity: Documents['ActivityPage'];
  vouchers: Documents['VoucherPage'];
  redeem: Documents['RedeemResult'];
  cancel: Documents['Outcome'];
  seen: Documents['Outcome'];
  complete: Documents['Outcome'];
  optIn: Documents['Outcome'];
  optOut: Documents['Outcome'];
  profile: Documents['Outcome'];
  leave: Documents['Outcome'];
  export: Documents['Export'];
  invites: Documents['Outcome'];
  claims: Documents['ClaimResult'];
  quote: Documents['Quote'];
  board: Documents['BoardPage'];
  cart: Documents['CartPreview'];
}

export type Resource = keyof Answers;

export interface Call {
  /** Fills `{id}` of the path. */
  id?: string | undefined;
  query?: Record<string, string | number | undefined>;
  body?: object | undefined;
  /** The intent's key. A write without one is not repeated. */
  key?: string;
  signal?: AbortSignal;
}

export interface Port {
  /** @throws LoyaltyError */
  call<Name extends Resource>(name: Name, call?: Call): Promise<Answers[Name]>;
  /**
   * Opens the stream of live updates. @returns the way to close it
   * @param address as the bootstrap document gives it @throws LoyaltyError
   */
  listen?(address: string, listener: StreamListener): Promise<() => void>;
  /** Changes that another tab has heard and passed on, checked anew. @throws LoyaltyError */
  readChanges?(data: unknown): Promise<Documents['Changes']>;
  /** Whether the shop says who the shopper is; asks for a token when none is held. */
  isSignedIn(): Promise<boolean>;
  /** Forgets the token: the shopper signed out, or as someone else. */
  forget(): void;
}
