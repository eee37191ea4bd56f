import type { z } from 'zod';

/**
 * Draws the page's decoder table from the schemas, when the project is built.
 *
 * A node of the table is
 * - a text: prefixes, then an atom or the name of another entry. Prefixes: `?` may be null,
 *   `*` list, `%` text → value. Atoms: `d` id, `s` text, `t` instant, `y` day, `i` integer,
 *   `c` scale, `n` number, `b` boolean, `a` anything;
 * - an object: field → node; a field that may be absent ends in `?`;
 * - `[prefixes, node]` where the node is an object;
 * - `{$: tag field, '': node of an unknown tag, [tag]: node}`: an open union.
 */
export type Node = string | { [field: string]: Node } | [string, Node];

interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
  values?: unknown[];
  getter?: () => z.ZodType;
}

const defOf = (schema: z.ZodType): Def => schema._zod.def;
const isAbsentable = (schema: z.ZodType): boolean => schema._zod.optin === 'optional';
const prefixed = (prefix: string, node: Node): Node => {
  if (typeof node === 'string') return prefix + node;
  if (Array.isArray(node)) return [prefix + node[0], node[1]];
  return [prefix, node];
};

/**
 * @param roots schema name → schema, all that the page reads
 * @param unread fields that the page does not read, as `Schema.field`
 * @returns the table, with every named schema that the roots reach as an entry of its own
 */
export function drawTable(
  roots: Record<string, z.ZodType>,
  unread: ReadonlySet<string> = new Set(),
): Record<string, Node> {
  const table: Record<string, Node> = {};

  const named = (schema: z.ZodType, place: string): Node => {
    const meta = schema.meta() as { id?: string; atom?: string } | undefined;
    if (meta?.atom) return meta.atom;
    const id = meta?.id;
    // Plain containers are cheaper in place than by name.
    if (!id || (defOf(schema).type === 'record' && id !== place)) return bodyOf(schema, place);
    if (!(id in table)) {
      table[id] = '';
      table[id] = bodyOf(schema, id);
    }
    return id;
  };

  const unionOf = (schema: z.ZodType, tag: string, place: string): Node => {
    const [known, unknown] = defOf(schema).options ?? [];
    if (!known || !unknown) throw new Error(`${place}: not an open union`);
    const node: Record<string, Node> = { $: tag, '': bodyOf(unknown, place) };
    for (const member of defOf(known).options ?? []) {
      const { [tag]: literal, ...shape } = defOf(member).shape ?? {};
      const name = literal && defOf(literal).values?.[0];
      node[String(name)] = fieldsOf(shape, `${place}.${String(name)}`);
    }
    return node;
  };

  const fieldsOf = (shape: Record<string, z.ZodType>, place: string): Record<string, Node> =>
    Object.fromEntries(
      Object.entries(shape)
        .filter(([field]) => !unread.has(`${place}.${field}`))
        .map(([field, schema]) => [
          isAbsentable(schema) ? `${field}?` : field,
          named(schema, `${place}.${field}`),
        ]),
    );

  const bodyOf = (schema: z.ZodType, place: string): Node => {
    const def = defOf(schema);
    const { openUnion } = (schema.meta() ?? {}) as { openUnion?: string };
    if (openUnion) return unionOf(schema, openUnion, place);
    if (def.shape) return fieldsOf(def.shape, place);
    if (def.type === 'unknown') return 'a';
    if (def.type === 'lazy' && def.getter) return named(def.getter(), place);
    if (def.element) return prefixed('*', named(def.element, place));
    if (def.valueType) return prefixed('%', named(def.valueType, place));
    if (def.type === 'optional' && def.innerType) return named(def.innerType, place);
    if (def.type === 'nullable' && def.innerType) return prefixed('?', named(def.innerType, place));
    throw new Error(`${place}: the decoder table has no node for "${def.type}"`);
  };

  for (const [name, schema] of Object.entries(roots)) {
    if (named(schema, name) !== name) throw new Error(`${name} is not registered by that id`);
  }
  return table;
}
