/**
 * JSON of plain data, as it was written. Old libraries (Prototype up to 1.6, MooTools) give arrays and
 * texts a `toJSON` of their own, which makes `["a"]` a text and `"a"` a quoted one. The replacer
 * looks at the value itself, and what it returns is not asked again.
 */
export const plainJson = (value: unknown, indent?: number): string =>
  JSON.stringify(
    value,
    function (this: Record<string, unknown>, key) {
      return this[key];
    },
    indent,
  );
