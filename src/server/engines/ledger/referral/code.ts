import type { Owed } from '../owed/owed.js';
import { newShareCode } from '../random.js';

/** Two equal codes in a row are as good as impossible; so many are a broken source of chance. */
const TRIES = 10;

/** Everyone has a code to pass on, from the first time they are seen. */
export const shareCode: Owed = {
  waits: async ({ programme, tx, member }) =>
    programme.doc.referral !== undefined && (await tx.referrals.of(member.id)) === null,

  async give(account) {
    const { tx, member, desk } = account;
    if (!(await shareCode.waits(account, 0))) return;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const code = newShareCode(desk.random);
      if (await tx.referrals.addReferrer({ member: member.id, code, sent: 0 }))
        return account.touch();
    }
    throw new Error(`${TRIES} share codes in a row were taken: the random source repeats itself`);
  },

  members: () => Promise.resolve([]),
};

/** A code as it is stored; people type it in small letters and with blanks. */
export const readShareCode = (typed: string): string => typed.replace(/[\s-]+/g, '').toUpperCase();
