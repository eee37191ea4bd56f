import { views } from '../../src/widget/shell/views.js';
import { maybe } from '../widget/support/shown.js';
import { isWholeMatrix, loadPreset, presetNames, STATES } from './preset.js';
import {
  expectAccessible,
  expectNames,
  expectNoFaults,
  expectPlainWords,
  quiet,
  silence,
  stage,
} from './stage.js';

/**
 * Every programme × everybody who may look × every block and every section of the panel. A programme
 * file, a block or a section that is added is tested here without being named. In `npm test` each
 * programme is looked at by one of them in turn, with `npm run test:matrix` by all.
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
      const isInTurn = (index: number) => isWhole || index % STATES.length === turn;

      it(`has something good to say to “${state}” in every block`, async function () {
        this.timeout(0);
        for (const [index, name] of names.entries()) {
          if (!isInTurn(index)) continue;
          const preset = await loadPreset(name);
          const { widget, blocks } = await stage(preset, state, 'de');
          for (const locale of ['de', 'en']) {
            widget.locale = locale;
            await quiet(document.body);
            for (const block of blocks) {
              expectPlainWords(block, `${name}, ${state}, ${locale}: <${block.localName}>`);
            }
            expectNames(widget.parentElement!, `${name}, ${state}, ${locale}`);
          }
          await expectAccessible(blocks[0]!.parentElement!, `${name}, ${state}`);
          expectNoFaults();
          widget.parentElement?.remove();
        }
      });

      it(`opens its panel for “${state}”, section by section`, async function () {
        this.timeout(0);
        for (const [index, name] of names.entries()) {
          if (!isInTurn(index)) continue;
          const preset = await loadPreset(name);
          const { widget, blocks } = await stage(preset, state, index % 2 ? 'de' : 'en');
          for (const block of blocks) block.remove();
          for (const view of Object.keys(views)) {
            await widget.open(view);
            const panel = maybe(widget, 'loyalty-panel')!;
            await quiet(panel);
            const where = `${name}, ${state}: ${view}`;
            expectPlainWords(panel, where);
            expectNames(widget, where);
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
