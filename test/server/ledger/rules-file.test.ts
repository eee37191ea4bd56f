import { describe } from 'node:test';
import { basics, unitsWith } from './shop.js';
import { refuses, reward, rule, track, type Mistakes } from './mistakes.js';

/** Mistakes in units, in what members do and in the levels they reach, each told where it stands. */

const worth = (per: number, unit: string) => ({
  units: unitsWith('pts', { worth: { per, is: { unit, value: 100 } } }),
});

const head: Mistakes = {
  'languages without the one that it is written in': [
    { locale: 'en', locales: ['de'] },
    /^f\.json: locales: the default locale "en" is missing/,
  ],
  'money without a currency': [
    {
      units: [
        ...basics.units,
        { id: 'coin', kind: 'money', label: { other: 'c' }, scale: 0, spendable: true },
      ],
    },
    /units\[5\]\.currency: money needs a currency/,
  ],
  'a measure that could be spent': [
    { units: unitsWith('day', { spendable: true }) },
    /units\[4\]\.spendable: a metric cannot be spent/,
  ],
  'a measure that waits': [
    { units: unitsWith('day', { pendingDays: 3 }) },
    /units\[4\]: a metric is counted, not held: it has no "pendingDays" and no "expiresAfter"/,
  ],
  'a measure that runs out': [
    { units: unitsWith('day', { expiresAfter: 'P1Y' }) },
    /units\[4\]: a metric is counted, not held/,
  ],
  'points worth something that is not there': [
    worth(100, 'usd'),
    /units\[0\]\.worth\.is\.unit: there is no unit "usd"; there is "pts"/,
  ],
  'a worth of no points': [worth(0, 'eur'), /units\[0\]\.worth\.per: .* per 1 or more/],
};

const form = (...fields: object[]) => ({ cta: { kind: 'form', form: fields } });
const asked = { id: 'q', type: 'choice', label: 'Q', options: [{ value: 'a', label: 'A' }] };
const points = { kind: 'unit', amount: { unit: 'pts', value: 5 } };
const survey = (parts: object) =>
  rule({ trigger: 'survey', grants: [points], confirm: 'client', ...form(asked), ...parts });
const quiz = (parts: object) =>
  survey({
    trigger: 'quiz',
    limit: { count: 1, per: 'once' },
    quiz: { right: { q: 'a' }, results: [] },
    ...parts,
  });

const rules: Mistakes = {
  'levels that multiply where there is no rate': [
    {
      tracks: [track({})],
      ...rule({ grants: [points], steps: [{ track: 't', step: 'a', times: 2 }] }),
    },
    /rules\[1\]\.steps: only rates are multiplied, and this rule has none/,
  ],
  'rules to multiply and nothing to do it by': [
    rule({ multiplies: ['buy'] }),
    /rules\[1\]\.multiplies: this rule multiplies nothing: give "times" in a grant/,
  ],
  'points that are only counted': [
    rule({ measures: [{ amount: { unit: 'pts', value: 1 } }] }),
    /rules\[1\]\.measures\[0\]: "pts" is no metric; what a member gets stands in "grants"/,
  ],
  'a way to confirm that is not there': [
    rule({ confirm: 'fax' }),
    /rules\[1\]\.confirm: there is no way to confirm "fax"; there is "client" and "server"/,
  ],
  'a purchase that the shopper confirms': [
    rule({ confirm: 'client' }),
    /rules\[1\]\.confirm: a purchase is confirmed by the shop: "confirm" is "server"/,
  ],
  'a form that the shop sends': [
    survey({ confirm: 'server' }),
    /rules\[1\]\.confirm: a form is sent by the shopper: "confirm" is "client"/,
  ],
  'a form that asks nothing': [survey(form()), /rules\[1\]\.cta\.form: a form needs a question/],
  'a form without a list of questions': [
    survey({ cta: { kind: 'form' } }),
    /rules\[1\]\.cta\.form: a form needs a question/,
  ],
  'two questions of one name': [
    survey(form(asked, asked)),
    /rules\[1\]\.cta\.form\[1\]\.id: "q" stands here twice/,
  ],
  'a choice of no answers': [
    survey(form({ ...asked, options: undefined })),
    /rules\[1\]\.cta\.form\[0\]\.options: a choice needs something to choose/,
  ],
  'an answer that cannot be long enough': [
    survey(form({ id: 'q', type: 'text', label: 'Q', min: 10, max: 5 })),
    /rules\[1\]\.cta\.form\[0\]: "min" is above "max"/,
  ],
  'a quiz without a right answer': [
    quiz({ quiz: { right: {}, results: [] } }),
    /rules\[1\]\.quiz\.right: a quiz has a right answer/,
  ],
  'a quiz that asks nothing': [
    quiz({ cta: { kind: 'complete' } }),
    /rules\[1\]\.quiz\.right\.q: there is no question "q"; there is none/,
  ],
  'a quiz that is asked again until it is right': [
    quiz({ limit: undefined }),
    /rules\[1\]\.limit: without a limit everyone would answer until it is right/,
  ],
  'a survey that pays as often as it is sent': [
    survey({}),
    /rules\[1\]\.limit: a shopper can do this again and again, so it needs a limit, such as \{"count": 1, "per": "once"\}/,
  ],
  'a newsletter that pays each time it is ordered': [
    rule({ trigger: 'newsletter', grants: [points] }),
    /rules\[1\]\.limit: a shopper can do this again and again/,
  ],
  'a profile that is paid for without a limit': [
    rule({ trigger: 'profile', grants: [points] }),
    /rules\[1\]\.limit: a shopper can do this again and again/,
  ],
  'a quiz with more to get right than it asks': [
    quiz({ quiz: { right: { q: 'a' }, results: [{ from: 2, grants: [points] }] } }),
    /rules\[1\]\.quiz\.results\[0\]\.from: there are 1 right answers, so nobody reaches 2/,
  ],
};

const windows: Mistakes = Object.fromEntries(
  (
    [
      [
        'opens by the minute',
        'FREQ=DAILY;BYMINUTE=30',
        'windows open for whole days or whole hours',
      ],
      [
        'opens by the second',
        'FREQ=DAILY;BYSECOND=5',
        'windows open for whole days or whole hours',
      ],
      ['ends twice', 'FREQ=DAILY;UNTIL=20261224', 'leave "UNTIL" out and say "to"'],
      ['opens on a day that no week has', 'FREQ=WEEKLY;BYDAY=XX', 'is no iCalendar rule such as'],
    ] as const
  ).map(([what, rrule, sentence]) => [
    `a window that ${what}`,
    [reward({ window: { rrule } }), new RegExp(`rewards\\[0\\]\\.window\\.rrule: .*${sentence}`)],
  ]),
);

const streak = (parts: object, settings: object = {}) => ({
  tracks: [
    track({
      period: { kind: 'daily' },
      view: 'streak',
      streak: { unit: 'spend', ...settings },
      ...parts,
    }),
  ],
});

const tracks: Mistakes = {
  'a way to repeat that is not there': [
    { tracks: [track({ repeat: 'sometimes' })] },
    /tracks\[0\]\.repeat: there is no way to repeat "sometimes"; there is "never"/,
  ],
  'a way to join that is not there': [
    { tracks: [track({ join: 'maybe' })] },
    /tracks\[0\]\.join: there is no way to join "maybe"; there is "auto"/,
  ],
  'a level that starts over when it is complete': [
    {
      tracks: [track({ repeat: 'on-complete', falls: 'at-review', period: { kind: 'calendar' } })],
    },
    /tracks\[0\]\.repeat: .* keeps no level: set "falls" to "never"/,
  ],
  'a step that needs less than nothing': [
    {
      tracks: [track({ steps: [{ id: 'a', title: 'A', needs: [{ unit: 'spend', value: -1 }] }] })],
    },
    /tracks\[0\]\.steps\[0\]\.needs\[0\]\.value: a step needs 0 or more/,
  ],
  'a streak of what is not there': [
    streak({}, { unit: 'fun' }),
    /tracks\[0\]\.streak\.unit: there is no unit "fun"; there is "pts"/,
  ],
  'a streak of months': [
    streak({ period: { kind: 'monthly' } }),
    /tracks\[0\]\.period\.kind: a streak counts days or weeks: "daily" or "weekly"/,
  ],
  'a streak that is kept like a level': [
    streak({ falls: 'at-reset' }),
    /tracks\[0\]\.falls: a streak ends when it breaks; leave this out/,
  ],
  'a streak with something else on the way': [
    streak({}, { unit: 'pts' }),
    /tracks\[0\]\.steps: the steps of a streak need "pts" only/,
  ],
  'a freeze that is not there': [
    streak({}, { freezeUnit: 'ice' }),
    /tracks\[0\]\.streak\.freezeUnit: there is no unit "ice"; there is "pts"/,
  ],
  'a freeze that is no token': [
    streak({}, { freezeUnit: 'pts' }),
    /tracks\[0\]\.streak\.freezeUnit: "pts" must be a token that can be spent/,
  ],
  'a freeze that could not be used up': [
    streak({}, { freezeUnit: 'stamp' }),
    /tracks\[0\]\.streak\.freezeUnit: "stamp" must be a token that can be spent/,
  ],
};

describe('a programme file with units and rules', () => {
  refuses(head);
  refuses(rules);
  refuses(windows);
});

describe('a programme file with tracks', () => refuses(tracks));
