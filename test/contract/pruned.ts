import { table } from './page-contract.js';

/**
 * What the page's table knows of a document. A field that no view reads is left out of the table on
 * purpose (`unread` in scripts/generate.ts, held by test/scripts/generated.test.ts), so both readers
 * are compared without it.
 */
type Node = string | { readonly [field: string]: Node } | readonly [string, Node];
type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const without = (marks: string, inner: Node | undefined): Node => {
  if (inner === undefined) return marks;
  return marks ? [marks, inner] : inner;
};

export function pruned(value: unknown, node: Node): unknown {
  if (typeof node === 'object' && !Array.isArray(node)) {
    if (!isFields(value)) return value;
    const shape = node as { readonly [field: string]: Node };
    const tag = shape.$ as string | undefined;
    if (!tag) return keep(value, shape);
    const name = value[tag];
    const isKnown = typeof name === 'string' && name && name !== '$' && Object.hasOwn(shape, name);
    const member = shape[isKnown ? name : ''] as { readonly [field: string]: Node };
    return { [tag]: name, ...keep(value, member) };
  }
  const [marks, inner] =
    typeof node === 'string' ? ([node, undefined] as const) : (node as readonly [string, Node]);
  const rest = without(marks.slice(1), inner);
  if (marks.startsWith('?')) return pruned(value, rest);
  if (marks.startsWith('*')) {
    return Array.isArray(value) ? value.map((item) => pruned(item, rest)) : value;
  }
  if (marks.startsWith('%')) {
    return isFields(value)
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pruned(item, rest)]))
      : value;
  }
  const entry = (table as Record<string, Node>)[marks];
  return entry ? pruned(value, entry) : value;
}

const keep = (value: Fields, shape: { readonly [field: string]: Node }): Fields =>
  Object.fromEntries(
    Object.entries(shape)
      .map(([name, child]) => [name.replace('?', ''), child] as const)
      .filter(([field]) => Object.hasOwn(value, field))
      .map(([field, child]) => [field, pruned(value[field], child)]),
  );
