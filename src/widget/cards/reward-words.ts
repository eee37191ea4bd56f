import { html, nothing, type TemplateResult } from 'lit';
import { isolated } from '../../contract/isolated.js';
import type { Availability, Cost, Program, Reward, RewardState } from '../../contract/types.js';
import { lastOf } from '../i18n/formats.js';
import type { Localizer } from '../i18n/localizer.js';
import { percent } from '../i18n/percent.js';
import type { IconName } from '../ui/icons.js';

/** What a reward's card says, from data alone. */

/** The price in words; empty for a kind of cost that this version cannot name. */
export function costText(loc: Localizer, cost: Cost): string {
  switch (cost.kind) {
    case 'fixed':
      return loc.amount(cost.amount);
    case 'price':
      return priceText(loc, cost);
    case 'range':
      return loc.term('reward.from', {
        amount: loc.amount({ unit: cost.unit, value: cost.min }),
      });
    case 'free':
      return loc.term('reward.free');
    case 'any':
      return cost.of
        .map((one) => costText(loc, one))
        .filter(Boolean)
        .join(` ${loc.term('reward.or')} `);
    default:
      return '';
  }
}

const EVERY = { D: 'every.day', W: 'every.week', M: 'every.month', Y: 'every.year' } as const;

/** Real money: once, or for each period of a plan. */
function priceText(
  loc: Localizer,
  { amount, every = '' }: Extract<Cost, { kind: 'price' }>,
): string {
  const [, count, letter] = /^P(\d+)([DWMY])$/.exec(every) ?? [];
  const money = loc.amount(amount);
  return letter
    ? loc.term(EVERY[letter as keyof typeof EVERY], { n: Number(count), amount: money })
    : money;
}

/** The small print under the title: from when, for what, until when, how often. */
export function rewardFacts(
  loc: Localizer,
  reward: Reward,
  state: RewardState | undefined,
): string[] {
  const facts: string[] = [];
  for (const grant of reward.grants) {
    if (grant.kind === 'coupon' && grant.minSpend) {
      facts.push(loc.term('reward.minSpend', { amount: loc.amount(grant.minSpend) }));
    }
    if (grant.kind === 'access' && grant.window?.from) {
      const { from } = grant.window;
      facts.push(loc.term('reward.when', { day: loc.day(from), time: loc.time(from) }));
    }
  }
  if (reward.appliesTo?.text) facts.push(reward.appliesTo.text);
  const { from, to } = reward.window ?? {};
  // A member hears from the server when it begins; a guest from the programme.
  if (!state && from && Date.parse(from) > loc.now())
    facts.push(loc.term('reward.scheduled', { day: loc.day(from) }));
  if (to && Date.parse(to) > loc.now())
    facts.push(loc.term('reward.until', { day: loc.day(lastOf(to)) }));
  const left = state?.left;
  if (typeof left === 'number' && left > 0) {
    if (reward.limit) facts.push(loc.term('reward.left', { n: left }));
    else if (reward.stock != null) facts.push(loc.term('reward.stock', { n: left }));
  }
  if (reward.priceNote) facts.push(reward.priceNote);
  // The shop's own words stand beside ours in one line.
  return facts.map(isolated);
}

/** Why a reward cannot be had now, with the icon for it. The server's own words come first, elsewhere. */
export function unavailable(
  loc: Localizer,
  program: Program | undefined,
  { state, step, at }: Availability,
): [IconName, string] {
  const again = at ? loc.term('reward.again', { day: loc.day(at) }) : loc.term('reward.usedUp');
  switch (state) {
    case 'locked': {
      const track = program?.tracks.find(({ id }) => id === step?.track);
      const title = track?.steps.find(({ id }) => id === step?.step)?.title;
      return [
        'lock',
        title ? loc.term('reward.locked', { step: title }) : loc.term('reward.lockedOther'),
      ];
    }
    case 'used-up':
    case 'cooldown':
      return ['check', again];
    case 'sold-out':
      return ['tag', loc.term('reward.soldOut')];
    case 'scheduled':
      return [
        'calendar',
        at ? loc.term('reward.scheduled', { day: loc.day(at) }) : loc.term('reward.scheduledOther'),
      ];
    case 'ended':
      return ['calendar', loc.term('reward.ended')];
    case 'cart':
      return ['bag', loc.term('reward.cart')];
    case 'profile':
      return ['pen', loc.term('reward.profile')];
    default:
      return ['clock', loc.term('reward.unavailable')];
  }
}

/** The chances of a draw, where they are declared: before anything is spent. */
export function odds(loc: Localizer, reward: Reward): TemplateResult | typeof nothing {
  const segments = reward.grants.flatMap((grant) =>
    grant.kind === 'pool' ? grant.segments.filter((one) => one.odds !== undefined) : [],
  );
  if (!segments.length) return nothing;
  return html`<details class="small">
    <summary>${loc.term('reward.odds')}</summary>
    <ul>
      ${segments.map(
        ({ title, odds: share = 0 }) =>
          html`<li class="between">
            <span>${title}</span><span>${percent(loc.locale, share)}</span>
          </li>`,
      )}
    </ul>
  </details>`;
}
