import { elementsIn } from './shown.js';

/**
 * What a listener and a speaker need beyond what axe asks for: progress in words, names that resolve
 * in their own tree, and names that hold what is read on the thing, so that it can be called by it.
 */

const CONTROLS =
  'button, a[href], input:not([type=hidden]), select, textarea, summary, ' +
  '[role=button], [role=tab], [role=switch], [role=slider], [role=link]';
const FIELDS = 'input, select, textarea';
const PROGRESS = '[role=progressbar], [role=meter], progress, meter';
const REFERENCES = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'list'];
/** Pictures, whose text is their name and not what stands in them; choices that are not chosen. */
const NO_TEXT = '.visually-hidden, svg, canvas, option, [role=img]';

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** For a comparison: what nobody pronounces is no part of a name. */
const spoken = (text: string): string => tidy(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));

const rootOf = (element: Element): Document | ShadowRoot =>
  element.getRootNode() as Document | ShadowRoot;

const idsIn = (element: Element, attribute: string): string[] =>
  (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);

/** Whether it is kept from listeners, by itself or by anything around it, through all shadow roots. */
function isUnheard(element: Element): boolean {
  if (element.closest('[aria-hidden=true]')) return true;
  const root = element.getRootNode();
  return root instanceof ShadowRoot && isUnheard(root.host);
}

/** The children as they are shown: of a slot what was put in, of a host its shadow tree. */
function shownChildren(element: Element): readonly Node[] {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes({ flatten: true });
    return assigned.length > 0 ? assigned : [...element.childNodes];
  }
  return [...(element.shadowRoot ?? element).childNodes];
}

/** The text of a subtree without what is left out; blocks stand apart, as they do on the page. */
function textIn(node: Node, isLeftOut: (element: Element) => boolean): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (!(node instanceof Element) || node.matches('style, script') || isLeftOut(node)) return '';
  if (node.matches('img, [role=img]')) {
    return ` ${node.getAttribute('aria-label') ?? node.getAttribute('alt') ?? ''} `;
  }
  const inside = shownChildren(node)
    .map((child) => textIn(child, isLeftOut))
    .join('');
  return getComputedStyle(node).display === 'inline' ? inside : ` ${inside} `;
}

// A slot has no box of its own, and counts as invisible for that.
const isUnseen = (element: Element): boolean =>
  element.matches(NO_TEXT) ||
  (!(element instanceof HTMLSlotElement) && !element.checkVisibility({ visibilityProperty: true }));

const heardIn = (element: Element): string =>
  textIn(
    element,
    (inner) => inner.matches('[aria-hidden=true]') || getComputedStyle(inner).display === 'none',
  );

const labelsOf = (element: Element): string =>
  [...((element as Partial<HTMLInputElement>).labels ?? [])].map(heardIn).join(' ');

/** The accessible name, as far as this code base makes use of the rules. */
export function nameOf(element: Element): string {
  const others = idsIn(element, 'aria-labelledby').map((id) => {
    const other = rootOf(element).getElementById(id);
    return other ? heardIn(other) : '';
  });
  // A bar is never named by what stands in it, a field neither.
  const isNamedByContent = !element.matches(`${FIELDS}, ${PROGRESS}`);
  const candidates = [
    others.join(' '),
    element.getAttribute('aria-label') ?? '',
    element.getAttribute('alt') ?? '',
    labelsOf(element),
    isNamedByContent ? heardIn(element) : '',
    element.getAttribute('title') ?? '',
  ];
  return tidy(candidates.find((text) => tidy(text)) ?? '');
}

function* unresolved(element: Element): Iterable<string> {
  for (const attribute of REFERENCES) {
    for (const id of idsIn(element, attribute)) {
      if (!rootOf(element).getElementById(id)) yield `${attribute} “${id}” is nowhere`;
    }
  }
}

function* wrongPicture(element: Element): Iterable<string> {
  if (!element.matches('svg, canvas, img, [role=img]') || isUnheard(element)) return;
  // An empty alt says that it shows nothing that is not said beside it.
  if (element.matches('img[alt=""]')) return;
  // What is drawn in a picture with a name is part of it.
  if (element.parentElement?.closest('[role=img]')) return;
  const isNamed = element.matches('img[alt], [role=img]') && nameOf(element);
  if (!isNamed) yield 'a picture that is neither hidden nor named';
}

function* wrongProgress(element: Element): Iterable<string> {
  if (!element.matches(PROGRESS)) return;
  // A number alone does not say of what.
  if (!/\p{L}/u.test(element.getAttribute('aria-valuetext') ?? '')) yield 'progress without words';
  if (!nameOf(element)) yield 'progress without a name';
}

function* wrongControl(element: Element): Iterable<string> {
  if (!element.matches(CONTROLS) || !element.checkVisibility({ visibilityProperty: true })) return;
  const name = nameOf(element);
  if (!name) yield 'a control without a name';
  const read = element.matches(FIELDS) ? labelsOf(element) : textIn(element, isUnseen);
  if (!spoken(name).includes(spoken(read))) {
    yield `reads “${tidy(read)}”, but is called “${name}”`;
  }
}

const RULES = [unresolved, wrongPicture, wrongProgress, wrongControl];

const tagOf = (element: Element): string =>
  (element.cloneNode() as Element).outerHTML.replace(/<!--.*?-->/g, '').slice(0, 160);

/** What is wrong with the names of everything inside, as sentences; nothing is good. */
export const misnamed = (root: Element): string[] =>
  elementsIn(root).flatMap((element) =>
    RULES.flatMap((rule) => [...rule(element)]).map((what) => `${what}: ${tagOf(element)}`),
  );
