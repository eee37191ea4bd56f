import type { Cost, RewardState, RuleState } from '../../../../contract/types.js';
import type { Account } from '../account.js';
import { raised } from '../grants/donation.js';
import {
  limitOf,
  limitState,
  rewardAvailability,
  ruleAvailability,
  type Facts,
} from '../availability.js';
import { instant } from '../time/calendar.js';

/** What a member may take now, how far a slider goes, and how often it is still possible. */
export function rewardStates(account: Account, facts: Facts, locale: string): RewardState[] {
  const { programme } = account;
  return programme.doc.rewards.map((reward) => {
    const { id, cost, stock, limit } = reward;
    const maxNow = maxOf(account, cost);
    const limited = limit && limitState(programme, limit, 'reward', id, facts, null);
    const inStock = stock == null ? [] : [Math.max(0, stock - (facts.stockTaken.get(id) ?? 0))];
    const left = [...inStock, ...(limited ? [limited.left] : [])];
    return {
      reward: id,
      availability: rewardAvailability(account, reward, facts, locale),
      ...(maxNow === undefined ? {} : { maxNow }),
      ...(limited ? { used: limited.used } : {}),
      ...(left.length > 0 ? { left: Math.min(...left) } : {}),
      ...raised(reward, facts.tallies),
    };
  });
}

/** The most that a slider can be set to; absent where not even the least can be paid. */
function maxOf(account: Account, cost: Cost): number | undefined {
  if (cost.kind === 'any') {
    return cost.of.map((one) => maxOf(account, one)).find((max) => max !== undefined);
  }
  if (cost.kind !== 'range') return undefined;
  const reach = Math.min(cost.max, account.balance(cost.unit).available);
  if (reach < cost.min) return undefined;
  return reach - ((reach - cost.min) % cost.step);
}

export function ruleStates(account: Account, facts: Facts, locale: string): RuleState[] {
  const { programme } = account;
  return programme.doc.rules.map((rule) => {
    const total = facts.totals.find(({ scope, of }) => scope === 'rule' && of === rule.id);
    return {
      rule: rule.id,
      availability: ruleAvailability(account, rule, facts, locale),
      // "Done" is of interest where it can be done only so often.
      ...(limitOf(rule) || total ? { done: total?.count ?? 0 } : {}),
      ...(total ? { lastAt: instant(total.lastAt) } : {}),
    };
  });
}
