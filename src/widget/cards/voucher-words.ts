import type { Voucher } from '../../contract/types.js';
import { describeGrant } from '../i18n/describe.js';
import { lastOf } from '../i18n/formats.js';
import type { Localizer } from '../i18n/localizer.js';
import type { CalendarEvent } from '../ui/calendar-file.js';
import { safeUrl } from '../ui/safe-url.js';

/** What a voucher's card says, from data alone. */

/** `Intl` writes spaces that do not break; a title may say the same with ordinary ones. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

type Say = (loc: Localizer, voucher: Voucher) => string;

const credited: Say = (loc, { grant }) =>
  grant.kind === 'unit' ? loc.term('voucher.credited') : '';

/** State of a voucher → the sentence about it; empty where there is none. */
const states: Readonly<Record<string, Say>> = {
  used: (loc, voucher) =>
    credited(loc, voucher) ||
    (voucher.usedAt
      ? loc.term('voucher.usedOn', { day: loc.day(voucher.usedAt) })
      : loc.term('voucher.used')),
  expired: (loc) => loc.term('voucher.expired'),
  cancelled: (loc) => loc.term('voucher.cancelled'),
  failed: (loc) => loc.term('voucher.failed'),
  ready: (loc, voucher) =>
    (voucher.code ? '' : credited(loc, voucher)) ||
    (voucher.renewsAt ? loc.term('voucher.renews', { day: loc.day(voucher.renewsAt) }) : '') ||
    (voucher.expiresAt
      ? loc.term('voucher.expires', { day: loc.day(lastOf(voucher.expiresAt)) })
      : ''),
};

/** The small print under the title: what it is worth, for what, until when. */
export function voucherFacts(loc: Localizer, voucher: Voucher): string[] {
  const { grant, left, status, title } = voucher;
  const worth = describeGrant(loc, grant);
  return [
    worth && plain(worth) !== plain(title) ? worth : '',
    grant.kind === 'coupon' && grant.minSpend
      ? loc.term('reward.minSpend', { amount: loc.amount(grant.minSpend) })
      : '',
    left && status === 'ready' ? loc.term('voucher.left', { amount: loc.amount(left) }) : '',
    Object.hasOwn(states, status) ? (states[status]?.(loc, voucher) ?? '') : '',
  ].filter(Boolean);
}

/** What belongs into a calendar: an event with its hours, or the last day of a voucher. */
export function voucherEvent(loc: Localizer, voucher: Voucher): CalendarEvent | undefined {
  const { id, title, status, grant, expiresAt, code } = voucher;
  if (status !== 'ready') return undefined;
  const uid = `voucher-${id}@loyalty`;
  if (grant.kind === 'access' && grant.window?.from) {
    const { from, to } = grant.window;
    const url = safeUrl(grant.url);
    return Date.parse(to ?? from) > loc.now()
      ? { uid, title: grant.label, detail: code ?? undefined, url, from, to }
      : undefined;
  }
  if (!expiresAt || Date.parse(expiresAt) <= loc.now()) return undefined;
  return {
    uid,
    title: loc.term('calendar.ends', { title }),
    detail: code ? `${loc.term('voucher.code')}: ${code}` : undefined,
    from: loc.date(lastOf(expiresAt)),
  };
}
