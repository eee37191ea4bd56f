import { expect } from '@open-wc/testing';
import { isBlank } from '../../src/contract/draws.js';
import { isUnopened } from '../../src/contract/gifts.js';
import type { Voucher } from '../../src/contract/types.js';
import { program, me } from '../widget/support/documents.js';

const { rewards } = program();
const rewardOf = (id: string) => rewards.find((reward) => reward.id === id);
const voucher = (part: Partial<Voucher>): Voucher => ({ ...me().vouchers[0]!, ...part });

describe('a draw', () => {
  const draws: [what: string, reward: string, segment: string | undefined, isNothing: boolean][] = [
    ['the segment without a prize', 'wheel', 'c', true],
    ['a prize of points', 'wheel', 'a', false],
    ['a coupon', 'wheel', 'b', false],
    ['a segment that this programme no longer has', 'wheel', 'z', false],
    ['no segment at all', 'wheel', undefined, false],
    ['a reward that is no game', 'off5', 'c', false],
    ['a reward that is gone', 'ghost', 'c', false],
  ];
  for (const [what, reward, segment, isNothing] of draws) {
    it(`that came to ${what} ${isNothing ? 'won nothing' : 'is no blank'}`, () => {
      const drawn = voucher(segment === undefined ? {} : { segment });
      expect(isBlank(rewardOf(reward), drawn)).to.equal(isNothing);
    });
  }
});

describe('a present', () => {
  const points: Voucher['grant'] = { kind: 'unit', amount: { unit: 'pts', value: 50 } };
  const gift: Voucher['source'] = { kind: 'gift' };
  const presents: [what: string, part: Partial<Voucher>, waits: boolean][] = [
    ['a code that nobody has seen', { status: 'ready' }, true],
    ['a code that was seen', { status: 'ready', seenAt: '2026-11-22T09:00:00Z' }, false],
    ['points, booked at once', { status: 'used', source: gift, grant: points }, true],
    [
      'points that a reward gave',
      { status: 'used', source: { kind: 'reward' }, grant: points },
      false,
    ],
    ['a code that was used unseen', { status: 'used', source: gift }, false],
    ['a code that has expired unseen', { status: 'expired' }, false],
    ['a code that was taken back', { status: 'cancelled' }, false],
  ];
  for (const [what, part, waits] of presents) {
    it(`of ${what} ${waits ? 'waits to be opened' : 'does not wait'}`, () => {
      expect(isUnopened(voucher(part))).to.equal(waits);
    });
  }
});
