import { checkGrant } from '../../grants/index.js';
import type { Check } from '../report.js';
import { checkUnasked } from './boards.js';

export const checkReferral: Check = (doc, report) => {
  const { referral, rules, units, currency } = doc;
  const invites = rules.findIndex(({ trigger }) => trigger === 'referral');
  if (!referral) {
    if (invites >= 0) {
      report(
        `rules[${invites}].trigger`,
        'nobody can invite anybody: the programme needs "referral" with the link that members share',
      );
    }
    return;
  }
  if (invites < 0) {
    report('referral', 'nobody gets anything for inviting: add a rule with the trigger "referral"');
  }
  for (const [index, grant] of referral.give.entries()) {
    const path = `referral.give[${index}]`;
    checkGrant(grant, { doc, path, report, fromOrder: false });
    checkUnasked(grant, path, report);
  }
  if (!/^(https?:\/\/|\/)/.test(referral.url)) {
    report('referral.url', 'expected an address that begins with https:// or /');
  }
  const { minOrder } = referral;
  const money = units.find(({ id }) => id === minOrder?.unit);
  if (minOrder && money?.currency !== currency) {
    report('referral.minOrder.unit', `"${minOrder.unit}" is not a unit of money in ${currency}`);
  }
  if (minOrder && minOrder.value <= 0) report('referral.minOrder.value', 'expected 1 or more');
};
