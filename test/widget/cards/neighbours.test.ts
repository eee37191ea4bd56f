import { expect } from '@open-wc/testing';
import { loadPreset, type Preset } from '../../presets/preset.js';
import { expectNoFaults, quiet, silence, stage } from '../../presets/stage.js';
import { isChromium, lessMotion } from '../support/device.js';
import { overflowing } from '../support/overflowing.js';
import { sentencesWith } from '../support/sentences.js';
import { find } from '../support/shown.js';

/** Names in any script stand beside Latin words, and leave them where they are. */

const NAMES: Readonly<Record<string, string>> = {
  'Hebrew with a number at its end': '\u05D0\u05D1\u05D2 (x) 12',
  Arabic: '\u0645\u0631\u064A\u0645 12',
  'an override that nobody ends': '\u202Eevil',
  'an isolate that nobody began': 'a\u2069\u202Eevil',
  'a family in one letter': '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}',
  'two hundred accents on one letter': `a${'\u0301'.repeat(200)}`,
};

/** What shops and shoppers name themselves; what a unit is called is the programme's own language. */
const NAMED = new Set(['title', 'name', 'alias']);

/** A programme and its past in which everything that has a name has this one. */
const named = (preset: Preset, name: string): Preset =>
  JSON.parse(
    JSON.stringify(preset, (key, value: unknown) => {
      if (!NAMED.has(key) || !value) return value;
      return typeof value === 'string'
        ? name
        : Object.fromEntries(Object.keys(value).map((locale) => [locale, name]));
    }),
  ) as Preset;

/** Between them they have boards, referral, levels, stamps, games and challenges. */
const PROGRAMMES = ['ambassadors', 'games', 'oak'];
/** Every name meets every programme in one engine, and one of them in the others, which draw it their way. */
const programmesFor = (turn: number): readonly string[] =>
  isChromium ? PROGRAMMES : [PROGRAMMES[turn % PROGRAMMES.length]!];

describe('a name', () => {
  before(() => lessMotion(true));
  after(() => lessMotion(false));
  afterEach(silence);

  for (const [turn, [what, name]] of Object.entries(NAMES).entries()) {
    it(`with ${what} leaves its neighbours in their places`, async function () {
      this.timeout(0);
      const found = new Set<string>();
      for (const programme of programmesFor(turn)) {
        const preset = named(await loadPreset(programme), name);
        const { widget, blocks } = await stage(preset, 'middle', 'en');
        const sentences = blocks.flatMap((block) => sentencesWith(block, name));
        for (const block of blocks) block.remove();
        // The other sections hold the blocks that have just been looked at.
        await widget.open('home');
        const dialog = find(widget, 'dialog');
        await quiet(dialog);
        sentences.push(...sentencesWith(dialog, name));
        expect(sentences.length, `${programme} shows the name`).to.be.above(10);
        for (const { text, isTurned } of sentences) if (isTurned) found.add(text);
        for (const what of overflowing(dialog)) found.add(what);
        expectNoFaults();
        widget.close();
        widget.parentElement?.remove();
      }
      expect([...found]).to.deep.equal([]);
    });
  }
});
