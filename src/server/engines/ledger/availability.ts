import { missing } from '../../../contract/amounts.js';
import type {
  Amount,
  Availability,
  Cost,
  Grant,
  Limit,
  StepRef,
  Window,
} from '../../../contract/types.js';
import type { ProblemCode } from '../../../contract/problems.js';
import { Refusal } from '../../engine.js';
import type { Millis, OrderRow, UseRow } from '../../stores/rows.js';
import type { UseTotal } from '../../stores/store.js';
import type { Account } from './account.js';
import { collects } from './grants/donation.js';
import { roomFor } from './grants/unit.js';
import { seasonOf } from './boards/season.js';
import { stepIndex, type Programme, type RewardDoc, type RuleDoc } from './programme/programme.js';
import { instant, millis, type CalendarUnit, type Span } from './time/calendar.js';
import { windowAt } from './time/window.js';
import { baseStep } from './tracks/needs.js';
import { say, type WordKey } from './words.js';

/** May a member take this reward or do this rule now, and if not, why and until when. */

/** What availability is reckoned from, read once for all rewards and rules. */
export interface Facts {
  readonly at: Millis;
  /** Uses since the beginning of the year, or of the week when that began earlier. */
  readonly uses: readonly UseRow[];
  readonly totals: readonly UseTotal[];
  readonly stockTaken: ReadonlyMap<string, number>;
  readonly latestOrder: OrderRow | null;
  /** What all members have given, by name. */
  readonly tallies: ReadonlyMap<string, number>;
}

export async function readFacts(account: Account, at: Millis): Promise<Facts> {
  const { tx, member, programme } = account;
  const { calendar, doc } = programme;
  const since = Math.min(calendar.span('year', at).from, calendar.span('week', at).from);
  const limited = doc.rewards.filter(({ stock }) => stock != null).map(({ id }) => id);
  const collected = doc.rewards.flatMap((reward) => [...(collects(reward)?.names.values() ?? [])]);
  return {
    at,
    tallies: collected.length > 0 ? await tx.tallies.sums(collected) : new Map(),
    uses: await tx.uses.since(member.id, since),
    totals: await tx.uses.totals(member.id),
    stockTaken: limited.length > 0 ? await tx.stock.taken(limited) : new Map(),
    latestOrder: await tx.orders.latest(member.id),
  };
}

export interface LimitState {
  readonly used: number;
  readonly left: number;
  /** When the next one is possible again; `null` never. */
  readonly again: Millis | null;
}

const calendarUnits: Readonly<Record<string, CalendarUnit>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
};

/**
 * How far a limit is used up.
 * @param ref the order in question, for a limit per order
 */
export function limitState(
  programme: Programme,
  limit: Limit,
  scope: UseRow['scope'],
  of: string,
  facts: Facts,
  ref?: string | null,
): LimitState {
  const mine = facts.uses.filter((use) => use.scope === scope && use.of === of);
  const unit = calendarUnits[limit.per];
  const span: Span | undefined = unit && programme.calendar.span(unit, facts.at);
  const used = span
    ? mine.filter(({ at }) => at >= span.from && at < span.to).length
    : limit.per === 'order'
      ? mine.filter((use) => use.ref === ref).length
      : (facts.totals.find((total) => total.scope === scope && total.of === of)?.count ?? 0);
  return { used, left: Math.max(0, limit.count - used), again: span ? span.to : null };
}

const OPEN: Availability = { state: 'available' };

/** @param locale for the sentence that says why, where there is one */
export function rewardAvailability(
  account: Account,
  reward: RewardDoc,
  facts: Facts,
  locale?: string,
): Availability {
  return (
    windowState(account.programme, reward.window, facts.at) ??
    boardState(account.programme, reward.grants, facts.at) ??
    lockState(account, reward.requires) ??
    stockState(reward, facts) ??
    limitAvailability(account.programme, reward.limit, 'reward', reward.id, facts, null) ??
    roomState(account, reward, locale) ??
    priceState(account, reward.cost) ??
    OPEN
  );
}

/** @param locale for the sentence that says what is missing from the profile */
export function ruleAvailability(
  account: Account,
  rule: RuleDoc,
  facts: Facts,
  locale: string | undefined,
  ref: string | null = facts.latestOrder?.id ?? null,
): Availability {
  const isPerOrder = rule.limit?.per === 'order' && rule.trigger !== 'purchase';
  return (
    windowState(account.programme, rule.window, facts.at) ??
    (rule.grants.every(({ kind }) => kind === 'entry')
      ? boardState(account.programme, rule.grants, facts.at)
      : undefined) ??
    lockState(account, rule.requires) ??
    profileState(account, rule, locale) ??
    (isPerOrder && ref === null
      ? { state: 'used-up', text: say(account.programme, locale, 'say.order-first') }
      : undefined) ??
    limitAvailability(account.programme, limitOf(rule), 'rule', rule.id, facts, ref) ??
    OPEN
  );
}

/** Joining happens once and a birthday once a year, whatever the file says; an order earns by each rule once. */
export function limitOf(rule: RuleDoc): Limit | undefined {
  if (rule.trigger === 'join') return { count: 1, per: 'once' };
  // However often somebody says that it is another day.
  if (rule.trigger === 'birthday') return { count: 1, per: 'year' };
  return rule.limit?.per === 'order' && rule.trigger === 'purchase' ? undefined : rule.limit;
}

function windowState(
  { calendar }: Programme,
  window: Window | undefined,
  at: Millis,
): Availability | undefined {
  const now = windowAt(window, calendar, at);
  return now.state === 'open' ? undefined : { state: now.state, at: instant(now.at) };
}

/** Nobody pays for an entry that would not count. */
function boardState(
  { boards, calendar }: Programme,
  grants: readonly Grant[],
  at: Millis,
): Availability | undefined {
  for (const grant of grants) {
    const board = grant.kind === 'entry' ? boards.get(grant.board) : undefined;
    if (!board) continue;
    const { from, to } = seasonOf(board, calendar);
    if (from !== null && at < from) return { state: 'scheduled', at: instant(from) };
    if (at >= to) return { state: 'ended', at: instant(to) };
  }
  return undefined;
}

/** Whether a member is at a step or above it. */
export function hasReached(account: Account, { track: id, step }: StepRef): boolean {
  const track = account.programme.tracks.get(id);
  if (!track) return false;
  const held = Math.max(stepIndex(track, account.track(id).step), baseStep(track));
  return held >= stepIndex(track, step);
}

function lockState(account: Account, requires: RewardDoc['requires']): Availability | undefined {
  const steps = requires?.anyStep ?? [];
  const [first] = steps;
  if (!first || steps.some((step) => hasReached(account, step))) return undefined;
  return { state: 'locked', step: first };
}

function stockState({ id, stock }: RewardDoc, { stockTaken }: Facts): Availability | undefined {
  const isGone = stock != null && (stockTaken.get(id) ?? 0) >= stock;
  return isGone ? { state: 'sold-out' } : undefined;
}

function limitAvailability(
  programme: Programme,
  limit: Limit | undefined,
  scope: UseRow['scope'],
  of: string,
  facts: Facts,
  ref: string | null,
): Availability | undefined {
  if (!limit) return undefined;
  const { left, again } = limitState(programme, limit, scope, of, facts, ref);
  if (left > 0) return undefined;
  return again === null ? { state: 'used-up' } : { state: 'cooldown', at: instant(again) };
}

function profileState(
  account: Account,
  rule: RuleDoc,
  locale: string | undefined,
): Availability | undefined {
  const isMissing = rule.trigger === 'birthday' && account.member.birthday === null;
  return isMissing
    ? { state: 'profile', text: say(account.programme, locale, 'say.profile') }
    : undefined;
}

/** What a member can hold no more of is not worth paying for. */
function roomState(
  account: Account,
  { grants }: RewardDoc,
  locale: string | undefined,
): Availability | undefined {
  const isFull = grants.every((grant) => {
    const unit = grant.kind === 'unit' && account.programme.units.get(grant.amount?.unit ?? '');
    return unit && unit.atMost !== undefined && roomFor(account, unit) < (grant.amount?.value ?? 0);
  });
  if (!isFull || grants.length === 0) return undefined;
  return { state: 'used-up', text: say(account.programme, locale, 'say.full') };
}

function priceState(account: Account, cost: Cost): Availability | undefined {
  const gaps = gapsOf(account, cost);
  return gaps.length === 0 ? undefined : { state: 'short', missing: gaps };
}

/** What is missing for the least that something costs; of several prices, the nearest. */
function gapsOf(account: Account, cost: Cost): Amount[] {
  switch (cost.kind) {
    case 'fixed':
      return missing([cost.amount], [balanceOf(account, cost.amount.unit)]);
    case 'range':
      return missing([{ unit: cost.unit, value: cost.min }], [balanceOf(account, cost.unit)]);
    case 'any': {
      const gaps = cost.of.map((one) => gapsOf(account, one));
      return gaps.find((list) => list.length === 0) ?? gaps[0] ?? [];
    }
    default:
      return [];
  }
}

const balanceOf = (account: Account, unit: string): Amount => ({
  unit,
  value: account.balance(unit).available,
});

const refusals: Readonly<Record<string, readonly [ProblemCode, WordKey]>> = {
  short: ['insufficient-balance', 'no.short'],
  locked: ['not-eligible', 'no.locked'],
  'used-up': ['limit-reached', 'no.used-up'],
  cooldown: ['limit-reached', 'no.cooldown'],
  'sold-out': ['sold-out', 'no.sold-out'],
  scheduled: ['not-started', 'no.scheduled'],
  ended: ['ended', 'no.ended'],
  profile: ['not-eligible', 'no.profile'],
};

/** Says why something is not possible, as a refusal. */
export function refuse(
  programme: Programme,
  availability: Availability,
  at: Millis,
  locale: string | undefined,
): Refusal {
  const [code, key] = refusals[availability.state] ?? (['not-eligible', 'no.unknown'] as const);
  const { step: ref } = availability;
  const track = programme
    .in(programme.localeFor(locale))
    .tracks.find(({ id }) => id === ref?.track);
  const step = track?.steps.find(({ id }) => id === ref?.step)?.title ?? '';
  const again = availability.state === 'cooldown' ? availability.at : undefined;
  return new Refusal(code, say(programme, locale, key, { step }), {
    availability,
    ...(again ? { after: Math.ceil((millis(again) - at) / 1000) } : {}),
  });
}
