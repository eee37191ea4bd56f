import { topics } from './checks/index.js';
import { Failed, NotApplicable, type Check } from './check.js';
import { Endpoint, type Target } from './endpoint.js';

/** Runs the checks, one after the other: what one spends, the next must not miss. */

export type Verdict = 'passed' | 'failed' | 'not applicable';

export interface Result {
  readonly topic: string;
  readonly check: Check;
  readonly verdict: Verdict;
  /** What was seen, or what is missing; empty where the check passed. */
  readonly because: string;
}

const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${cause}`;
};

async function resultOf(topic: string, check: Check, endpoint: Endpoint): Promise<Result> {
  try {
    await check.run(endpoint);
    return { topic, check, verdict: 'passed', because: '' };
  } catch (error) {
    if (error instanceof NotApplicable) {
      return { topic, check, verdict: 'not applicable', because: error.message };
    }
    const because = error instanceof Failed ? error.message : `no answer: ${causeOf(error)}`;
    return { topic, check, verdict: 'failed', because };
  }
}

export interface RunOptions {
  /** Ids of checks or titles of topics; absent or empty: all. */
  readonly only?: readonly string[];
  /** Called after each check. */
  readonly onResult?: (result: Result) => void;
}

/**
 * Checks an endpoint against the contract. It really redeems: give it members of a test programme.
 * @throws Error when the endpoint does not answer at all, or a token cannot be made
 */
export async function conformance(
  target: Target,
  { only = [], onResult }: RunOptions = {},
): Promise<readonly Result[]> {
  const endpoint = new Endpoint(target);
  // Once outside of all checks, so that a wrong address or command is told once and not fifty times.
  await endpoint.ask('GET', '/bootstrap');
  await endpoint.tokenOf(target.member);
  await endpoint.tokenOf(target.other);
  const results: Result[] = [];
  for (const { title, checks } of topics) {
    for (const check of checks) {
      if (only.length > 0 && !only.includes(check.id) && !only.includes(title)) continue;
      const result = await resultOf(title, check, endpoint);
      results.push(result);
      onResult?.(result);
    }
  }
  return results;
}
