import { expect } from '@open-wc/testing';
import { isolated } from '../../src/contract/isolated.js';

describe('a name in a sentence', () => {
  for (const name of ['', 'Ada', 'Zoë & Søren', 'Ягода', '山田', '€5 off', '👩‍👩‍👧', 'a–b “c”']) {
    it(`stays as it is: ${JSON.stringify(name)}`, () => {
      expect(isolated(name)).to.equal(name);
    });
  }

  for (const [script, name] of Object.entries({
    Hebrew: 'אבג',
    Arabic: 'مريم 12',
    'Arabic as it is drawn': '\uFEF2',
    Adlam: '\u{1E900}',
    Phoenician: '\u{10900}',
  })) {
    it(`is set apart in ${script}`, () => {
      expect(isolated(name)).to.equal(`\u2068${name}\u2069`);
    });
  }

  for (const control of ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2069']) {
    it(`is set apart, and loses U+${control.charCodeAt(0).toString(16)}`, () => {
      expect(isolated(`a${control}b${control}`)).to.equal('\u2068ab\u2069');
    });
  }
});
