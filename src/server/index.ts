/**
 * What a shop needs to answer the widget: the endpoint, and the port that an engine is written
 * against. Runs wherever `fetch` does; the adapter for Node is ./node.ts.
 */
export { createEndpoint, type Endpoint, type EndpointOptions } from './endpoint.js';
export {
  Refusal,
  type Answer,
  type Intent,
  type Live,
  type LiveEvent,
  type LoyaltyEngine,
  type Page,
  type ShopVoucher,
  type Subject,
  type Writes,
} from './engine.js';
export type { TokenKeys } from './http/keys.js';
export type { Log, LogEntry } from './http/log.js';
export type { ProgrammeConfig } from './http/programme.js';
export type { TokenConfig } from './http/token.js';
export { isFinal, problemOf } from './problem.js';
export { ShopEvent, type ShopEventResult } from './shop/schema.js';
