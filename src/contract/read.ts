import type { z } from 'zod';

/**
 * Reading with the schemas the way the page's decoder reads: one broken item is dropped and reported,
 * its list stays; `null` where a field is optional means absent. For servers, tools and tests; the
 * page uses `decode.ts`, which is held to the same behaviour.
 */

/** Something that was dropped, and why. */
export interface Dropped {
  /** JSON Pointer (RFC 6901) into the document that was read. */
  readonly pointer: string;
  readonly reason: string;
}

export type Reading<T> = { ok: true; value: T; dropped: Dropped[] } | { ok: false; error: Dropped };

type Path = readonly PropertyKey[];
interface Issue {
  readonly path: Path;
  readonly message: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** JSON Pointer of a path. */
export const pointer = (path: Path): string =>
  path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

/** The innermost issue: a failed union hides what is wrong inside the member that was meant. */
function innermost(issue: Issue): Issue {
  const inner = issue.errors?.[0]?.[0];
  if (!inner || inner.path.length === 0) return issue;
  return innermost({ ...inner, path: [...issue.path, ...inner.path] });
}

type Container = Record<PropertyKey, unknown>;

const at = (document: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Container | undefined)?.[key], document);

/** Removes what an issue points at, where the rules allow it. @returns what was dropped, or null */
function mend(document: unknown, issue: Issue): Dropped | 'silent' | null {
  const { path } = issue;
  const last = path.at(-1);
  const parent = at(document, path.slice(0, -1));
  const isNullField =
    typeof last === 'string' && !Array.isArray(parent) && at(document, path) === null;
  if (isNullField) {
    delete (parent as Container)[last];
    return 'silent';
  }
  const index = path.map((part) => typeof part).lastIndexOf('number');
  if (index < 0) return null;
  const list = at(document, path.slice(0, index)) as unknown[];
  list.splice(path[index] as number, 1);
  return { pointer: pointer(path.slice(0, index + 1)), reason: issue.message };
}

/**
 * Reads a document item by item.
 * @param schema a schema of `contract/schema`
 * @param document parsed JSON; it is not changed
 */
export function read<T>(schema: z.ZodType<T>, document: unknown): Reading<T> {
  const copy: unknown = structuredClone(document);
  const dropped: Dropped[] = [];
  for (;;) {
    const result = schema.safeParse(copy);
    if (result.success) return { ok: true, value: result.data, dropped };
    const issue = innermost(result.error.issues[0] as unknown as Issue);
    const mended = mend(copy, issue);
    if (!mended) {
      return { ok: false, error: { pointer: pointer(issue.path), reason: issue.message } };
    }
    if (mended !== 'silent') dropped.push(mended);
  }
}
