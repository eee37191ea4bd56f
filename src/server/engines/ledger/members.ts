import { Refusal, type Subject } from '../../engine.js';
import type { MemberRow, Millis } from '../../stores/rows.js';
import type { Tx } from '../../stores/store.js';
import { Account, type Desk } from './account.js';
import { joinLeagues } from './boards/league.js';
import { giveOwed, isOwed } from './owed/index.js';
import { bringBack } from './membership/had.js';
import { printOf } from './membership/print.js';
import { nextDue, settle } from './passing/settle.js';
import { say } from './words.js';

/** How members come into being, and how they are opened, brought up to date and closed again. */
export class Members {
  constructor(private readonly desk: Desk) {}

  /** Whether everyone who is seen becomes a member. */
  get isOpen(): boolean {
    return (this.desk.programme.doc.enrol ?? 'auto') === 'auto';
  }

  /**
   * Locks a member and reads what is theirs.
   * @param enrol makes whoever is unknown a member, even where not everyone becomes one
   * @returns `null` for somebody who is no member
   */
  async open(tx: Tx, subject: Subject, at: Millis, enrol: boolean): Promise<Account | null> {
    const known = await tx.members.lock(subject.id);
    if (known) {
      const account = await Account.load(this.desk, tx, known);
      if (known.name === null && subject.name !== undefined) {
        account.setMember({ name: subject.name });
      }
      return account;
    }
    if (!enrol && !this.isOpen) return null;
    const print = await printOf(tx, subject.id);
    const left = await tx.privacy.left(print);
    // Only joining brings back who has left; being seen does not.
    if (!enrol && left && !left.back) return null;
    await tx.members.add({
      id: subject.id,
      state: 'member',
      name: subject.name ?? null,
      birthday: null,
      joinedAt: at,
      consents: {},
      alias: null,
      hidden: false,
      rev: 0,
      settledTo: at,
      dueAt: null,
    });
    const member = await tx.members.lock(subject.id);
    if (!member) return null;
    // Behind the member's lock, so that of two who join at once only one brings it back.
    const kept = await tx.privacy.welcome(print);
    const account = await Account.load(this.desk, tx, member, true);
    if (kept) await bringBack(account, kept);
    return account;
  }

  /** The same for somebody who wants to do something. @throws Refusal for who may not */
  async demand(
    tx: Tx,
    subject: Subject,
    at: Millis,
    locale: string | undefined,
    enrol = false,
  ): Promise<Account> {
    const account = await this.open(tx, subject, at, enrol);
    const { programme } = this.desk;
    if (!account) throw new Refusal('not-a-member', say(programme, locale, 'no.member'));
    if (account.member.state === 'blocked') {
      throw new Refusal('member-blocked', say(programme, locale, 'no.blocked'));
    }
    if (account.member.state === 'paused') {
      throw new Refusal('not-eligible', say(programme, locale, 'no.paused'));
    }
    return account;
  }

  /** Does what has passed by now and books what others' doing has brought, and writes it. */
  async catchUp(account: Account, now: Millis): Promise<void> {
    await settle(account, now);
    await giveOwed(account, now);
    await this.finish(account, now);
  }

  /** Notes when something passes next, and writes whatever has changed. */
  async finish(account: Account, now: Millis): Promise<void> {
    if (!account.isChanged) return;
    await joinLeagues(account, now);
    const settledTo = Math.max(account.member.settledTo, now);
    account.setMember({ settledTo });
    account.setMember({ dueAt: nextDue(account) });
    await account.save();
  }

  /** Whether a member can be shown as the rows stand, without writing anything first. */
  isUpToDate(member: MemberRow, subject: Subject, now: Millis): boolean {
    const isDue = member.dueAt !== null && member.dueAt <= now;
    const lacksName = member.name === null && subject.name !== undefined;
    return !isDue && !lacksName;
  }

  /** Reads a member who is only looked at; `null` when something has to be booked first. */
  async look(tx: Tx, member: MemberRow, now: Millis): Promise<Account | null> {
    const account = await Account.load(this.desk, tx, member);
    return (await isOwed(account, now)) ? null : account;
  }
}
