import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Changes, Me } from '../../../src/contract/types.js';
import { applyChanges, withNews } from '../../../src/widget/store/changes.js';
import { me, redeemResult } from '../support/documents.js';

const clone = (): Me => me();

/** Changes of every kind, to objects that are there and to new ones. */
const someChanges: fc.Arbitrary<Changes> = fc
  .record({
    units: fc.subarray(['pts', 'eur', 'stamp', 'spin', 'new']),
    tracks: fc.subarray(['vip', 'coffee', 'visit7', 'new']),
    rewards: fc.subarray(['off5', 'slide', 'wheel', 'new']),
    vouchers: fc.uniqueArray(fc.constantFrom('v_77', 'v_78', 'v_79')),
    lines: fc.uniqueArray(fc.constantFrom('t_5', 't_6', 't_7')),
    value: fc.integer({ min: -1_000, max: 1_000 }),
  })
  .map(({ units, tracks, rewards, vouchers, lines, value }) => ({
    rev: `m${value}`,
    wallets: units.map((unit) => ({ ...clone().wallets[0]!, unit, available: value })),
    tracks: tracks.map((track) => ({ ...clone().tracks[0]!, track })),
    rewards: rewards.map((reward) => ({ ...clone().rewards[0]!, reward, used: value })),
    vouchers: vouchers.map((id) => ({ ...clone().vouchers[0]!, id, title: `v${value}` })),
    activity: lines.map((id) => ({ ...clone().activity[0]!, id, title: `t${value}` })),
  }));

describe('changes that a write brings', () => {
  it('are harmless when they are applied twice', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const once = applyChanges(clone(), changes);
        expect(applyChanges(once, changes)).to.deep.equal(once);
      }),
      { numRuns: 500 },
    );
  });

  it('leave every object that they do not name as the very same object', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const before = clone();
        const after = applyChanges(before, changes);
        const named = new Set(changes.wallets?.map(({ unit }) => unit));
        for (const wallet of before.wallets) {
          if (!named.has(wallet.unit)) expect(after.wallets).to.include(wallet);
        }
        expect(after.member).to.equal(before.member);
      }),
    );
  });

  it('that touch no list leave the list itself, so that nobody wakes', () => {
    const before = clone();
    const after = applyChanges(before, { rev: 'm2', wallets: [] });
    for (const list of ['wallets', 'tracks', 'rewards', 'rules', 'vouchers', 'activity'] as const) {
      expect(after[list]).to.equal(before[list]);
    }
  });

  it('replace whole objects in their place, and put new lines first', () => {
    const after = applyChanges(clone(), redeemResult().changes);
    expect(after.rev).to.equal('m92');
    expect(after.wallets.map(({ unit, available }) => [unit, available])).to.deep.equal([
      ['pts', 320],
      ['eur', 600],
      ['stamp', 7],
      ['spin', 1],
    ]);
    expect(
      after.rewards.map(({ reward, availability }) => [reward, availability.state]),
    ).to.deep.equal([
      ['off5', 'short'],
      ['slide', 'available'],
      ['wheel', 'available'],
    ]);
    expect(after.activity.map(({ id }) => id)).to.deep.equal(['t_6', 't_5']);
  });

  it('keep several new lines in the order in which the server sent them', () => {
    const items = withNews([{ id: 'a' }], [{ id: 'c' }, { id: 'b' }, { id: 'a' }]);
    expect(items.map(({ id }) => id)).to.deep.equal(['c', 'b', 'a']);
  });
});
