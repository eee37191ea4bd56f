/** What a person meets in an element, its shadow trees included: texts, names and values. */

const NAMES = ['aria-label', 'aria-valuetext', 'aria-valuenow', 'alt', 'title', 'placeholder'];
const SILENT = new Set(['STYLE', 'SCRIPT', 'TEMPLATE']);

function* walk(node: Node): Iterable<Node> {
  yield node;
  const root = node instanceof Element ? node.shadowRoot : null;
  for (const child of [...(root?.childNodes ?? []), ...node.childNodes]) yield* walk(child);
}

/** Every element inside, through all open shadow roots. */
export const elementsIn = (root: Node): Element[] =>
  [...walk(root)].filter((node): node is Element => node instanceof Element);

/** The first element of a selector, through all open shadow roots. */
export function find<T extends Element = HTMLElement>(root: Node, selector: string): T {
  const found = maybe<T>(root, selector);
  if (!found) throw new Error(`no ${selector} in ${textOf(root)}`);
  return found;
}

export const maybe = <T extends Element = HTMLElement>(
  root: Node,
  selector: string,
): T | undefined => elementsIn(root).find((element) => element.matches(selector)) as T | undefined;

export const all = <T extends Element = HTMLElement>(root: Node, selector: string): T[] =>
  elementsIn(root).filter((element) => element.matches(selector)) as T[];

/** All texts as one, white space made single. */
export const textOf = (root: Node): string =>
  [...walk(root)]
    .filter((node) => node.nodeType === Node.TEXT_NODE && !SILENT.has(node.parentNode!.nodeName))
    .map((node) => node.nodeValue)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Texts, and what is only said: names, values. */
export const saidBy = (root: Node): string =>
  [
    textOf(root),
    ...elementsIn(root).flatMap((element) => [
      ...NAMES.map((name) => element.getAttribute(name) ?? ''),
      element instanceof HTMLInputElement ? element.value : '',
    ]),
  ].join('\n');

/** What no shopper should ever read. */
export const JUNK = /undefined|NaN|Infinity|\bnull\b|\[object|\{\w+\}/;

/** A button by its words. */
export function button(root: Node, words: string | RegExp): HTMLButtonElement {
  const found = all<HTMLButtonElement>(root, 'button').find((one) => {
    const text = textOf(one);
    return typeof words === 'string' ? text.startsWith(words) : words.test(text);
  });
  if (!found) throw new Error(`no button “${String(words)}” in ${textOf(root)}`);
  return found;
}

/** Where the focus is, through all shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Whether the focus is on an element; by name, because a failed comparison would print the page. */
export const hasFocus = (element: Element): string =>
  focused() === element ? 'focused' : `the focus is on ${focused()?.outerHTML.slice(0, 80)}`;
