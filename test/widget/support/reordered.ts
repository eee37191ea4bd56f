/** Where a name makes what stands beside it change places, measured by where each letter is drawn. */

/** One letter of a paragraph, in the order in which it is written. */
interface Letter {
  readonly box: DOMRect;
  readonly text: string;
  readonly isOfName: boolean;
}

const LETTER = /[\p{L}\p{N}]/u;

/** What is drawn below a node, as the browser puts it together. */
function childrenOf(node: Node): readonly Node[] {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return assigned.length > 0 ? assigned : [...node.childNodes];
  }
  return [...((node instanceof Element && node.shadowRoot) || node).childNodes];
}

/** The texts of each paragraph: of everything that is laid out in one line after another. */
function paragraphsIn(root: Element): Text[][] {
  const paragraphs: Text[][] = [];
  const walk = (node: Node, paragraph: Text[]): void => {
    if (node instanceof Text) return void paragraph.push(node);
    if (!(node instanceof Element) || node.matches('style, script, svg, select')) return;
    const { display, visibility, position } = getComputedStyle(node);
    if (display === 'none' || visibility === 'hidden' || node.matches('.visually-hidden')) return;
    const isInLine = (display === 'inline' || display === 'contents') && position !== 'absolute';
    const own = isInLine ? paragraph : [];
    if (!isInLine) paragraphs.push(own);
    for (const child of childrenOf(node)) walk(child, own);
  };
  walk(root, []);
  return paragraphs;
}

function lettersOf(paragraph: readonly Text[], name: string): Letter[] {
  const range = document.createRange();
  return paragraph.flatMap((text) => {
    const letters: Letter[] = [];
    for (let at = 0; at < text.length; at++) {
      const start = text.data.lastIndexOf(name, at);
      const isOfName = start >= 0 && at < start + name.length;
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const box = range.getBoundingClientRect();
      const letter = text.data[at]!;
      if (box.width > 0 && LETTER.test(letter)) letters.push({ box, text: letter, isOfName });
    }
    return letters;
  });
}

const isOneLine = (a: DOMRect, b: DOMRect): boolean =>
  Math.abs(a.top + a.bottom - b.top - b.bottom) < Math.min(a.height, b.height);

/**
 * Sentences in which a name has pushed a neighbour out of its place, in a text from left to right:
 * of what is not the name, what is written later must be drawn further right, and what is written
 * before or after the name on its line must be drawn left or right of all of it.
 */
export function reordered(root: Element, name: string): string[] {
  const found: string[] = [];
  for (const paragraph of paragraphsIn(root)) {
    if (!paragraph.some(({ data }) => data.includes(name))) continue;
    const letters = lettersOf(paragraph, name);
    const isWrong = letters.some((later, at) =>
      letters
        .slice(0, at)
        .some(
          (earlier) =>
            !(later.isOfName && earlier.isOfName) &&
            isOneLine(later.box, earlier.box) &&
            later.box.left < earlier.box.left,
        ),
    );
    if (isWrong)
      found.push(
        paragraph
          .map(({ data }) => data)
          .join('')
          .replace(/\s+/g, ' ')
          .trim(),
      );
  }
  return found;
}
