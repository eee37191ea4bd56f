import { expect } from '@open-wc/testing';
import { catalogueOf, insist, type Language } from '../../../src/widget/i18n/catalogue.js';
import { language as german } from '../../../src/widget/i18n/de/language.js';
import { language as english } from '../../../src/widget/i18n/en/language.js';
import { createLocalizer, type Localizer } from '../../../src/widget/i18n/localizer.js';
import { everyWord } from '../support/every-word.js';

/** Fails so often, then gives what it has. */
function stumbling<T>(times: number, value: T): { load: () => Promise<T>; asked: () => number } {
  let asked = 0;
  return {
    load: () => (++asked > times ? Promise.resolve(value) : Promise.reject(new TypeError('gone'))),
    asked: () => asked,
  };
}

/** German whose words for what goes on are fetched this way. */
const germanWith = (tracks: Language['rest']['tracks'], standIn?: () => Promise<Language>) =>
  createLocalizer({
    locale: 'de',
    catalogue: catalogueOf({ ...german, rest: { ...german.rest, tracks } }, standIn),
  });
const words = (loc: Localizer) => [loc.term('panel.close'), loc.term('track.join')];

const GERMAN = [everyWord.de.first['panel.close'], everyWord.de.tracks['track.join']];
const MIXED = [everyWord.de.first['panel.close'], everyWord.en.tracks['track.join']];

describe('words that cannot be fetched', () => {
  const part = { words: everyWord.de.tracks };

  it('are asked for once more, and then said', async () => {
    const { load, asked } = stumbling(1, part);
    const loc = germanWith(load, () => Promise.reject(new Error('English is not needed')));
    await loc.load('tracks');
    expect(asked()).to.equal(2);
    expect(words(loc)).to.deep.equal(GERMAN);
  });

  it('are said in English, the others in the language', async () => {
    const { load, asked } = stumbling(Infinity, part);
    const loc = germanWith(load, () => Promise.resolve(english));
    await loc.load('tracks');
    expect(asked(), 'one retry').to.equal(2);
    expect(loc.has('tracks')).to.be.true;
    expect(words(loc)).to.deep.equal(MIXED);
    await loc.load('tracks');
    expect(asked(), 'and no more of them').to.equal(2);
  });

  it('are not said at all where English fails, too, and asked for again by the next', async () => {
    const { load, asked } = stumbling(4, part);
    const loc = germanWith(load, () => Promise.reject(new TypeError('gone')));
    for (const attempt of [1, 2]) {
      const outcome = await loc.load('tracks').catch((error: unknown) => error);
      expect(outcome, `attempt ${attempt}`).to.be.instanceOf(TypeError);
      expect(loc.has('tracks')).to.be.false;
      expect(loc.term('track.join'), 'no key').to.equal('');
    }
    await loc.load('tracks');
    expect(asked()).to.equal(5);
    expect(words(loc)).to.deep.equal(GERMAN);
  });

  it('are English as a whole where the language is gone', async () => {
    const { load, asked } = stumbling(Infinity, german);
    expect(await insist(load, () => Promise.resolve(english))).to.equal(english);
    expect(asked()).to.equal(2);
  });

  it('have nothing to stand in for them where they are English', async () => {
    const { load, asked } = stumbling(Infinity, english);
    expect(await insist(load).catch((error: unknown) => error)).to.be.instanceOf(TypeError);
    expect(asked(), 'one retry').to.equal(2);
  });
});
