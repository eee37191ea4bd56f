import { z } from 'zod';
import { Id, Text } from './primitives.js';

/** The fields of a member; one without fields must not forbid its tag. */
export type Body<Shape extends z.ZodRawShape> = keyof Shape extends never
  ? unknown
  : z.infer<z.ZodObject<Shape>>;

type Members<Key extends string, Shapes extends Record<string, z.ZodRawShape>> = {
  [Tag in keyof Shapes & string]: { [P in Key]: Tag } & Body<Shapes[Tag]>;
}[keyof Shapes & string];

/**
 * A member that this version does not know. While it runs the tag holds what the server sent; the
 * type says `'unknown'`, so that a `switch` over the known tags still narrows and needs a default.
 */
export type UnknownMember<Key extends string> = { [P in Key]: 'unknown' } & {
  label?: string | undefined;
};

/**
 * A tagged union to which v1 may add members. A tag that this version does not know is read as
 * `{[key], label?}`, so that it can still be shown; a known tag with a broken body is refused.
 *
 * @param key the tag's field, `kind` or `type`
 * @param shapes tag → the other fields of that member
 */
export function openUnion<
  const Key extends string,
  const Shapes extends Record<string, z.ZodRawShape>,
>(key: Key, shapes: Shapes): z.ZodType<Members<Key, Shapes> | UnknownMember<Key>> {
  const members = Object.entries(shapes).map(([tag, shape]) =>
    z.object({ [key]: z.literal(tag), ...shape }),
  );
  const known = z.discriminatedUnion(key, members as never);
  const unknown = z.object({
    [key]: Id.refine((tag) => !Object.hasOwn(shapes, tag), {
      error: 'a known tag with a broken body',
      // Otherwise zod would report this instead of what is wrong inside the member that was meant.
      abort: true,
    }).meta({ atom: 'd' }),
    label: Text.optional(),
  });
  return z.union([known, unknown]).meta({ openUnion: key }) as never;
}
