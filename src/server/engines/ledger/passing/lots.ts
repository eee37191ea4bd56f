import type { LotRow } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { Line } from '../line.js';
import { isUsable } from '../lots.js';
import { tell } from '../words.js';
import { earliest, type Passing } from './passing.js';

const isWaiting = ({ pending, remaining }: LotRow): boolean => pending && remaining > 0;

/** Pending lots become usable; one line for each entry that brought them. */
export const releasing: Passing = {
  due: (account) =>
    earliest(
      account
        .lots()
        .filter(isWaiting)
        .map(({ usableAt }) => usableAt),
    ),

  async pass(account, at) {
    const due = account.lots().filter((lot) => isWaiting(lot) && lot.usableAt <= at);
    for (const id of new Set(due.map(({ entry }) => entry))) {
      await release(
        account,
        id,
        due.filter(({ entry }) => entry === id),
        at,
      );
    }
  },
};

async function release(
  account: Account,
  id: string,
  lots: readonly LotRow[],
  at: number,
): Promise<void> {
  const { programme, tx } = account;
  const entry = await tx.ledger.entry(id);
  const line = new Line(account, {
    at,
    kind: 'release',
    title: tell(programme, 'line.release', { title: entry?.title ?? '' }),
    ref: entry?.ref ?? null,
  });
  line.because.push({ text: tell(programme, 'because.release') });
  for (const lot of lots) line.release(lot);
  await line.write();
  const isAll = !account.lots().some((lot) => lot.entry === id && isWaiting(lot));
  if (isAll) await tx.ledger.setState(id, 'final');
}

/** Usable lots expire, each on its own day; what expires together stands on one line. */
export const expiring: Passing = {
  due: (account) =>
    earliest(
      account
        .lots()
        .filter(isUsable)
        .map(({ expiresAt }) => expiresAt),
    ),

  async pass(account, at) {
    const { programme } = account;
    const due = account
      .lots()
      .filter((lot) => isUsable(lot) && lot.expiresAt !== null && lot.expiresAt <= at);
    if (due.length === 0) return;
    const line = new Line(account, {
      at,
      kind: 'expire',
      title: tell(programme, 'line.expire'),
    });
    line.because.push({ text: tell(programme, 'because.expire') });
    for (const lot of due) {
      // What cannot be spent exists for its progress alone: gone from the one, gone from the other.
      line.expire(lot, programme.units.get(lot.unit)?.spendable === false);
    }
    await line.write();
  },
};
