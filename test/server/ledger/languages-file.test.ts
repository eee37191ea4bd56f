import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readProgramme } from '../../../src/server/engines/ledger/index.js';
import { off5, refuses, type Mistakes } from './mistakes.js';
import { basics, programme, unitsWith } from './shop.js';

/** What a programme file may say differently in each language, and what it may not. */

const inTwo = (parts: object) => ({ locale: 'en', locales: ['en', 'de'], ...parts });
const reward = (parts: object) => inTwo({ rewards: [{ ...off5, ...parts }] });
const fixed = (value: unknown) => ({ cost: { kind: 'fixed', amount: { unit: 'pts', value } } });
const oneValue = 'only texts are told in several languages; write one value for all of them';
const at = (place: string) =>
  new RegExp(`^f\\.json: ${place.replace(/[.[\]]/g, '\\$&')}: ${oneValue}`);

const mistakes: Mistakes = {
  'a price that depends on the reader’s language': [
    reward(fixed({ en: 400, de: 500 })),
    at('rewards[0].cost.amount.value'),
  ],
  'a stock that only one language has': [
    reward({ stock: { en: 3, de: null } }),
    at('rewards[0].stock'),
  ],
  'other presents in another language': [
    reward({ grants: { en: off5?.grants, de: [] } }),
    at('rewards[0].grants'),
  ],
  'one present that is another in another language': [
    reward({
      grants: [
        { en: { kind: 'custom', label: 'A hug' }, de: { kind: 'custom', label: 'Ein Kuss' } },
      ],
    }),
    at('rewards[0].grants[0]'),
  ],
  'an id that is translated': [reward({ id: { en: 'off', de: 'rabatt' } }), at('rewards[0].id')],
  'a switch that is on in one language': [
    reward({ refundable: { en: true, de: false } }),
    at('rewards[0].refundable'),
  ],
  'plural forms of a number': [
    inTwo({ units: unitsWith('pts', { label: { en: { other: 1 }, de: { other: 'Punkte' } } }) }),
    at('units[0].label'),
  ],
  'a number at the head of the file': [inTwo({ enrol: { en: 1, de: 2 } }), at('enrol')],
};

describe('a file in several languages', () => {
  refuses(mistakes);

  it('tells any text in each of them, plurals too, and the default’s where one is left out', () => {
    const units = unitsWith('pts', {
      label: { en: { one: 'point', other: 'points' }, de: { one: 'Punkt', other: 'Punkte' } },
    });
    const title = { en: '5 off', de: '5 Rabatt' };
    const parts = { ...reward({ title, detail: { en: 'Once' } }), units, rules: basics.rules };
    const read = readProgramme(programme(parts));
    const [german, english] = [read.public('de-AT'), read.public('en')];
    assert.deepEqual(
      [german, english].map(({ units: [unit], rewards: [one] }) => [
        unit?.label.other,
        one?.title,
        one?.detail,
      ]),
      [
        ['Punkte', '5 Rabatt', 'Once'],
        ['points', '5 off', 'Once'],
      ],
    );
  });
});
