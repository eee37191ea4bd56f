import { expect } from '@open-wc/testing';
import { isolated } from '../../src/contract/isolated.js';

describe('a name in a sentence', () => {
  for (const name of [
    ...['', 'Ada', 'Zoë & Søren', 'Ягода', '山田', '€5 off', 'a–b “c”'],
    ...['👩‍👩‍👧', '\u2764\uFE0F gift', '1\uFE0F\u20E3', '\u{1D401}old'],
  ]) {
    it(`stays as it is: ${JSON.stringify(name)}`, () => {
      expect(isolated(name)).to.equal(name);
    });
  }

  for (const [script, name] of Object.entries({
    Hebrew: 'אבג',
    Arabic: 'مريم 12',
    'Arabic as it is drawn': '\uFEF2',
    'Latin with a mark of the other direction': 'a\u200F',
    Adlam: '\u{1E900}',
    Phoenician: '\u{10900}',
  })) {
    it(`is set apart in ${script}`, () => {
      expect(isolated(name)).to.equal(`\u2068${name}\u2069`);
    });
  }

  it('keeps whole isolates of its own, as of a sentence that is a part of it', () => {
    const part = `12 of ${isolated('אבג')} 5`;
    expect(isolated(part)).to.equal(`\u2068${part}\u2069`);
    expect(isolated(isolated('אבג'))).to.equal('\u2068\u2068אבג\u2069\u2069');
  });

  for (const isolates of ['\u2068a', 'a\u2069', '\u2068a\u202Eb\u2069', '\u2069a\u2068']) {
    it(`lets nothing out by isolates that are not whole: ${JSON.stringify(isolates)}`, () => {
      expect(isolated(isolates)).to.match(/^\u2068[ab]+\u2069$/);
    });
  }

  for (const control of ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2069']) {
    it(`is set apart, and loses U+${control.charCodeAt(0).toString(16)}`, () => {
      expect(isolated(`a${control}b${control}`)).to.equal('\u2068ab\u2069');
    });
  }
});
