import { HttpRefusal } from './refusal.js';
import { problemOf } from '../problem.js';
import type { Refusal } from '../engine.js';

/** An answer before it is dressed with the headers that every response carries. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string | null;
  /** In place of the text, for what has no end yet. */
  readonly stream?: ReadableStream<Uint8Array>;
}

/** Nothing of a member's is kept by a cache unless a handler says so. */
export const NO_STORE = 'no-store';

/** A JSON document. It is written out here, so that a body that cannot be written is caught. */
export const json = (
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json', 'Cache-Control': NO_STORE, ...headers },
  text: JSON.stringify(body),
});

/** No body at all: 204 and 304. */
export const empty = (status: number, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers,
  text: null,
});

/** A problem document (RFC 9457) as it is. */
export const problemReply = (
  body: unknown,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Reply => json(body, { 'Content-Type': 'application/problem+json', ...headers }, status);

/**
 * The problem document of a refusal, with `Retry-After` where it says when to come back.
 * @param instance a URI that names this one occurrence, for the shop's log
 */
export function refusalReply(refusal: Refusal, instance?: string): Reply {
  const problem = problemOf(refusal);
  const status = (refusal instanceof HttpRefusal && refusal.status) || problem.status;
  const headers = refusal instanceof HttpRefusal ? refusal.headers : {};
  return problemReply({ ...problem, status, ...(instance ? { instance } : {}) }, status, {
    ...(problem.after === undefined ? {} : { 'Retry-After': String(problem.after) }),
    ...headers,
  });
}
