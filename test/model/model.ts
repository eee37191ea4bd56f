import { members, PENDING_DAYS, rewards, VALID_DAYS, type MemberId } from './programme.js';

/** What the shop should hold, reckoned without any of its code. */

const MINUTE = 60_000;
const DAY = 86_400_000;

export interface ModelVoucher {
  readonly reward: string;
  readonly cost: number;
  readonly undoUntil: number | null;
  readonly expiresAt: number;
  status: 'ready' | 'used' | 'cancelled' | 'expired';
  /** The server's id, once it is known. */
  id?: string;
}

interface ModelOrder {
  readonly cents: number;
  refunded: number;
  readonly usableAt: number;
  isReleased: boolean;
}

export interface ModelMember {
  available: number;
  pending: number;
  readonly vouchers: ModelVoucher[];
  readonly orders: Map<string, ModelOrder>;
}

const emptyMember = (): ModelMember => ({
  available: 0,
  pending: 0,
  vouchers: [],
  orders: new Map(),
});

const pointsFor = (cents: number): number => Math.floor(cents / 100);

export class Model {
  readonly people = Object.fromEntries(members.map((id) => [id, emptyMember()])) as Record<
    MemberId,
    ModelMember
  >;
  readonly stock = new Map(rewards.map(({ id, stock }) => [id, stock ?? Infinity]));
  /** Every balance that was ever true, so that no page shows one that never was. */
  readonly #history = new Map(members.map((id) => [id, new Set(['0 0'])]));

  wasTrue(member: MemberId, available: number, pending: number): boolean {
    return this.#history.get(member)!.has(`${available} ${pending}`);
  }

  /** Everything that comes with time. */
  settle(now: number): void {
    for (const id of members) {
      const { orders, vouchers } = this.people[id];
      for (const order of [...orders.values()].sort((a, b) => a.usableAt - b.usableAt)) {
        if (order.isReleased || order.usableAt > now) continue;
        order.isReleased = true;
        const left = this.#leftOf(order);
        this.#move(id, left, -left);
      }
      for (const voucher of vouchers) {
        if (voucher.status === 'ready' && voucher.expiresAt <= now) voucher.status = 'expired';
      }
    }
  }

  adjust(member: MemberId, value: number): void {
    this.#move(member, value, 0);
  }

  paid(member: MemberId, order: string, cents: number, now: number): void {
    const { orders } = this.people[member];
    if (orders.has(order)) return;
    const usableAt = now + PENDING_DAYS * DAY;
    orders.set(order, { cents, refunded: 0, usableAt, isReleased: false });
    this.#move(member, 0, pointsFor(cents));
  }

  refunded(member: MemberId, id: string, cents: number): void {
    const order = this.people[member].orders.get(id)!;
    const before = this.#leftOf(order);
    order.refunded = Math.min(order.cents, order.refunded + cents);
    const back = this.#leftOf(order) - before;
    if (order.isReleased) this.#move(member, back, 0);
    else this.#move(member, 0, back);
  }

  /** @returns whether it was given */
  redeem(member: MemberId, reward: string, now: number): boolean {
    const { vouchers, available } = this.people[member];
    const { cost, undoMinutes, limit = Infinity } = rewards.find(({ id }) => id === reward)!;
    const taken = vouchers.filter((one) => one.reward === reward && one.status !== 'cancelled');
    if (available < cost || taken.length >= limit || this.stock.get(reward) === 0) return false;
    this.stock.set(reward, this.stock.get(reward)! - 1);
    const lastDay = now + VALID_DAYS * DAY;
    vouchers.push({
      reward,
      cost,
      undoUntil: undoMinutes ? now + undoMinutes * MINUTE : null,
      // The last second of its day.
      expiresAt: lastDay - (lastDay % DAY) + DAY - 1_000,
      status: 'ready',
    });
    this.#move(member, -cost, 0);
    return true;
  }

  /** @returns whether it was undone */
  undo(member: MemberId, voucher: ModelVoucher, now: number): boolean {
    const isOpen = voucher.status === 'ready' && (voucher.undoUntil ?? 0) >= now;
    if (!isOpen) return false;
    voucher.status = 'cancelled';
    this.stock.set(voucher.reward, this.stock.get(voucher.reward)! + 1);
    this.#move(member, voucher.cost, 0);
    return true;
  }

  /** What is left of an order's points: what was paid back goes in proportion, rounded down. */
  #leftOf({ cents, refunded }: ModelOrder): number {
    const points = pointsFor(cents);
    return points - Math.floor((points * refunded) / cents);
  }

  #move(member: MemberId, available: number, pending: number): void {
    const person = this.people[member];
    person.available += available;
    person.pending += pending;
    this.#history.get(member)!.add(`${person.available} ${person.pending}`);
  }
}
