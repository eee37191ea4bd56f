import type {
  ActivityPage,
  Export,
  Me,
  Quote,
  QuoteRequest,
  Voucher,
  VoucherPage,
} from '../../../contract/types.js';
import {
  Refusal,
  type AnswerPage,
  type Page,
  type ShopPurchase,
  type ShopVoucher,
  type Subject,
} from '../../engine.js';
import type { Millis } from '../../stores/rows.js';
import type { Store } from '../../stores/store.js';
import type { Account } from './account.js';
import type { Members } from './members.js';
import type { Programme } from './programme/programme.js';
import { activity } from './view/activity.js';
import { instant } from './time/calendar.js';
import { readCursor, readPlace, writeCursor, writePlace } from './view/cursor.js';
import { viewGuest, viewMe } from './view/me.js';
import { shopPurchase } from './view/shop-purchase.js';
import { readCode, shopVoucher } from './view/shop-voucher.js';
import { voucher } from './view/vouchers.js';
import { say } from './words.js';
import { ownVoucher } from './writes/cancel.js';
import { quote } from './writes/quote.js';

interface Parts {
  readonly store: Store;
  readonly programme: Programme;
  readonly members: Members;
  readonly now: () => Millis;
}

/** More lines than anybody has. */
const ALL = 1_000_000;

/** Everything that only looks. Who is up to date is read without locks; whoever is not is settled first. */
export function createReads({ store, programme, members, now }: Parts) {
  /** @param guest what somebody sees who is no member */
  const withAccount = async <T>(
    subject: Subject,
    look: (account: Account, at: Millis) => Promise<T>,
    guest: () => T,
  ): Promise<T> => {
    const at = now();
    const seen = await store.snapshot(programme.id, async (tx) => {
      const member = await tx.members.find(subject.id);
      if (!member && !members.isOpen) return { result: guest() };
      if (!member || !members.isUpToDate(member, subject, at)) return null;
      const account = await members.look(tx, member, at);
      return account && { result: await look(account, at) };
    });
    if (seen) return seen.result;
    return store.transaction(programme.id, async (tx) => {
      const account = await members.open(tx, subject, at, false);
      if (!account) return guest();
      await members.catchUp(account, at);
      return look(account, at);
    });
  };

  const noMember = (locale: string) => (): never => {
    throw new Refusal('not-a-member', say(programme, locale, 'no.member'));
  };

  const cursorOf = ({ cursor }: Page, locale: string) =>
    cursor === undefined ? null : readCursor(cursor, say(programme, locale, 'no.cursor'));

  return {
    me: (subject: Subject, locale: string): Promise<Me> =>
      withAccount(
        subject,
        (account, at) => viewMe(account, at, locale),
        () => viewGuest(subject.id, subject.name ?? null),
      ),

    activity: (
      subject: Subject,
      page: Page & { kind?: string | undefined },
      locale: string,
    ): Promise<ActivityPage> =>
      withAccount(
        subject,
        async ({ tx, member }) => {
          const { limit, kind = null } = page;
          // One more than asked for tells whether there is a next page.
          const rows = await tx.ledger.page(member.id, limit + 1, cursorOf(page, locale), kind);
          const items = rows.slice(0, limit);
          const last = items.at(-1);
          return {
            items: items.map((row) => activity(programme, row, locale)),
            next: rows.length > limit && last ? writeCursor(last) : null,
          };
        },
        noMember(locale),
      ),

    vouchers: (
      subject: Subject,
      page: Page & { status?: string | undefined },
      locale: string,
    ): Promise<VoucherPage> =>
      withAccount(
        subject,
        async ({ tx, member }) => {
          const { limit, status = null } = page;
          const rows = await tx.vouchers.page(member.id, limit + 1, cursorOf(page, locale), status);
          const items = rows.slice(0, limit);
          const last = items.at(-1);
          return {
            items: items.map((row) => voucher(programme, row, locale)),
            next:
              rows.length > limit && last
                ? writeCursor({ at: last.issuedAt, seq: last.seq })
                : null,
          };
        },
        noMember(locale),
      ),

    voucher: (subject: Subject, id: string, locale: string): Promise<Voucher> =>
      withAccount(
        subject,
        async (account, at) => {
          const row = await ownVoucher({ account, now: at, locale }, id);
          return voucher(programme, row, locale);
        },
        noMember(locale),
      ),

    quote: (
      subject: Subject,
      reward: string,
      request: QuoteRequest,
      locale: string,
    ): Promise<Quote> =>
      withAccount(
        subject,
        (account, at) => quote({ account, now: at, locale }, reward, request),
        noMember(locale),
      ),

    shopPurchase: (id: string, locale: string | undefined): Promise<ShopPurchase | null> =>
      store.snapshot(programme.id, async (tx) =>
        shopPurchase(programme, await tx.vouchers.find(id), locale, now()),
      ),

    shopPurchases: (member: string, locale: string | undefined): Promise<ShopPurchase[]> =>
      store.snapshot(programme.id, async (tx) => {
        const at = now();
        const rows = await tx.vouchers.current(member, at);
        return rows
          .flatMap((row) => shopPurchase(programme, row, locale, at) ?? [])
          .filter(({ status, every }) => status === 'pending' || every !== undefined);
      }),

    answers: ({ limit, cursor, rule }: Page & { rule?: string | undefined }): Promise<AnswerPage> =>
      store.snapshot(programme.id, async (tx) => {
        const after = cursor === undefined ? null : readPlace(cursor);
        const rows = await tx.uses.answered(rule ?? null, limit, after);
        const last = rows.at(-1);
        return {
          items: rows.map((row) => ({ ...row, at: instant(row.at) })),
          next: last ? writePlace(last) : (cursor ?? null),
        };
      }),

    export: (subject: Subject, locale: string): Promise<Export> =>
      withAccount(
        subject,
        async (account, at) => {
          const { tx, member } = account;
          const entries = await tx.ledger.page(member.id, ALL, null, null);
          const vouchers = await tx.vouchers.page(member.id, ALL, null, null);
          return {
            exportedAt: instant(at),
            programme: { id: programme.id, name: programme.in(locale).name },
            me: await viewMe(account, at, locale),
            activity: entries.map((row) => activity(programme, row, locale)),
            vouchers: vouchers.map((row) => voucher(programme, row, locale)),
            records: await tx.privacy.records(member.id),
          };
        },
        noMember(locale),
      ),

    shopVoucher: (code: string): Promise<ShopVoucher | null> =>
      store.snapshot(programme.id, async (tx) =>
        shopVoucher(programme, await tx.vouchers.findCode(readCode(code)), now()),
      ),
  };
}
