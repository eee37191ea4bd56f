import type { Amount, Cost, Grant } from '../../../../contract/types.js';
import { Refusal } from '../../../engine.js';
import type { RewardDoc } from '../programme/file.js';
import { mapTold, pick } from '../programme/texts.js';
import { tell } from '../words.js';
import { checkGives } from './coupon.js';
import type { Giving, GrantHandler } from './grant.js';
import { issue } from './issue.js';
import { priced } from './priced.js';
import { checkAmount } from './unit.js';

type Donation = Extract<Grant, { kind: 'donation' }>;

/**
 * Something for a good cause: the shop passes it on, and what all members have given is added up. The
 * amount is what the grant says, times the steps of a slider; without one it is the price itself.
 */
export const donationGrant: GrantHandler<'donation'> = {
  check(grant, place) {
    const { path, report, cost } = place;
    if (grant.amount) {
      checkAmount(grant.amount, `${path}.amount`, place);
      checkGives(grant.amount, `${path}.amount`, place);
    } else if (!cost || !unitOfPrice(cost)) {
      report(path, 'a donation has an "amount", unless its price is one and in one unit');
    }
    if (grant.choices?.length === 0)
      report(`${path}.choices`, 'a choice needs something to choose');
  },

  async give(told, giving) {
    const grant = mapTold(told, (one, locale) => resolved(one, giving, locale));
    const main = grant[giving.account.programme.locale];
    if (!main?.amount) return;
    const choice = main.choice ?? null;
    const { id } = giving.source;
    if (id !== null) giving.account.tally(tallyOf(id, choice), main.amount.value);
    await issue(
      mapTold(grant, ({ kind, cause, amount }) => ({ kind, cause, amount })),
      { ...giving, choice: choice ?? undefined },
      'used',
    );
  },

  undo(grant, voucher, account) {
    const { id } = voucher.source;
    if (id !== null && grant.amount) {
      account.tally(tallyOf(id, voucher.choice), -grant.amount.value);
    }
  },
};

function resolved(
  { choices, ...grant }: Donation,
  giving: Giving,
  locale: string,
): Donation & { choice?: string } {
  const amount = grant.amount ? priced(grant, giving).amount : (giving.cost ?? undefined);
  if (!choices || choices.length === 0) return { ...grant, amount };
  const chosen = choices.find(({ id }) => id === giving.choice);
  if (!chosen) {
    const detail = pick(tell(giving.account.programme, 'no.choice'), locale, locale);
    throw new Refusal('validation-failed', detail, { errors: [{ detail, pointer: '/choice' }] });
  }
  return { ...grant, cause: chosen.title, choice: chosen.id, amount };
}

/** The one unit of a price; `undefined` where there is none or a choice of them. */
const unitOfPrice = (cost: Cost): string | undefined =>
  cost.kind === 'range' ? cost.unit : 'amount' in cost ? cost.amount.unit : undefined;

/** Under which name it is added up. */
const tallyOf = (reward: string, choice: string | null): string =>
  ['donation', reward, choice ?? ''].map(encodeURIComponent).join('/');

/** What a reward collects for: the names of its totals by choice (`null` without one), and their unit. */
export function collects({
  id,
  grants,
  cost,
}: RewardDoc): { unit: string; names: Map<string | null, string> } | undefined {
  const grant = grants.find((one) => one.kind === 'donation');
  const unit = grant?.amount?.unit ?? unitOfPrice(cost);
  if (!grant || unit === undefined) return undefined;
  const choices = grant.choices?.map((choice) => choice.id) ?? [null];
  return { unit, names: new Map(choices.map((choice) => [choice, tallyOf(id, choice)])) };
}

/** What was raised so far, in all and for each cause. */
export function raised(
  reward: RewardDoc,
  tallies: ReadonlyMap<string, number>,
): { raised: Amount; raisedFor?: { choice: string; raised: Amount }[] } | undefined {
  const kept = collects(reward);
  if (!kept) return undefined;
  const { unit } = kept;
  const parts = [...kept.names].map(([choice, name]) => ({
    choice,
    raised: { unit, value: tallies.get(name) ?? 0 },
  }));
  const value = parts.reduce((sum, part) => sum + part.raised.value, 0);
  const named = parts.flatMap(({ choice, ...part }) =>
    choice === null ? [] : [{ choice, ...part }],
  );
  return { raised: { unit, value }, ...(named.length > 0 ? { raisedFor: named } : {}) };
}
