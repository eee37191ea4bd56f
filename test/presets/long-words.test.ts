import { expect } from '@open-wc/testing';
import { views } from '../../src/widget/shell/views.js';
import { windowOf } from '../widget/support/device.js';
import { lengthenWords, longer } from '../widget/support/long-words.js';
import { overflowing } from '../widget/support/overflowing.js';
import { all, find, saidBy } from '../widget/support/shown.js';
import { isWholeMatrix, loadPreset, presetNames } from './preset.js';
import { quiet, silence, stage } from './stage.js';

/** Texts that do not fit into the place they are cut to. */
const cutIn = (root: Element): string[] =>
  all(root, ':not(.visually-hidden, input)')
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isCut = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const { clientHeight, clientWidth, scrollHeight, scrollWidth } = element;
      return (
        clientWidth > 1 &&
        ((isCut(overflowY) && scrollHeight > clientHeight + 1) ||
          (isCut(overflowX) && scrollWidth > clientWidth + 1))
      );
    })
    .map(
      ({ localName, className, textContent }) =>
        `${localName}.${className} “${textContent.replace(/\s+/g, ' ').trim().slice(0, 60)}”`,
    );

describe('with words that are forty per cent longer', () => {
  let restore: () => void;
  let names: string[] = [];
  before(async () => {
    restore = lengthenWords();
    names = await presetNames();
  });
  after(async () => {
    restore();
    await windowOf(1_000);
  });
  afterEach(silence);

  for (const width of [390, 320]) {
    it(`nothing in the panel is cut or sticks out, ${width} pixels wide`, async function () {
      // What fits on the narrowest phone fits on this one.
      if (width > 320 && !(await isWholeMatrix())) this.skip();
      this.timeout(0);
      await windowOf(width);
      const found = new Set<string>();
      for (const name of names) {
        const { widget, blocks } = await stage(await loadPreset(name), 'middle', 'en');
        for (const block of blocks) block.remove();
        for (const view of Object.keys(views)) {
          await widget.open(view);
          const dialog = find(widget, 'dialog');
          await quiet(dialog);
          expect(saidBy(dialog), 'the words are the long ones').to.include(longer('Close'));
          for (const what of [...overflowing(dialog), ...cutIn(dialog)]) {
            found.add(`${name}, ${view}: ${what}`);
          }
        }
        widget.close();
        widget.parentElement?.remove();
      }
      expect([...found]).to.deep.equal([]);
    });
  }
});
