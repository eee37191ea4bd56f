/** A programme that is as small as a shop's can be: what is measured is the house, not its rules. */

export const UNIT = 'pts';
/** What one redemption costs, in points. */
export const COST = 100;
export const REWARD = 'off';

export const programme = {
  id: 'prg_load',
  name: { en: 'Load' },
  locale: 'en',
  locales: ['en'],
  currency: 'EUR',
  timeZone: 'Europe/Vienna',
  units: [
    { id: UNIT, kind: 'points', label: { other: 'points' }, scale: 0, spendable: true },
    {
      id: 'eur',
      kind: 'money',
      label: { other: 'euro' },
      scale: 2,
      currency: 'EUR',
      spendable: false,
    },
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
          rate: { per: { unit: 'eur', value: 100 }, give: { unit: UNIT, value: 1 } },
        },
      ],
      cta: { kind: 'none' },
      confirm: 'server',
    },
  ],
  rewards: [
    {
      id: REWARD,
      title: '€1 off',
      cost: { kind: 'fixed', amount: { unit: UNIT, value: COST } },
      grants: [
        { kind: 'coupon', discount: { type: 'amount', amount: { unit: 'eur', value: 100 } } },
      ],
      delivery: 'code',
      refundable: true,
      undoMinutes: 30,
    },
  ],
  capabilities: ['activity.pages', 'vouchers.pages', 'cancel'],
};
