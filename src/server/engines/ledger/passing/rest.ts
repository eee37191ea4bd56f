import type { Account } from '../account.js';
import { letGo } from '../holds.js';
import { Line } from '../line.js';
import { endPlan, isPlan, lapse, passesAt } from '../payments.js';
import type { RuleDoc } from '../programme/programme.js';
import { doRule } from '../rules/do-rule.js';
import type { Millis } from '../../../stores/rows.js';
import { dueOf, pass } from '../tracks/review.js';
import { tell } from '../words.js';
import { earliest, type Passing } from './passing.js';

/** Vouchers that are not used, not paid, or not paid again in time. */
export const vouchers: Passing = {
  due: (account) => earliest(account.vouchers().map((voucher) => passesAt(account, voucher))),

  async pass(account, at) {
    for (const voucher of account.vouchers()) {
      const { title, id } = voucher;
      const ends = passesAt(account, voucher);
      // Several that were held together are let go together.
      const isOver = !account.vouchers().some((other) => other.id === id);
      if (ends === null || ends > at || isOver) continue;
      if (voucher.status === 'held') {
        await letGo(account, voucher, 'expired', at);
        continue;
      }
      if (voucher.status === 'pending') {
        await lapse(account, voucher, at, 'failed');
        continue;
      }
      if (isPlan(account, voucher)) {
        await endPlan(account, voucher, at);
        continue;
      }
      await account.saveVoucher({ ...voucher, status: 'expired', endedAt: at, undoUntil: null });
      const line = new Line(account, {
        at,
        kind: 'expire',
        title: tell(account.programme, 'line.voucher-expired', { title }),
        ref: { kind: 'voucher', id },
      });
      await line.write();
    }
  },
};

/** Levels whose time is over, periods that begin anew, streaks that break. */
export const tracks: Passing = {
  due: (account) => earliest(account.programme.doc.tracks.map((track) => dueOf(account, track))),

  async pass(account, at) {
    for (const track of account.programme.doc.tracks) {
      const due = dueOf(account, track);
      if (due !== null && due <= at) await pass(account, track, at);
    }
  },
};

/** Birthdays, and the day on which a member joined. */
export const dates: Passing = {
  due: (account) => earliest(dated(account).map(({ at }) => at)),

  async pass(account, at) {
    for (const { rule, at: due } of dated(account)) {
      if (due <= at) await doRule(account, rule, { at: due, ref: null, cause: null });
    }
  },
};

/** The rules that a date sets off, with the next date; always after what has been settled. */
function dated(account: Account): { rule: RuleDoc; at: Millis }[] {
  const { programme, member } = account;
  const { calendar } = programme;
  return programme.doc.rules.flatMap((rule) => {
    if (rule.trigger === 'birthday' && member.birthday) {
      return [{ rule, at: calendar.nextYearly(member.birthday, member.settledTo) }];
    }
    if (rule.trigger === 'anniversary') {
      return [{ rule, at: calendar.stretch(member.joinedAt, 'P1Y', member.settledTo).to }];
    }
    return [];
  });
}
