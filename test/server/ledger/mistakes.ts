import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readProgramme, type ProgrammeError } from '../../../src/server/engines/ledger/index.js';
import { basics, programme } from './shop.js';

/** Programme files with one mistake each. */

/** The parts of the file that are wrong, and how its sentence begins. */
export type Mistakes = Readonly<
  Record<string, readonly [parts: Record<string, unknown>, sentence: RegExp]>
>;

export const [buy] = basics.rules;
export const [off5] = basics.rewards;

/** The basics with a track whose parts are replaced. */
export const track = (parts: Record<string, unknown>) => ({
  id: 't',
  view: 'tiers',
  title: 'T',
  period: { kind: 'lifetime' },
  repeat: 'never',
  join: 'auto',
  steps: [{ id: 'a', title: 'A', needs: [{ unit: 'spend', value: 1 }] }],
  ...parts,
});

/** One reward whose parts are replaced. */
export const reward = (parts: Record<string, unknown>) => ({ rewards: [{ ...off5, ...parts }] });

/** One rule besides the purchase rule. */
export const rule = (parts: Record<string, unknown>) => ({
  rules: [buy, { ...buy, id: 'extra', measures: undefined, ...parts }],
});

/** The file is refused as a whole, and says each mistake with its place and what to do instead. */
export function refuses(mistakes: Mistakes): void {
  for (const [what, [parts, sentence]] of Object.entries(mistakes)) {
    it(`is refused for ${what}`, () => {
      assert.throws(
        () => readProgramme(JSON.parse(JSON.stringify(programme(parts))), 'f.json'),
        (error: ProgrammeError) => {
          assert.equal(error.name, 'ProgrammeError');
          assert.ok(
            error.mistakes.some((mistake) => sentence.test(mistake)),
            error.message,
          );
          return true;
        },
      );
    });
  }
}
