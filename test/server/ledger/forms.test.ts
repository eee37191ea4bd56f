import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer, Field } from '../../../src/contract/types.js';
import { basics, programme, Shop } from './shop.js';

/** What a form takes and what it refuses, with the field and the words that the shopper reads. */

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
  { value: 'c', label: 'C' },
];
const fields: Field[] = [
  { id: 'text', type: 'text', label: 'T', min: 3, max: 5 },
  { id: 'short', type: 'text', label: 'S', min: 2 },
  { id: 'free', type: 'text', label: 'F' },
  { id: 'nps', type: 'nps', label: 'N' },
  { id: 'stars', type: 'rating', label: 'R' },
  { id: 'seven', type: 'rating', label: '7', min: 0, max: 7 },
  { id: 'one', type: 'choice', label: 'O', options },
  { id: 'some', type: 'choices', label: 'C', options, min: 2, max: 2 },
  { id: 'any', type: 'choices', label: 'Y', options },
  { id: 'day', type: 'date', label: 'D' },
  { id: 'letter', type: 'consent', label: 'L' },
  { id: 'terms', type: 'consent', label: 'Terms', required: true },
];
const survey = {
  id: 'survey',
  trigger: 'survey',
  title: 'Survey',
  grants: [{ kind: 'unit', amount: { unit: 'pts', value: 5 } }],
  limit: { count: 1, per: 'once' },
  cta: { kind: 'form', form: fields },
  confirm: 'client',
};
const open = () => new Shop(programme({ rules: [basics.rules[0], survey] }));

const misfit = 'This answer does not fit the question.';
const unknown = 'Choose one of the answers.';

describe('a form', () => {
  const taken: Record<string, Answer>[] = [
    { text: 'abc', short: 'ab', free: '' },
    { text: 'abcde', free: 'x'.repeat(2_000) },
    // Characters are counted as people see them.
    { text: '🌰🌰🌰' },
    { nps: 0, stars: 1, seven: 0 },
    { nps: 10, stars: 5, seven: 7 },
    { one: 'c', some: ['a', 'c'], any: ['b'] },
    { any: ['a', 'b', 'c'], day: '2028-02-29', letter: false },
    { any: [] },
  ];
  for (const answers of taken) {
    it(`takes ${JSON.stringify(answers).slice(0, 60)}`, async () => {
      const shop = open();
      const all = { ...answers, terms: true };
      const { status } = await shop.act((writes) => writes.complete('survey', { answers: all }));
      assert.deepEqual([status, await shop.available()], [200, 5]);
    });
  }

  const refused: [field: string, answer: Answer, detail: string][] = [
    ['text', 7, misfit],
    ['text', 'ab', 'Between 3 and 5, please.'],
    ['text', 'abcdef', 'At most 5 characters, please.'],
    ['nps', '9', misfit],
    ['nps', 11, 'Between 0 and 10, please.'],
    ['stars', 0, 'Between 1 and 5, please.'],
    ['seven', 8, 'Between 0 and 7, please.'],
    ['one', ['a'], misfit],
    ['one', 'd', unknown],
    ['some', 'a', misfit],
    ['some', ['a'], 'Between 2 and 2, please.'],
    ['some', ['a', 'b', 'c'], 'Between 2 and 2, please.'],
    ['any', ['a', 'a'], unknown],
    ['any', ['d'], unknown],
    ['day', 'tomorrow', misfit],
    ['day', '2027-02-29', misfit],
    ['day', 20270228, misfit],
    ['letter', 'yes', misfit],
    ['terms', 'yes', misfit],
    ['terms', false, 'Please answer this.'],
    ['terms', '', 'Please answer this.'],
    ['shoe~/size', 'XL', 'There is no such question.'],
  ];
  for (const [field, answer, detail] of refused) {
    it(`refuses ${JSON.stringify(answer)} as ${field}`, async () => {
      const shop = open();
      const answers = { terms: true, [field]: answer };
      const problem = await shop.refused((writes) => writes.complete('survey', { answers }));
      const pointer = `/answers/${field.replace('~', '~0').replace('/', '~1')}`;
      assert.deepEqual(
        [problem.code, problem.errors],
        ['validation-failed', [{ detail, pointer }]],
      );
      assert.equal(await shop.available(), 0);
    });
  }

  it('says everything that does not fit at once, in the order of its questions', async () => {
    const answers = { stars: 9, nps: 'x', extra: 'y' };
    const problem = await open().refused((writes) => writes.complete('survey', { answers }));
    assert.deepEqual(
      problem.errors?.map(({ pointer }) => pointer),
      ['/answers/nps', '/answers/stars', '/answers/terms', '/answers/extra'],
    );
  });
});

describe('a quiz', () => {
  const field = (id: string, parts: object) => ({ id, label: id, ...parts });
  const quiz = {
    ...survey,
    id: 'quiz',
    trigger: 'quiz',
    limit: { count: 1, per: 'once' },
    cta: {
      kind: 'form',
      form: [
        field('tree', { type: 'text' }),
        field('beans', { type: 'choices', options }),
        field('bags', { type: 'nps' }),
      ],
    },
    quiz: {
      right: { tree: { en: 'Oak', de: 'Eiche' }, beans: ['b', 'a'], bags: 7 },
      results: [
        { from: 3, grants: [{ kind: 'custom', label: { en: 'A diploma', de: 'Ein Diplom' } }] },
        { from: 1, grants: [{ kind: 'unit', amount: { unit: 'pts', value: 10 } }] },
      ],
    },
  };
  const play = async (answers: Record<string, Answer>) => {
    const shop = new Shop({
      ...programme({ rules: [basics.rules[0], quiz] }),
      locales: ['en', 'de'],
    });
    await shop.act((writes) => writes.complete('quiz', { answers }));
    const { activity, vouchers } = await shop.me('lena', 'de');
    return {
      points: await shop.available(),
      presents: vouchers.map(({ grant }) => grant.kind === 'custom' && grant.label),
      said: activity[0]?.because?.map(({ text }) => text).find((text) => text.includes('richtig')),
    };
  };
  const games: [what: string, answers: Record<string, Answer>, points: number, right: string][] = [
    ['nothing for nothing', {}, 5, '0 von 3 richtig'],
    ['nothing for wrong answers', { tree: 'Fir', bags: 6 }, 5, '0 von 3 richtig'],
    [
      'for a right word in another language, however written',
      { tree: ' eiche ' },
      15,
      '1 von 3 richtig',
    ],
    ['for all right choices in any order', { beans: ['a', 'b'] }, 15, '1 von 3 richtig'],
    ['nothing for half of the choices', { beans: ['a'] }, 5, '0 von 3 richtig'],
  ];
  for (const [what, answers, points, right] of games) {
    it(`gives ${what}`, async () => {
      assert.deepEqual(await play(answers), { points, presents: [], said: right });
    });
  }

  it('gives the best that was earned, told in the winner’s language', async () => {
    assert.deepEqual(await play({ tree: 'oak', beans: ['b', 'a'], bags: 7 }), {
      points: 5,
      presents: ['Ein Diplom'],
      said: '3 von 3 richtig',
    });
  });
});
