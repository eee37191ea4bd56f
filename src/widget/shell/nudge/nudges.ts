import type { Me, Program } from '../../../contract/types.js';
import type { Localizer } from '../../i18n/localizer.js';
import { choicesOf, markOf } from '../../store/choices.js';
import {
  heldVoucher,
  rewardToTake,
  stepToReach,
  voucherToUse,
  type Known,
  type NextAction,
} from '../home/next-actions.js';

/** What is known of a shopper; `me` is null for a guest. */
export interface Looker {
  readonly program: Program;
  readonly me: Me | null;
  readonly loc: Localizer;
}

/** A reminder, by the name under which a shopper can put it to sleep for good. */
interface Nudge {
  readonly name: string;
  readonly find: (looker: Looker) => NextAction | undefined;
}

/** One that is about to be shown. */
export type FoundNudge = NextAction & { readonly name: string };

/** Points that run out sooner than this are worth a word. */
const SOON_MS = 30 * 86_400_000;

const ofMember =
  (find: (known: Known) => NextAction | undefined): Nudge['find'] =>
  ({ program, me, loc }) =>
    me ? find({ program, me, loc }) : undefined;

const pointsRunOut = ({ me, loc }: Known): NextAction | undefined => {
  const [first] = me.wallets
    .flatMap(({ unit, expiring }) => (expiring ?? []).map(({ at, value }) => ({ unit, at, value })))
    .filter(({ at, value }) => value > 0 && Date.parse(at) - loc.now() < SOON_MS)
    .sort((a, b) => a.at.localeCompare(b.at));
  if (!first) return undefined;
  const { unit, value, at } = first;
  return {
    icon: loc.unit(unit)?.icon,
    fallback: 'clock',
    title: loc.term('points.expiring', { amount: loc.amount({ unit, value }), day: loc.day(at) }),
    detail: loc.term('nudge.useThem'),
    to: 'rewards',
  };
};

/** What was saved for comes before anything else that could be had. */
const goalReached = (known: Known): NextAction | undefined => {
  const { me, program, loc } = known;
  const { goal } = choicesOf(program.id);
  const reward = program.rewards.find(({ id }) => id === goal?.reward);
  const state = me.rewards.find(({ reward: id }) => id === goal?.reward);
  const isMine = goal?.by === markOf(me.member.id);
  if (!reward || !isMine || state?.availability.state !== 'available') return undefined;
  return {
    icon: reward.icon,
    fallback: 'gift',
    title: loc.term('goal.lineReady', { title: reward.title }),
    to: `rewards/${reward.id}`,
  };
};

/** Something is missing that the member could tell, a birthday for instance. */
const askedFor = ({ me, program, loc }: Known): NextAction | undefined => {
  const state = me.rules.find(({ availability }) => availability.state === 'profile');
  const rule = program.rules.find(({ id }) => id === state?.rule);
  if (!rule) return undefined;
  return {
    icon: rule.icon,
    fallback: 'cake',
    title: rule.title,
    detail: state?.availability.text ?? loc.term('nudge.profile'),
    to: `earn/${rule.id}`,
  };
};

const guestsMayJoin: Nudge['find'] = ({ program, me, loc }) =>
  me
    ? undefined
    : { fallback: 'gift', title: loc.term('nudge.join', { program: program.name }), to: 'home' };

/** In the order in which they are worth an interruption. A new one is a function and a line. */
export const nudges: readonly Nudge[] = [
  { name: 'voucher', find: ofMember((known) => voucherToUse(known) ?? heldVoucher(known)) },
  { name: 'expiring', find: ofMember(pointsRunOut) },
  { name: 'reward', find: ofMember((known) => goalReached(known) ?? rewardToTake(known)) },
  { name: 'profile', find: ofMember(askedFor) },
  { name: 'step', find: ofMember(stepToReach) },
  { name: 'join', find: guestsMayJoin },
];

/** The one reminder for this shopper now; undefined where none is due, or none is wanted. */
export function nudgeFor(looker: Looker): FoundNudge | undefined {
  const { muteNudges, snoozed = [] } = choicesOf(looker.program.id);
  if (muteNudges) return undefined;
  for (const { name, find } of nudges) {
    const found = snoozed.includes(name) ? undefined : find(looker);
    if (found) return { ...found, name };
  }
  return undefined;
}
