import { isUnopened } from '../../../contract/gifts.js';
import type { Me, Program, Reward, TrackState, Voucher } from '../../../contract/types.js';
import { describeGrants } from '../../i18n/describe.js';
import type { Localizer } from '../../i18n/localizer.js';
import { stepOf } from '../../store/catalog.js';
import type { IconName } from '../../ui/icons.js';

/** What the server says of programme and member, and the words for it. */
export interface Known {
  readonly program: Program;
  readonly me: Me;
  readonly loc: Localizer;
}

/** One thing to do, and where in the panel it is done. */
export interface NextAction {
  /** As data spells it; `fallback` where there is no such icon. */
  readonly icon?: string | undefined;
  readonly fallback: IconName;
  readonly title: string;
  readonly detail?: string | undefined;
  /** Section and item, as `open()` takes them. */
  readonly to: string;
}

type Find = (known: Known) => NextAction | undefined;

const DAY_MS = 86_400_000;
/** A voucher that ends sooner than this is worth a reminder. */
const SOON_MS = 7 * DAY_MS;
/** A step is near when this much of the way is done. */
const NEAR = 0.75;

const byEnd = (a: Voucher, b: Voucher): number =>
  (a.expiresAt ?? '9').localeCompare(b.expiresAt ?? '9');

/** What can be used now, what ends first in front. */
export const usable = ({ vouchers }: Me): readonly Voucher[] =>
  vouchers.filter(({ status, code }) => status === 'ready' && code).sort(byEnd);

/** The shopper's own redemption is nothing to unwrap. */
const giftToOpen: Find = ({ me, loc }) => {
  const gift = me.vouchers.find((one) => one.source.kind === 'gift' && isUnopened(one));
  return (
    gift && {
      fallback: 'gift',
      title: loc.term('next.gift'),
      detail: loc.term('next.giftOpen'),
      to: `vouchers/${gift.id}`,
    }
  );
};

const streakToKeep: Find = ({ me, program, loc }) => {
  const state = me.tracks.find(
    ({ status, streak }) => status === 'open' && !!streak?.now && loc.isToday(streak.ends),
  );
  const track = program.tracks.find(({ id }) => id === state?.track);
  if (!track || !state?.streak) return undefined;
  return {
    icon: track.icon,
    fallback: 'flame',
    title: loc.term('next.streak', { n: state.streak.now }),
    detail: loc.term('next.streakUntil', { time: loc.time(state.streak.ends) }),
    to: `challenges/${track.id}`,
  };
};

export const voucherToUse: Find = ({ me, loc }) => {
  const [voucher] = usable(me);
  const ends = voucher?.expiresAt;
  if (!ends || Date.parse(ends) - loc.now() > SOON_MS) return undefined;
  return {
    fallback: 'ticket',
    title: loc.term('next.expiring', { title: voucher.title }),
    detail: loc.isToday(ends)
      ? loc.term('next.untilTime', { time: loc.time(ends) })
      : loc.term('next.until', { day: loc.day(ends) }),
    to: `vouchers/${voucher.id}`,
  };
};

/** What costs nothing first, then the dearest that the balance is enough for. */
export const rewardToTake: Find = ({ me, program, loc }) => {
  const open = new Set(
    me.rewards
      .filter(({ availability }) => availability.state === 'available')
      .map((one) => one.reward),
  );
  /** What it costs of the balance; more than anything where it is free, nothing where it is paid for. */
  const worth = ({ cost }: Reward): number =>
    cost.kind === 'free' ? Infinity : cost.kind === 'fixed' ? cost.amount.value : 0;
  const [best] = program.rewards
    .filter((reward) => open.has(reward.id) && worth(reward) > 0)
    .sort((a, b) => worth(b) - worth(a));
  if (!best) return undefined;
  const { id, title, icon, cost } = best;
  return {
    icon,
    fallback: 'gift',
    title: loc.term('next.reward', { title }),
    detail:
      cost.kind === 'fixed'
        ? loc.term('next.for', { amount: loc.amount(cost.amount) })
        : loc.term('next.free'),
    to: `rewards/${id}`,
  };
};

/** How much of the way to the next step is done: the need that lacks most counts. */
export function nearness(program: Program, { track: id, have, next }: TrackState): number {
  const step = stepOf(
    program.tracks.find((track) => track.id === id),
    next?.step,
  );
  const shares = step?.needs.map(({ unit, value }) => {
    const known = have.find((amount) => amount.unit === unit)?.value ?? 0;
    return value > 0 ? known / value : 1;
  });
  return shares?.length ? Math.min(...shares) : 0;
}

export const stepToReach: Find = ({ me, program, loc }) => {
  const [state] = me.tracks
    .filter(({ status, next, joined }) => status === 'open' && next && joined !== false)
    .filter((one) => nearness(program, one) >= NEAR)
    .sort((a, b) => nearness(program, b) - nearness(program, a));
  const track = program.tracks.find(({ id }) => id === state?.track);
  const step = stepOf(track, state?.next?.step);
  if (!track || !step || !state?.next?.missing.length) return undefined;
  return {
    icon: step.icon ?? track.icon,
    fallback: 'star',
    title: loc.term('next.step', { amount: loc.amounts(state.next.missing), step: step.title }),
    detail: step.title === track.title ? undefined : track.title,
    to: 'earn',
  };
};

/** Something that the shopper can do here and now. */
const ruleToDo: Find = ({ me, program, loc }) => {
  const open = new Set(
    me.rules
      .filter(({ availability }) => availability.state === 'available')
      .map((one) => one.rule),
  );
  const rule = program.rules.find(({ id, cta }) => open.has(id) && cta.kind !== 'none');
  return (
    rule && {
      icon: rule.icon,
      fallback: 'coin',
      title: rule.title,
      detail: describeGrants(loc, rule.grants),
      to: `earn/${rule.id}`,
    }
  );
};

/** In the order in which they are worth a shopper's attention. A new one is a function and a line. */
export const finders: readonly Find[] = [
  giftToOpen,
  streakToKeep,
  voucherToUse,
  rewardToTake,
  stepToReach,
  ruleToDo,
];

/** The one thing to do next; undefined where nothing is open. */
export function nextAction(known: Known): NextAction | undefined {
  for (const find of finders) {
    const found = find(known);
    if (found) return found;
  }
  return undefined;
}

/** A code that waits to be used, unless it is the next thing to do anyway. */
export function heldVoucher({ me, loc }: Known, besides?: NextAction): NextAction | undefined {
  const voucher = usable(me).find(({ id }) => `vouchers/${id}` !== besides?.to);
  return (
    voucher && {
      fallback: 'ticket',
      title: loc.term('next.ready', { title: voucher.title }),
      detail: voucher.expiresAt
        ? loc.term('next.valid', { day: loc.day(voucher.expiresAt) })
        : undefined,
      to: `vouchers/${voucher.id}`,
    }
  );
}
