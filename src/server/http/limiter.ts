/**
 * Token buckets in memory: a member may do a burst, then so much per minute. It protects one process
 * from one runaway page; a shop that runs several puts its own limit in front.
 */

/** Takes one token from a bucket. @returns seconds to wait when it is empty, else `null` */
export type Limiter = (bucket: string, now: number) => number | null;

/** Generous: no shopper presses this often, and a page that retries in a loop is stopped. */
export const WRITES_PER_MINUTE = 120;
/** How many buckets are remembered; beyond it the least recently used one is forgotten. */
const BUCKETS = 10_000;
const MINUTE = 60_000;

/** @throws TypeError for a limit that would let nobody through */
export function createLimiter(perMinute: number = WRITES_PER_MINUTE, size = BUCKETS): Limiter {
  if (!(perMinute >= 1)) throw new TypeError('writesPerMinute must be 1 or more');
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMillisecond = perMinute / MINUTE;

  return (bucket, now) => {
    const { tokens, at } = buckets.get(bucket) ?? { tokens: perMinute, at: now };
    // A clock that was set back gives nothing and takes nothing.
    const refilled = Math.min(perMinute, tokens + Math.max(0, now - at) * perMillisecond);
    const isEmpty = refilled < 1;
    // A map keeps the order of insertion; putting the bucket back last makes the first the oldest.
    buckets.delete(bucket);
    buckets.set(bucket, { tokens: isEmpty ? refilled : refilled - 1, at: now });
    for (const oldest of buckets.keys()) {
      if (buckets.size <= size) break;
      buckets.delete(oldest);
    }
    return isEmpty ? Math.max(1, Math.ceil((1 - refilled) / perMillisecond / 1000)) : null;
  };
}
