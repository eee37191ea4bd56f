import type { Endpoint } from './endpoint.js';

/** One thing that every endpoint must do, and how to find out. */
export interface Check {
  /** Its name in reports and after `--only`. */
  readonly id: string;
  /** The section of the contract that asks for it. */
  readonly section: string;
  /** What must hold, as a sentence. */
  readonly must: string;
  /** What to do where it does not hold. */
  readonly remedy: string;
  /**
   * Returns when it holds.
   * @throws Failed when it does not, NotApplicable when this endpoint cannot be asked
   */
  run(endpoint: Endpoint): Promise<void>;
}

/** The endpoint does what it must not, or does not what it must. The message says what was seen. */
export class Failed extends Error {
  override readonly name = 'Failed';
}

/** The check could not be made here. The message says what is missing. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}

/** @throws Failed with what was seen, unless the condition holds */
export function expect(condition: boolean, seen: string): asserts condition {
  if (!condition) throw new Failed(seen);
}

/** @throws NotApplicable with what is missing, unless it is there */
export function need<Value>(value: Value | null | undefined | false, missing: string): Value {
  if (value === null || value === undefined || value === false) throw new NotApplicable(missing);
  return value;
}
