import type { Subject } from '../engine.js';
import type { Call, Resource } from './call.js';
import { idempotencyKey } from './idempotency.js';
import type { Limiter } from './limiter.js';
import { preferredLocale } from './locale.js';
import type { Programme } from './programme.js';
import { readQuery } from './query.js';
import { HttpRefusal } from './refusal.js';
import { checkShop } from './shop.js';
import { bearer, requireScope } from './token.js';
import { tokenMissing } from './token-refusal.js';

/** The checks before a handler runs, in the order in which their refusals help most. */

export interface Arrival {
  readonly request: Request;
  readonly url: URL;
  readonly now: number;
  readonly programme: Programme;
  readonly resource: Resource;
  readonly params: Readonly<Record<string, string>>;
}

/** Who calls, as far as the resource wants to know; a bad token is never taken for a guest. */
async function subjectOf({ request, now, programme, resource }: Arrival): Promise<Subject | null> {
  const { access } = resource;
  if (access === 'shop') {
    await checkShop(request, programme);
    return null;
  }
  if (access === 'none' || access === 'ticket') return null;
  const token = bearer(request);
  if (token === null) {
    if (access === 'optional') return null;
    throw tokenMissing(
      'This call needs a token from the shop: Authorization: Bearer, then the token.',
    );
  }
  const caller = await programme.verifyToken(token, now);
  requireScope(caller, access === 'optional' ? 'read' : access);
  return caller.subject;
}

/** @throws HttpRefusal `rate-limited`, with the seconds until one more write is let through */
function spare(limit: Limiter, { programme, resource, now }: Arrival, subject: Subject): void {
  const after = limit(`${programme.key} ${resource.name} ${subject.id}`, now);
  if (after === null) return;
  throw new HttpRefusal('rate-limited', `Too many requests. Try again in ${after} s.`, { after });
}

/**
 * Makes a checked call of a request: token and scope, query, rate, key.
 * @throws HttpRefusal that names what is missing
 */
export async function admit(arrival: Arrival, limit: Limiter): Promise<Call> {
  const { request, url, now, programme, resource, params } = arrival;
  const subject = await subjectOf(arrival);
  const query = readQuery(url.searchParams, resource.name);
  if (subject && resource.method !== 'GET') spare(limit, arrival, subject);
  return {
    request,
    programme,
    resource,
    params,
    query,
    locale: query.locale ?? preferredLocale(request.headers.get('Accept-Language')),
    subject,
    key: resource.key ? idempotencyKey(request) : '',
    now,
  };
}
