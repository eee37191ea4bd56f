import { sha256Hex } from './canonical.js';
import { empty, json, type Reply } from './reply.js';

/** Entity tags, and when a reader that has the document already gets only a nod. */

/** As many hex digits of the hash as make a chance collision unthinkable: 128 bits. */
const TAG_DIGITS = 32;

/**
 * How long the definitions may be served without asking: a minute in the browser, five at the edge,
 * and for a day the old ones while new ones are fetched, so that a busy shop never waits for them.
 */
export const PUBLIC = 'public, max-age=60, s-maxage=300, stale-while-revalidate=86400';
/** Private state is kept by the browser alone, and asked about each time. */
export const PRIVATE = 'private, no-cache';

/** A ranking moves while one looks: good for a few seconds, for everybody or for one reader. */
export const BRIEF = 'public, max-age=5, s-maxage=10';
export const BRIEF_PRIVATE = 'private, max-age=5';

/** Whether an `If-None-Match` names the tag, by weak comparison (RFC 9110 section 13.1.2). */
export function matches(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = tag.replace(/^W\//, '');
  return [...ifNoneMatch.matchAll(/(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g)].some(
    ([, candidate]) => candidate === opaque,
  );
}

/**
 * A document with an entity tag, or 304 when the request has it already. The tag is weak: proxies
 * compress the body, and what is left out of `identity` may differ between two equal answers.
 * @param identity the part of the body that makes it another document
 */
export async function tagged(
  request: Request,
  body: unknown,
  headers: { readonly 'Cache-Control': string; readonly Vary?: string },
  identity: unknown = body,
): Promise<Reply> {
  const hash = await sha256Hex(JSON.stringify(identity));
  const tag = `W/"${hash.slice(0, TAG_DIGITS)}"`;
  if (matches(request.headers.get('If-None-Match'), tag)) {
    return empty(304, { ...headers, ETag: tag });
  }
  return json(body, { ...headers, ETag: tag });
}
