import type { Millis } from '../../../stores/rows.js';
import type { Tx } from '../../../stores/store.js';
import type { Account } from '../account.js';
import { prizes } from '../boards/prizes.js';
import type { Programme } from '../programme/programme.js';
import { invitations } from '../referral/reward.js';
import { shareCode } from '../referral/code.js';
import { shares } from './shares.js';
import type { Owed } from './owed.js';

/** Everything of the kind. To add one: a file, and a line here. */
const all: readonly Owed[] = [shareCode, prizes, invitations, shares];

/** For who is blocked it waits until they are not. */
const mayHave = ({ member }: Account): boolean => member.state !== 'blocked';

export async function isOwed(account: Account, at: Millis): Promise<boolean> {
  if (!mayHave(account)) return false;
  for (const owed of all) if (await owed.waits(account, at)) return true;
  return false;
}

export async function giveOwed(account: Account, at: Millis): Promise<void> {
  if (!mayHave(account)) return;
  for (const owed of all) await owed.give(account, at);
}

/** Members for whom anything waits, each once. */
export async function owing(
  tx: Tx,
  programme: Programme,
  at: Millis,
  limit: number,
): Promise<string[]> {
  const members = new Set<string>();
  for (const owed of all) {
    for (const member of await owed.members(tx, programme, at, limit)) members.add(member);
  }
  return [...members];
}
