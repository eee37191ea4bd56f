import type { z } from 'zod';
import { invalid, type Fault } from './refusal.js';

/** Checks what came in against a schema, and says where it does not fit. */

/** One reference token of a JSON Pointer (RFC 6901 section 3). */
const token = (part: PropertyKey): string =>
  `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;

export const pointerTo = (path: readonly PropertyKey[]): string => path.map(token).join('');

type Issue = z.core.$ZodIssue;

/** A union reports what each of its members misses; the first is the one that was meant. */
function leaves(issue: Issue): Issue[] {
  const inner = issue.code === 'invalid_union' ? issue.errors[0] : undefined;
  if (!inner || inner.length === 0) return [issue];
  return inner.flatMap((leaf) => leaves({ ...leaf, path: [...issue.path, ...leaf.path] }));
}

/** The places where a value does not fit. */
export const faultsOf = (
  error: z.core.$ZodError,
  pointer: (path: readonly PropertyKey[]) => string = pointerTo,
): Fault[] =>
  error.issues
    .flatMap(leaves)
    .map((issue) => ({ detail: issue.message, pointer: pointer(issue.path) }));

/**
 * The value as its schema reads it; fields that the schema does not know are dropped, because within
 * v1 only additions happen and a newer page must not be refused for one.
 * @throws HttpRefusal `validation-failed`
 */
export function parse<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const reading = schema.safeParse(value);
  if (reading.success) return reading.data;
  throw invalid('The request body does not fit', faultsOf(reading.error));
}
