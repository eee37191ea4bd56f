import { Refusal } from '../../../engine.js';
import type { OrderRow } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { Line } from '../line.js';
import { friendReturned } from '../referral/orders.js';
import { takeBack, type Share } from '../reverse.js';
import { undoSteps } from '../tracks/undo.js';
import { tell } from '../words.js';
import type { EventHandler } from './event.js';

/**
 * An order was paid back, wholly or in part: exactly what it gave is taken back, in proportion and
 * rounded down, so that all the parts together are the whole and never more.
 */
export const orderRefunded: EventHandler<'order.refunded'> = async ({ event, account, at }) => {
  const { id, total } = event.order;
  const order = await account.tx.orders.find(id);
  if (order?.member !== account.member.id) {
    const detail = `Order ${id} of member ${account.member.id} is not known here, so there is nothing to take back. Report order.paid first.`;
    throw new Refusal('not-found', detail, { errors: [{ detail, pointer: '/order/id' }] });
  }
  const share = shareOf(order, total);
  if (share.to === share.from) return;

  const isWhole = share.to === share.whole;
  const isPart = share.from > 0 || !isWhole;
  const line = new Line(account, {
    at,
    kind: 'refund',
    title: tell(account.programme, isPart ? 'line.refund-part' : 'line.refund', { id }),
    ref: { kind: 'order', id },
    cause: event.id,
  });
  if (isPart) line.because.push({ text: tell(account.programme, 'because.refund-part') });
  await takeBack(account, line, order.entry, share);
  await line.write();
  const row = { ...order, refunded: share.to };
  await account.tx.orders.save(row);
  await friendReturned(account, row, at);
  if (isWhole) await close(account, order);
  await undoSteps(account, order.at, Math.max(at, account.member.settledTo), event.id);
};

/** An order over nothing counts as one cent, so that it too can be paid back once. */
function shareOf({ total, refunded }: OrderRow, paidBack: number | undefined): Share {
  const whole = Math.max(1, total);
  const to = paidBack === undefined ? whole : Math.min(whole, refunded + paidBack);
  return { from: refunded, to, whole };
}

/** Nothing is left of the order: limits count it no more, and what was pending of it is void. */
async function close(account: Account, { entry: id }: OrderRow): Promise<void> {
  const { uses, ledger } = account.tx;
  await uses.undo(id);
  const entry = await ledger.entry(id);
  if (entry?.state === 'pending') await ledger.setState(id, 'void');
}
