import type { Cost, Reward, Segment, Voucher } from '../../contract/types.js';
import type { Localizer } from '../i18n/localizer.js';

/** What games read from data, and say of it. */

/** What can be drawn; empty where a reward is no draw. */
export const segmentsOf = ({ grants }: Reward): readonly Segment[] =>
  grants.flatMap((grant) => (grant.kind === 'pool' ? grant.segments : []));

/** A draw whose result lies there, and that the shopper has not looked at. */
export const unseenOf = (reward: Reward, vouchers: readonly Voucher[]): Voucher | undefined =>
  vouchers.find(
    ({ source, segment, seenAt, status }) =>
      source.kind === 'reward' &&
      source.id === reward.id &&
      segment !== undefined &&
      seenAt === null &&
      (status === 'ready' || status === 'used'),
  );

/**
 * When the next go is, as the shopper's own clock has it: midnight of the shop may be this afternoon
 * elsewhere.
 */
export function nextGo(loc: Localizer, at: string): string {
  const now = new Date(loc.now());
  const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  const day = new Date(at).toDateString();
  const time = loc.time(at);
  if (day === now.toDateString()) return loc.term('game.nextToday', { time });
  if (day === tomorrow.toDateString()) return loc.term('game.nextTomorrow', { time });
  return loc.term('game.nextOn', { day: loc.day(at) });
}

/** Whether a go takes something that is worth having beside the game: then it is asked for first. */
export function isDear(loc: Localizer, cost: Cost): boolean {
  switch (cost.kind) {
    case 'free':
      return false;
    case 'fixed':
      return loc.unit(cost.amount.unit)?.kind !== 'token';
    case 'any':
      return cost.of.some((one) => isDear(loc, one));
    default:
      return true;
  }
}
