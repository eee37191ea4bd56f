import { expect } from '@open-wc/testing';
import type { Me, TrackState, Voucher } from '../../../src/contract/types.js';
import { activeChallenge } from '../../../src/widget/shell/home/home.js';
import { heldVoucher, nextAction } from '../../../src/widget/shell/home/next-actions.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import { me, NOW, program } from '../support/documents.js';
import { JUNK } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (ms: number): string => new Date(NOW + ms).toISOString();

/** The example's member with nothing open: each test opens one thing. */
function quiet(): Me {
  const member = me();
  return {
    ...member,
    vouchers: [],
    rewards: member.rewards.map((one) => ({ ...one, availability: { state: 'short' } })),
    rules: member.rules.map((one) => ({ ...one, availability: { state: 'used-up' } })),
    tracks: [],
  };
}

const voucher = (change: Partial<Voucher>): Voucher => ({
  ...me().vouchers[0]!,
  id: 'v_1',
  status: 'ready',
  code: 'OAK-1',
  source: { kind: 'reward', id: 'off5' },
  seenAt: at(-DAY),
  expiresAt: at(60 * DAY),
  ...change,
});

const streak = (ends: string, now = 4): TrackState => ({
  ...me().tracks[0]!,
  track: program().tracks.find(({ view }) => view === 'streak')!.id,
  status: 'open',
  streak: { now, ends },
});

const available = (id: string) => ({ reward: id, availability: { state: 'available' } }) as const;

describe('the one thing to do next', () => {
  let loc: Localizer;
  before(async () => {
    loc = await wordsIn('en');
  });
  const next = (change: Partial<Me>) =>
    nextAction({ program: program(), loc, me: { ...quiet(), ...change } });

  it('is nothing where nothing is open', () => {
    expect(next({})).to.be.undefined;
  });

  const gift = voucher({ id: 'v_gift', source: { kind: 'gift' }, seenAt: null });
  const ending = voucher({ id: 'v_end', expiresAt: at(2 * DAY) });
  const tiers = program().tracks.find(({ view }) => view === 'tiers')!;
  const near = (have: number): TrackState => {
    const [need] = tiers.steps.at(-1)!.needs;
    return {
      track: tiers.id,
      status: 'open',
      step: tiers.steps[0]!.id,
      have: [{ unit: need!.unit, value: Math.round(need!.value * have) }],
      next: { step: tiers.steps.at(-1)!.id, missing: [{ unit: need!.unit, value: 1_000 }] },
    };
  };

  const table: [what: string, change: Partial<Me>, to: RegExp | undefined][] = [
    ['a gift that was not opened', { vouchers: [gift] }, /^vouchers\/v_gift$/],
    ['no gift that was opened', { vouchers: [{ ...gift, seenAt: at(-1), code: null }] }, undefined],
    ['a streak on its last day', { tracks: [streak(at(6 * HOUR))] }, /^challenges\//],
    ['no streak that is safe today', { tracks: [streak(at(30 * HOUR))] }, undefined],
    ['no streak that has not begun', { tracks: [streak(at(6 * HOUR), 0)] }, undefined],
    ['a voucher that ends this week', { vouchers: [ending] }, /^vouchers\/v_end$/],
    ['no voucher that lasts', { vouchers: [voucher({})] }, undefined],
    ['no voucher that is used', { vouchers: [{ ...ending, status: 'used' }] }, undefined],
    ['a reward that can be had', { rewards: [available('off5')] }, /^rewards\/off5$/],
    ['a step that is near', { tracks: [near(0.8)] }, /^earn$/],
    ['no step that is far', { tracks: [near(0.5)] }, undefined],
  ];
  for (const [what, change, to] of table) {
    it(`is ${what}`, () => {
      const found = next(change);
      expect(found?.to ?? '').to.match(to ?? /^$/);
      expect([found?.title, found?.detail].join(' ')).not.to.match(JUNK);
    });
  }

  it('is what ends first, before what can be had any day', () => {
    const all = {
      vouchers: [ending, gift],
      rewards: [available('off5')],
      tracks: [streak(at(6 * HOUR)), near(0.9)],
    };
    const order = ['v_gift', 'challenges', 'v_end', 'off5', 'earn'];
    expect(next(all)?.to).to.contain(order[0]);
    expect(next({ ...all, vouchers: [ending] })?.to).to.contain(order[1]);
    expect(next({ ...all, vouchers: [ending], tracks: [] })?.to).to.contain(order[2]);
    expect(next({ ...all, vouchers: [], tracks: [near(0.9)] })?.to).to.contain(order[3]);
  });

  it('leaves a code that waits in sight, once', () => {
    const known = { program: program(), loc, me: { ...quiet(), vouchers: [ending] } };
    expect(heldVoucher(known)?.to).to.equal('vouchers/v_end');
    expect(heldVoucher(known, nextAction(known)), 'said already').to.be.undefined;
  });
});

describe('the active challenge', () => {
  it('is a track that the member is in, and the nearest one', () => {
    const [a, b] = program().tracks.filter(({ view }) => view !== 'tiers');
    const state = (track: string, value: number, joined?: boolean): TrackState => ({
      track,
      status: 'open',
      step: null,
      have: [{ unit: 'pts', value }],
      next: { step: 's', missing: [{ unit: 'pts', value: 10 - value }] },
      ...(joined === undefined ? {} : { joined }),
    });
    const active = (...tracks: TrackState[]) => activeChallenge(program(), { ...me(), tracks });
    expect(active(state(a!.id, 2), state(b!.id, 8))).to.equal(b!.id);
    expect(active(state(a!.id, 9, false), state(b!.id, 1))).to.equal(b!.id);
    expect(active({ ...state(a!.id, 9), status: 'done' })).to.be.undefined;
  });

  it('is the first one for a guest', () => {
    const [first] = program().tracks.filter(({ view }) => view !== 'tiers');
    expect(activeChallenge(program(), null)).to.equal(first!.id);
  });
});
