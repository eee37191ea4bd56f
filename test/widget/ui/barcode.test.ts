import { expect } from '@open-wc/testing';
import { generate } from 'lean-qr/nano';
import { code128, ean13 } from '../../../src/widget/ui/barcode/bars.js';
import { drawingOf } from '../../../src/widget/ui/barcode/drawing.js';

/** The widths of bars and gaps, as a scanner measures them. */
const widths = (modules: string): string =>
  (modules.match(/1+|0+/g) ?? []).map(({ length }) => length).join('');

describe('a code for a scanner', () => {
  it('in Code 128 is what the standard says, check symbol included', () => {
    // "PJJ123C" in set B: start B, 48 42 42 17 18 19 35, check 55, stop.
    expect(widths(code128('PJJ123C')!)).to.equal(
      '211214' +
        '313121' +
        '112133' +
        '112133' +
        '123221' +
        '223211' +
        '221132' +
        '131321' +
        '311321' +
        '2331112',
    );
  });

  it('in Code 128 writes digits in pairs', () => {
    expect(code128('00112233')!.length).to.be.below(code128('0011223A')!.length);
    // Start C, 00, check (105 + 0) mod 103 = 2, stop.
    expect(widths(code128('00')!)).to.equal('211232' + '212222' + '222221' + '2331112');
  });

  for (const value of [' ', '~', 'OAK-7KQ4-M2XW', '1', '12', '!"#$%&()*+,-./:;<=>?@[]^_`{|}']) {
    it(`in Code 128 draws “${value}” in whole symbols`, () => {
      const drawn = code128(value)!;
      expect((drawn.length - 13) % 11, 'eleven modules each, thirteen at the end').to.equal(0);
      expect(drawn).to.match(/^1[01]*1$/);
    });
  }

  for (const value of ['', 'Käse', '\n', 'x'.repeat(41)]) {
    it(`in Code 128 draws nothing for ${JSON.stringify(value).slice(0, 12)}`, async () => {
      expect(code128(value)).to.be.undefined;
      expect(await drawingOf('code128', value)).to.be.undefined;
    });
  }

  it('in EAN-13 is what the standard says', () => {
    // 4 says which digits of the left half are mirrored: L G L L G G.
    const left = '0001101 0100111 0101111 0111101 0001001 0110011';
    const right = '1000010 1000010 1000010 1110100 1000010 1100110';
    expect(ean13('4006381333931')).to.equal(`101${left}01010${right}101`.replaceAll(' ', ''));
  });

  for (const value of ['4006381333932', '400638133393', 'abcdefghijklm', '']) {
    it(`in EAN-13 draws nothing for “${value}”, whose check digit or length is wrong`, () => {
      expect(ean13(value)).to.be.undefined;
    });
  }

  it('in QR has a module for each of the code, inside its quiet zone', async () => {
    const code = generate('OAK-15-9F3');
    const drawing = (await drawingOf('qr', 'OAK-15-9F3'))!;
    expect(drawing.width).to.equal(code.size + 8);
    const drawn = new Set(drawing.path.match(/M\d+ \d+/g));
    for (let y = 0; y < code.size; y++) {
      for (let x = 0; x < code.size; x++) {
        expect(drawn.has(`M${x + 4} ${y + 4}`), `${x}, ${y}`).to.equal(code.get(x, y));
      }
    }
  });

  it('in a format that nobody knows, or in one too small for it, is not drawn', async () => {
    for (const format of ['aztec', 'constructor', '']) {
      expect(await drawingOf(format, 'X')).to.be.undefined;
    }
    expect(await drawingOf('qr', 'x'.repeat(9_000))).to.be.undefined;
  });
});
