import { expect } from '@open-wc/testing';
import { views } from '../../src/widget/shell/views.js';
import { find, maybe } from '../widget/support/shown.js';
import { isWholeMatrix, loadPreset, presetNames, STATES } from './preset.js';
import {
  expectAccessible,
  expectNames,
  expectNoFaults,
  expectPlainWords,
  LOOKS,
  quiet,
  silence,
  stage,
  type Look,
} from './stage.js';

/**
 * Every programme × everybody who may look × light and dark × both directions × every block and every
 * section of the panel. A programme file, a block or a section that is added is tested here without
 * being named. In `npm test` each programme is looked at by one of them in turn and in one way in turn,
 * with `npm run test:matrix` by all in all ways.
 * @param share which of `shares` equal parts of the programmes, so that pages share the work
 */
export function testMatrix(share: number, shares: number): void {
  describe(`every programme, part ${share + 1} of ${shares}`, () => {
    let names: string[] = [];
    let isWhole = false;
    before(async () => {
      names = await presetNames(share, shares);
      isWhole = await isWholeMatrix();
    });
    afterEach(silence);

    for (const [turn, state] of STATES.entries()) {
      const looksAt = (index: number): readonly Look[] => {
        if (isWhole) return LOOKS;
        return index % STATES.length === turn ? [LOOKS[(turn + share) % LOOKS.length]!] : [];
      };
      const staged = function* () {
        for (const [index, name] of names.entries()) {
          for (const look of looksAt(index)) {
            const where = `${name}, ${state}, ${look.scheme}, ${look.dir}`;
            yield { name, look, where, locale: index % 2 ? 'de' : 'en' };
          }
        }
      };

      it(`has something good to say to “${state}” in every block`, async function () {
        this.timeout(0);
        for (const { name, look, where } of staged()) {
          const { widget, blocks } = await stage(await loadPreset(name), state, 'de', look);
          for (const locale of ['de', 'en']) {
            widget.locale = locale;
            await quiet(document.body);
            for (const block of blocks) {
              expectPlainWords(block, `${where}, ${locale}: <${block.localName}>`);
            }
            expectNames(widget.parentElement!, `${where}, ${locale}`);
          }
          await expectAccessible(blocks[0]!.parentElement!, where);
          expectNoFaults();
          widget.parentElement?.remove();
        }
      });

      it(`opens its panel for “${state}”, section by section`, async function () {
        this.timeout(0);
        for (const { name, look, where, locale } of staged()) {
          const { widget, blocks } = await stage(await loadPreset(name), state, locale, look);
          for (const block of blocks) block.remove();
          for (const view of Object.keys(views)) {
            await widget.open(view);
            const panel = maybe(widget, 'loyalty-panel')!;
            await quiet(panel);
            expect(find<HTMLElement>(panel, 'dialog').dir).to.equal(look.dir);
            expectPlainWords(panel, `${where}: ${view}`);
            expectNames(widget, `${where}: ${view}`);
            // The other sections hold the blocks that the test above has looked at.
            if (view === 'home') await expectAccessible(widget, where);
          }
          widget.close();
          expectNoFaults();
          widget.parentElement?.remove();
        }
      });
    }
  });
}
