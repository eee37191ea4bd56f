import type { Millis, StoredReferral } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { firstName } from '../boards/names.js';
import { Line } from '../line.js';
import type { Owed } from '../owed/owed.js';
import { takeBack } from '../reverse.js';
import { doRule } from '../rules/do-rule.js';
import { advance } from '../tracks/advance.js';
import { undoSteps } from '../tracks/undo.js';
import { tell } from '../words.js';

/** What an invitation brings the one who invited, and what goes again with a friend's return. */
export const invitations: Owed = {
  waits: async ({ programme, tx, member }) =>
    programme.doc.referral !== undefined && (await tx.referrals.owed(member.id)).length > 0,

  async give(account, at) {
    if (!account.programme.doc.referral) return;
    for (const row of await account.tx.referrals.owed(account.member.id)) {
      if (row.state === 'ordered') await reward(account, row, at);
      else await undo(account, row, at);
    }
  },

  members: (tx, programme, _at, limit) =>
    programme.doc.referral ? tx.referrals.owing(limit) : Promise.resolve([]),
};

/** Every rule for invitations gives, as far as it is open to the member. */
async function reward(account: Account, row: StoredReferral, at: Millis): Promise<void> {
  const entries: string[] = [];
  for (const rule of account.programme.doc.rules.filter(({ trigger }) => trigger === 'referral')) {
    const entry = await doRule(account, rule, { at, ref: null, cause: null });
    if (entry !== null) entries.push(entry);
  }
  await account.tx.referrals.save({ ...row, state: 'completed', entries });
  account.touch();
  await advance(account, Math.max(at, account.member.settledTo), null);
}

async function undo(account: Account, row: StoredReferral, at: Millis): Promise<void> {
  const { programme, tx } = account;
  const name = firstName(row.name);
  const line = new Line(account, {
    at,
    kind: 'reverse',
    title: tell(programme, 'line.referral-back'),
  });
  line.because.push({
    text: name
      ? tell(programme, 'because.referral-back-of', { name })
      : tell(programme, 'because.referral-back'),
  });
  for (const entry of row.entries) {
    await takeBack(account, line, entry);
    await tx.uses.undo(entry);
    const before = await tx.ledger.entry(entry);
    if (before?.state === 'pending') await tx.ledger.setState(entry, 'void');
  }
  await line.write();
  await tx.referrals.save({
    ...row,
    state: 'joined',
    order: null,
    orderedAt: null,
    entries: [],
  });
  await undoSteps(account, row.orderedAt ?? at, Math.max(at, account.member.settledTo), line.id);
}
