import type { EndpointClient } from './endpoint-client.js';

interface EventBase {
  /** Names the fact, not the delivery: sent twice, it counts once. */
  id: string;
  at: string;
  member: string;
}

/** An order as the loyalty programme sees it. Amounts are cents, after discounts, without shipping. */
export interface PaidOrder {
  id: string;
  currency: 'EUR';
  total: number;
  lines: {
    product: string;
    variant: string;
    collections: readonly string[];
    qty: number;
    total: number;
  }[];
  codes: string[];
  channel: 'web';
}

/** What the shop tells the loyalty endpoint. */
export type ShopEvent =
  | (EventBase & { type: 'member.joined'; name: string })
  | (EventBase & { type: 'order.paid'; order: PaidOrder })
  | (EventBase & { type: 'order.refunded'; order: { id: string } })
  | (EventBase & { type: 'review.published'; product: string })
  | (EventBase & { type: 'plan.paid'; voucher: string })
  | (EventBase & { type: 'plan.cancelled'; voucher: string; ends: 'renewal' | 'now' })
  | (EventBase & { type: 'check-in' });

/** How the first attempt to deliver an event went. */
export type Delivery = 'delivered' | 'waiting' | 'rejected';

/** Keeps events until the endpoint has taken them. */
export interface Outbox {
  /** Answers after the first attempt; what could not be delivered is tried again by itself. */
  send(event: ShopEvent): Promise<Delivery>;
  /** Events still to be delivered, oldest first. */
  readonly waiting: readonly ShopEvent[];
  /** Events the endpoint will never take; kept for whoever looks after the shop. */
  readonly rejected: readonly ShopEvent[];
}

/** Pauses between attempts in milliseconds; the last one repeats. */
const pauses = [1_000, 3_000, 10_000, 30_000, 120_000, 300_000];

/** A retry cannot heal these: the event itself is wrong. */
const hopeless = new Set([400, 409, 413, 415, 422]);

interface OutboxOptions {
  client: EndpointClient;
  /** Runs a task later. A parameter so that tests need not wait. */
  later?: (task: () => void, ms: number) => void;
}

const laterUnref = (task: () => void, ms: number): void => {
  setTimeout(task, ms).unref();
};

/**
 * Makes an outbox. Delivery is strictly in order, because a refund that overtakes its order
 * would take back points that were never given.
 */
export function createOutbox({ client, later = laterUnref }: OutboxOptions): Outbox {
  const waiting: ShopEvent[] = [];
  const rejected: ShopEvent[] = [];
  let failures = 0;
  let resting = false;
  let running: Promise<void> | null = null;

  const attempt = async (event: ShopEvent): Promise<Delivery> => {
    try {
      const response = await client.post('/shop/events', event);
      await response.body?.cancel();
      if (response.ok) return 'delivered';
      return hopeless.has(response.status) ? 'rejected' : 'waiting';
    } catch {
      return 'waiting';
    }
  };

  const drain = async (): Promise<void> => {
    for (let event = waiting[0]; event; event = waiting[0]) {
      const delivery = await attempt(event);
      if (delivery === 'waiting') {
        rest();
        return;
      }
      failures = 0;
      waiting.shift();
      if (delivery === 'rejected') {
        rejected.push(event);
        console.warn(`The loyalty endpoint rejected the event ${event.id}.`);
      }
    }
  };

  const run = (): Promise<void> => {
    running ??= drain().finally(() => {
      running = null;
    });
    return running;
  };

  const rest = (): void => {
    const pause = pauses[Math.min(failures, pauses.length - 1)] ?? 1_000;
    failures += 1;
    resting = true;
    later(() => {
      resting = false;
      void run();
    }, pause);
  };

  return {
    waiting,
    rejected,
    async send(event) {
      waiting.push(event);
      if (!resting) await run();
      // An event pushed while the last run was ending is not in that run.
      if (!resting && waiting.includes(event)) await run();
      if (waiting.includes(event)) return 'waiting';
      return rejected.includes(event) ? 'rejected' : 'delivered';
    },
  };
}
