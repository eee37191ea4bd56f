import type { Wallet } from '../../../../contract/types.js';
import type { Account } from '../account.js';
import { expiring, releases } from '../lots.js';
import { isMetric, type UnitDoc } from '../programme/programme.js';
import { instant } from '../time/calendar.js';

/** Metrics only show in tracks, and money that nobody can spend only says what orders are paid in. */
const isHeld = (unit: UnitDoc): boolean =>
  !isMetric(unit) && (unit.kind !== 'money' || unit.spendable);

/** What a member has of everything that can be had. */
export function wallets(account: Account): Wallet[] {
  return account.programme.doc.units.filter(isHeld).map(({ id, expiresAfter }) => {
    const { available, pending, held, lifetime, spent } = account.balance(id);
    const lots = account.lots(id);
    const dated = ({ value, at }: { value: number; at: number }) => ({ value, at: instant(at) });
    const ends = expiring(lots).map(dated);
    return {
      unit: id,
      available,
      pending,
      held,
      lifetime,
      spent,
      // `null` where nothing ever expires, so that no row says so.
      expiring: expiresAfter === undefined && ends.length === 0 ? null : ends,
      releases: releases(lots).map(dated),
    };
  });
}
