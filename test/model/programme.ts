/** A shop small enough to be reckoned in the head: one unit, one way to earn, three rewards. */

export interface RewardRow {
  readonly id: string;
  readonly cost: number;
  readonly undoMinutes: number;
  /** How often a member may take it; absent: as often as wanted. */
  readonly limit?: number;
  /** How many there are for all members; absent: enough. */
  readonly stock?: number;
}

export const PENDING_DAYS = 7;
export const VALID_DAYS = 30;
export const members = ['ada', 'ben'] as const;
export type MemberId = (typeof members)[number];

export const rewards: readonly RewardRow[] = [
  { id: 'off5', cost: 100, undoMinutes: 30 },
  { id: 'once', cost: 30, undoMinutes: 0, limit: 1 },
  { id: 'mug', cost: 50, undoMinutes: 30, stock: 3 },
];

const pts = { id: 'pts', kind: 'points', label: { other: 'points' }, scale: 0, spendable: true };
const eur = { id: 'eur', kind: 'money', label: { other: 'euro' }, scale: 2, spendable: true };

export const programme = {
  id: 'model',
  name: 'Club',
  locale: 'en',
  currency: 'EUR',
  timeZone: 'UTC',
  units: [
    { ...pts, pendingDays: PENDING_DAYS },
    { ...eur, currency: 'EUR' },
  ],
  tracks: [],
  rules: [
    {
      id: 'buy',
      trigger: 'purchase',
      title: 'Shop',
      grants: [
        {
          kind: 'unit',
          rate: { per: { unit: 'eur', value: 100 }, give: { unit: 'pts', value: 1 } },
        },
      ],
      cta: { kind: 'none' },
      confirm: 'server',
    },
  ],
  rewards: rewards.map(({ id, cost, undoMinutes, limit, stock }) => ({
    id,
    view: 'card',
    title: id,
    cost: { kind: 'fixed', amount: { unit: 'pts', value: cost } },
    grants: [{ kind: 'coupon', discount: { type: 'amount', amount: { unit: 'eur', value: 500 } } }],
    delivery: 'code',
    validFor: `P${VALID_DAYS}D`,
    ...(undoMinutes && { undoMinutes }),
    ...(limit && { limit: { count: limit, per: 'once' } }),
    ...(stock && { stock }),
  })),
};
