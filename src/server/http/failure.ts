import { Refusal } from '../engine.js';
import { quietly, type Log } from './log.js';
import { HttpRefusal } from './refusal.js';
import { refusalReply, type Reply } from './reply.js';

/** Turns whatever was thrown into a problem document; nothing of the inside leaks out. */

interface Circumstances {
  readonly method: string;
  readonly route: string;
  readonly log: Log;
}

/** From here on the fault lies behind the endpoint; 501 is a plain statement and no fault. */
const isOurs = (status: number): boolean => status >= 500 && status !== 501;

/**
 * An unexpected exception is `upstream-down`: the caller may try again with the same key, which is
 * right, because a write either has its answer stored or has not happened. The reference links what
 * the shopper sees to what the operator reads (RFC 9457 section 3.1.5, `instance`).
 */
export function failureReply(error: unknown, { method, route, log }: Circumstances): Reply {
  if (error instanceof Refusal) {
    const plain = refusalReply(error);
    if (!isOurs(plain.status)) return plain;
  }
  const reference = `urn:uuid:${crypto.randomUUID()}`;
  const isExpected = error instanceof Refusal;
  const refusal = isExpected
    ? error
    : new HttpRefusal(
        'upstream-down',
        'The loyalty service could not finish this request. Try it again; if it stays so, tell the ' +
          `shop this reference: ${reference}.`,
      );
  const reply = refusalReply(refusal, reference);
  quietly(log, {
    level: isExpected ? 'warn' : 'error',
    message: isExpected ? refusal.message : 'unexpected exception',
    reference,
    method,
    route,
    status: reply.status,
    error: isExpected ? refusal.cause : error,
  });
  return reply;
}
