/** Where a name makes what stands beside it change places, measured by where each letter is drawn. */

/** One letter of a paragraph, in the order in which it is written. */
interface Letter {
  readonly box: DOMRect;
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

/** A name as it is written, and as a sentence has it: without controls of its own. */
const spellings = (name: string): readonly string[] => [
  name,
  name.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''),
];

function lettersOf(paragraph: readonly Text[], name: string): Letter[] {
  const range = document.createRange();
  return paragraph.flatMap((text) => {
    const spelling = spellings(name).find((one) => text.data.includes(one));
    const letters: Letter[] = [];
    for (let at = 0; at < text.length; at++) {
      const start = spelling === undefined ? -1 : text.data.lastIndexOf(spelling, at);
      const isOfName = start >= 0 && at < start + spelling!.length;
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const box = range.getBoundingClientRect();
      if (box.width > 0 && LETTER.test(text.data[at]!)) letters.push({ box, isOfName });
    }
    return letters;
  });
}

const isOneLine = (a: DOMRect, b: DOMRect): boolean =>
  Math.abs(a.top + a.bottom - b.top - b.bottom) < Math.min(a.height, b.height);

/** Whether a later letter is drawn left of an earlier one, and not both are the name's own affair. */
const isTurned = (letters: readonly Letter[]): boolean =>
  letters.some((later, at) =>
    letters
      .slice(0, at)
      .some(
        (earlier) =>
          !(later.isOfName && earlier.isOfName) &&
          isOneLine(later.box, earlier.box) &&
          later.box.left < earlier.box.left,
      ),
  );

export interface Sentence {
  readonly text: string;
  /**
   * Whether the name has pushed a neighbour out of its place, in a text from left to right: what is
   * written later must be drawn further right, and what is written before or after the name on its
   * line must be drawn left or right of all of it.
   */
  readonly isTurned: boolean;
}

/** The sentences that hold a name. */
export const sentencesWith = (root: Element, name: string): Sentence[] =>
  paragraphsIn(root)
    .map((paragraph) => ({
      paragraph,
      text: paragraph.map(({ data }) => data).join(''),
    }))
    .filter(({ text }) => spellings(name).some((one) => text.includes(one)))
    .map(({ paragraph, text }) => ({
      text: text.replace(/\s+/g, ' ').trim(),
      isTurned: isTurned(lettersOf(paragraph, name)),
    }));
