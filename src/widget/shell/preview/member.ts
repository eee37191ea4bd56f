import type {
  Activity,
  Amount,
  Availability,
  Me,
  Program,
  Reward,
  RewardState,
  Step,
  Track,
  TrackState,
  Voucher,
  Wallet,
} from '../../../contract/types.js';
import { LoyaltyError } from '../../client/errors.js';
import { ladders } from '../../store/catalog.js';

/**
 * A member who does not exist, made of nothing but a programme's definitions, so that a merchant sees
 * every state before anybody has reached it. Never sent anywhere.
 */

type Wanted = 'guest' | 'empty' | { readonly track: string; readonly step: string };

const DAY_MS = 86_400_000;

/**
 * @param wanted a guest (`null` comes back), a member with nothing, or one at a step of a track
 * @param now the server's clock, in milliseconds
 * @throws LoyaltyError `bad-config` when the programme has no such track or step
 */
export function invented(program: Program, wanted: Wanted, now: number): Me | null {
  if (wanted === 'guest') return null;
  const isEmpty = wanted === 'empty';
  const place = isEmpty ? undefined : placeIn(program, wanted.track, wanted.step);
  const at = (days: number) => new Date(now + days * DAY_MS).toISOString();
  const wallets = isEmpty ? emptyWallets(program) : filledWallets(program);
  const tracks = program.tracks.map((track) =>
    trackAt(track, place?.track === track ? place.index : isEmpty ? -1 : half(track), at),
  );
  const reached = new Map(tracks.map(({ track, step }) => [track, step]));
  return {
    rev: 'preview',
    member: { id: 'preview', state: 'member', name: null, joinedAt: at(isEmpty ? 0 : -200) },
    wallets,
    tracks,
    rewards: program.rewards.map((reward) => rewardFor(program, reward, wallets, reached)),
    rules: program.rules.map(({ id }) => ({ rule: id, availability: { state: 'available' } })),
    vouchers: isEmpty ? [] : vouchersOf(program, at),
    activity: isEmpty ? [] : activityOf(program, at),
    ...(program.capabilities.includes('invites') && {
      referral: {
        url: `${location.origin}/?ref=PREVIEW`,
        stats: { sent: 0, joined: 0, completed: 0 },
      },
    }),
  };
}

/** `tier` stands for the ladder of levels, whatever it is called. */
function placeIn(program: Program, name: string, step: string): { track: Track; index: number } {
  const isLadder = /^tiers?$/.test(name);
  const track =
    program.tracks.find(({ id }) => id === name) ?? (isLadder ? ladders(program)[0] : undefined);
  const index = track?.steps.findIndex(({ id }) => id === step) ?? -1;
  if (track && index >= 0) return { track, index };
  const known = program.tracks.flatMap(({ id, steps }) => steps.map((one) => `${id}:${one.id}`));
  throw new LoyaltyError(
    'bad-config',
    `preview="${name}:${step}" is no step of this programme. It has ${known.join(', ') || 'none'}.`,
  );
}

const half = ({ steps }: Track): number =>
  Math.floor((steps.length - 1) / 2) - (steps.length < 2 ? 1 : 0);

/** A member who stands at a step: its needs are met, and half of the way to the next one. */
function trackAt(track: Track, index: number, at: (days: number) => string): TrackState {
  const step = track.steps[index];
  const next = track.steps[index + 1];
  const have = next ? between(step, next, index < 0 ? 0 : 0.5) : (step?.needs ?? []);
  const haveOf = (unit: string) => have.find((one) => one.unit === unit)?.value ?? 0;
  const missing = next?.needs.map(({ unit, value }) => ({
    unit,
    value: Math.max(0, value - haveOf(unit)),
  }));
  return {
    track: track.id,
    status: next ? 'open' : 'done',
    ...(track.join === 'auto' ? {} : { joined: index >= 0 }),
    step: step?.id ?? null,
    have: [...have],
    next: next && missing ? { step: next.id, missing } : null,
    ...(track.view === 'streak' && {
      streak: { now: have[0]?.value ?? 0, ends: at(index < 0 ? 0.2 : 1.2) },
    }),
  };
}

const between = (from: Step | undefined, to: Step, share: number): Amount[] =>
  to.needs.map(({ unit, value }) => {
    const start = from?.needs.find((need) => need.unit === unit)?.value ?? 0;
    return { unit, value: Math.floor(start + (value - start) * share) };
  });

/** What can be held; what only measures is no balance. */
const held = (program: Program) => program.units.filter(({ kind }) => kind !== 'metric');

const emptyWallets = (program: Program): Wallet[] =>
  held(program).map(({ id }) => ({ unit: id, available: 0, pending: 0 }));

/** Enough for about half of what costs something, so that both sides of a card can be seen. */
function filledWallets(program: Program): Wallet[] {
  return held(program).map(({ id, scale }) => {
    const prices = program.rewards
      .flatMap(({ cost }) =>
        cost.kind === 'fixed' && cost.amount.unit === id ? [cost.amount.value] : [],
      )
      .sort((a, b) => a - b);
    const middle = prices[Math.floor((prices.length - 1) / 2)] ?? 10 * 10 ** scale;
    return { unit: id, available: Math.ceil(middle * 1.2), pending: 0 };
  });
}

function rewardFor(
  { rewards }: Program,
  reward: Reward,
  wallets: readonly Wallet[],
  reached: ReadonlyMap<string, string | null>,
): RewardState {
  const balance = (unit: string) => wallets.find((one) => one.unit === unit)?.available ?? 0;
  const { cost, requires } = reward;
  const step = requires?.anyStep?.find((one) => reached.get(one.track) !== one.step);
  const isMet =
    !requires?.anyStep || requires.anyStep.some((one) => reached.get(one.track) === one.step);
  const state = (availability: Availability): RewardState => ({ reward: reward.id, availability });
  // One of each, where the programme has enough of them: these states come with time, not with points.
  if (rewards.length > 4 && rewards.at(-1) === reward) return state({ state: 'sold-out' });
  if (!isMet) return state({ state: 'locked', ...(step && { step }) });
  if (cost.kind === 'fixed') {
    const missing = cost.amount.value - balance(cost.amount.unit);
    return missing > 0
      ? state({ state: 'short', missing: [{ unit: cost.amount.unit, value: missing }] })
      : state({ state: 'available' });
  }
  if (cost.kind === 'range') {
    const most = Math.min(cost.max, balance(cost.unit));
    const maxNow = cost.min + Math.floor((most - cost.min) / cost.step) * cost.step;
    return most < cost.min
      ? state({ state: 'short', missing: [{ unit: cost.unit, value: cost.min - most }] })
      : { ...state({ state: 'available' }), maxNow };
  }
  return state({ state: 'available' });
}

function vouchersOf({ rewards }: Program, at: (days: number) => string): Voucher[] {
  return rewards
    .flatMap(({ id, title, grants }) => {
      const grant = grants.find(({ kind }) => kind === 'coupon');
      if (!grant) return [];
      return [
        {
          id: `preview-${id}`,
          title,
          status: 'ready' as const,
          source: { kind: 'reward' as const, id },
          grant,
          code: 'PREVIEW',
          issuedAt: at(-1),
          expiresAt: at(30),
          seenAt: at(-1),
        },
      ];
    })
    .slice(0, 1);
}

function activityOf({ rules }: Program, at: (days: number) => string): Activity[] {
  return rules.slice(0, 3).flatMap(({ id, title, grants }, index) => {
    const amounts = grants.flatMap((grant) =>
      grant.kind === 'unit' && grant.amount ? [grant.amount] : [],
    );
    if (!amounts.length) return [];
    return [
      {
        id: `preview-${id}`,
        at: at(-index - 1),
        kind: 'earn' as const,
        title,
        amounts,
        state: 'final' as const,
      },
    ];
  });
}
