import { expect } from '@open-wc/testing';
import type { Me, TrackState } from '../../../src/contract/types.js';
import { catalogOf } from '../../../src/widget/store/catalog.js';
import { factsBetween } from '../../../src/widget/store/facts.js';
import { me, program } from '../support/documents.js';

const withSteps = () => {
  const definition = program();
  definition.tracks.push({
    ...definition.tracks[2]!,
    id: 'miles',
    view: 'milestones',
    title: 'Milestones',
    steps: ['one', 'two', 'three'].map((id) => ({ id, title: id, needs: [] })),
  });
  return catalogOf(definition);
};

const state = (track: string, change: Partial<TrackState>): Me => {
  const member = me();
  member.tracks.push({ ...member.tracks[1]!, track: 'miles', step: 'two', doneCount: undefined });
  return {
    ...member,
    tracks: member.tracks.map((one) => (one.track === track ? { ...one, ...change } : one)),
  };
};

const points = (available: number): Me => {
  const member = state('', {});
  return { ...member, wallets: [{ ...member.wallets[0]!, available }, ...member.wallets.slice(1)] };
};

const was = state('', {});

describe('what has happened between two states of a member', () => {
  const table: [what: string, before: Me, after: Me, facts: string[]][] = [
    ['nothing', was, state('', {}), []],
    ['points were earned', was, points(700), ['points-changed pts 620 700']],
    ['points were spent', was, points(0), ['points-changed pts 620 0']],
    ['a level was reached', was, state('vip', { step: 'oak' }), ['tier-reached vip oak']],
    [
      'the first level was reached',
      state('vip', { step: null }),
      state('vip', { step: 'seed' }),
      ['tier-reached vip seed'],
    ],
    ['a level was lost', state('vip', { step: 'oak' }), state('vip', { step: 'seed' }), []],
    ['all levels were lost', state('vip', { step: 'oak' }), state('vip', { step: null }), []],
    ['a level that nobody defined', was, state('vip', { step: 'gone' }), []],
    [
      'a stamp card was filled once more',
      was,
      state('coffee', { doneCount: 3, have: [] }),
      ['challenge-completed coffee free'],
    ],
    ['a stamp was given', was, state('coffee', { have: [{ unit: 'stamp', value: 8 }] }), []],
    [
      'a streak is done',
      was,
      state('visit7', { status: 'done', step: 'd7' }),
      ['challenge-completed visit7 d7'],
    ],
    [
      'a streak is done without naming its step',
      was,
      state('visit7', { status: 'done' }),
      ['challenge-completed visit7 d7'],
    ],
    [
      'a streak is still done',
      state('visit7', { status: 'done' }),
      state('visit7', { status: 'done' }),
      [],
    ],
    ['a streak has expired', was, state('visit7', { status: 'expired' }), []],
    [
      'the next milestone was reached',
      was,
      state('miles', { step: 'three' }),
      ['challenge-completed miles three'],
    ],
    ['a return took a milestone back', was, state('miles', { step: 'one' }), []],
    ['a return took the last milestone back', was, state('miles', { step: null }), []],
    [
      'a challenge was left',
      state('coffee', { joined: true }),
      state('coffee', { joined: false, have: [] }),
      ['challenge-left coffee'],
    ],
    ['a counter went down', was, state('coffee', { doneCount: 1 }), []],
    [
      'a track that is not defined moved',
      { ...was, tracks: [{ ...was.tracks[0]!, track: 'ghost' }] },
      { ...was, tracks: [{ ...was.tracks[0]!, track: 'ghost', step: 'oak', status: 'done' }] },
      [],
    ],
    ['a wallet is new', { ...was, wallets: [] }, was, []],
    ['a track is new', { ...was, tracks: [] }, was, []],
  ];
  for (const [what, before, after, facts] of table) {
    it(`${what}: ${facts.join(', ') || 'nothing to tell'}`, () => {
      const told = factsBetween(before, after, withSteps()).map((fact) => {
        switch (fact.type) {
          case 'points-changed':
            return `${fact.type} ${fact.unit} ${fact.before} ${fact.after}`;
          case 'redeemed':
            return fact.type;
          case 'challenge-left':
            return `${fact.type} ${fact.track.id}`;
          default:
            return `${fact.type} ${fact.track.id} ${fact.step?.id}`;
        }
      });
      expect(told).to.deep.equal(facts);
    });
  }
});
