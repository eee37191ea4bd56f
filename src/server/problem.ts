import { PROBLEM_BASE, problems, type ProblemCode } from '../contract/problems.js';
import type { Problem } from '../contract/types.js';
import type { Refusal } from './engine.js';

/**
 * How a refusal looks on the wire. Stands beside the port because both sides need it: the endpoint
 * answers with it, and an engine stores it with the key so that a replay hears the same words.
 */

/** How long to wait, in seconds, where a refusal asks to come back later but does not say when. */
const COME_BACK_SECONDS = 1;

/** How many faults one answer lists; a shop that sends 500 broken events needs no more to see why. */
export const FAULTS_SHOWN = 100;

/** The problem document of a refusal (RFC 9457), without an `instance`. */
export function problemOf(refusal: Refusal): Problem {
  const kind = problems[refusal.code];
  const { availability, after, errors } = refusal.extra;
  // A limit that names its end can be tried again then, although the code by itself is final.
  const retry = kind.retry === 'never' && after !== undefined ? 'after' : kind.retry;
  const seconds = after ?? (retry === 'after' ? COME_BACK_SECONDS : undefined);
  return {
    type: `${PROBLEM_BASE}${refusal.code}`,
    title: kind.title,
    status: kind.status,
    detail: refusal.message,
    code: refusal.code,
    retry,
    ...(seconds === undefined ? {} : { after: Math.max(0, Math.ceil(seconds)) }),
    ...(availability ? { availability } : {}),
    ...(errors ? { errors: errors.slice(0, FAULTS_SHOWN).map((error) => ({ ...error })) } : {}),
  };
}

/**
 * Whether a refusal is the last word on its key. One that asks for a retry with the same key (the
 * engine is busy, a code must be entered) must not be stored, or the retry would only hear it again.
 * A limit that ends tomorrow is the last word all the same: pressing again then is another intent.
 */
export const isFinal = (code: ProblemCode): boolean => problems[code].retry === 'never';
