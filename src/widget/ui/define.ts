/**
 * Registers an element unless another copy of the bundle, or another version, was first: a second
 * `define` would throw and take the page's script with it. On a server there is nothing to do.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements;
  if (registry && !registry.get(tag)) registry.define(tag, element);
}
