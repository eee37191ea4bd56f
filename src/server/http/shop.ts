import { z } from 'zod';
import { Refusal, type LoyaltyEngine } from '../engine.js';
import { ShopEvent, VoucherClaim, type ShopEventResult } from '../shop/schema.js';
import { PAGE_BODY_BYTES, readJson } from './body.js';
import { param, type Handler, type Resource } from './call.js';
import type { Programme } from './programme.js';
import { HttpRefusal, invalid, type Fault } from './refusal.js';
import { json } from './reply.js';
import { bearer } from './token.js';
import { tokenInvalid, tokenMissing } from './token-refusal.js';
import { faultsOf, parse, pointerTo } from './validate.js';

/** The shop's own API: what its server reports, and what its checkout asks. Never for a page. */

/** The most events in one request. */
const BATCH = 500;
/** Room for a full batch of orders with many lines, in bytes. */
const SHOP_BODY_BYTES = 2 * 1024 * 1024;
/** How far ahead the shop's clock may be, in milliseconds. */
const AHEAD = 60_000;

const Batch = z.object({
  events: z.array(z.unknown()).min(1).max(BATCH, `expected at most ${BATCH} events`),
});

/** @throws HttpRefusal `token-missing`, `token-invalid` */
export async function checkShop(request: Request, programme: Programme): Promise<void> {
  const secret = bearer(request);
  if (secret === null) {
    throw tokenMissing(
      'The shop API needs the shop’s secret: Authorization: Bearer, then the secret.',
    );
  }
  if (!(await programme.checkSecret(secret))) {
    throw tokenInvalid('This is not a secret of this programme’s shop API.');
  }
}

interface Reading {
  readonly events: readonly ShopEvent[];
  readonly faults: readonly Fault[];
}

/** @param path where the event stands in the body */
function readEvent(value: unknown, path: readonly PropertyKey[], now: number): Reading {
  const pointer = (inner: readonly PropertyKey[]) => pointerTo([...path, ...inner]);
  const reading = ShopEvent.safeParse(value);
  if (!reading.success) return { events: [], faults: faultsOf(reading.error, pointer) };
  const event = reading.data;
  if (event.at !== undefined && Date.parse(event.at) > now + AHEAD) {
    const detail = 'expected a time that is not more than a minute ahead';
    return { events: [], faults: [{ detail, pointer: pointer(['at']) }] };
  }
  return { events: [event], faults: [] };
}

/** One event, or `{events}`; told apart by that field alone. */
function readEvents(body: unknown, now: number): Reading & { isBatch: boolean } {
  const isBatch = typeof body === 'object' && body !== null && 'events' in body;
  if (!isBatch) return { isBatch, ...readEvent(body, [], now) };
  const batch = Batch.safeParse(body);
  if (!batch.success) return { isBatch, events: [], faults: faultsOf(batch.error) };
  const readings = batch.data.events.map((event, index) =>
    readEvent(event, ['events', index], now),
  );
  return {
    isBatch,
    events: readings.flatMap(({ events }) => events),
    faults: readings.flatMap(({ faults }) => faults),
  };
}

/**
 * Counts events one after the other, since an order comes before its refund.
 * @throws Refusal of the engine; in a batch it names the event, and what came before stays counted
 */
async function count(
  engine: LoyaltyEngine,
  events: readonly ShopEvent[],
  isBatch: boolean,
): Promise<ShopEventResult[]> {
  const results: ShopEventResult[] = [];
  for (const [index, event] of events.entries()) {
    try {
      const { id, counted, refusedCodes, refusedReferral } = await engine.shopEvent(event);
      results.push({
        id,
        counted,
        ...(refusedCodes ? { refusedCodes } : {}),
        ...(refusedReferral ? { refusedReferral } : {}),
      });
    } catch (error) {
      if (!isBatch || !(error instanceof Refusal)) throw error;
      const detail =
        `${error.message} The events before this one are counted; the whole request can be sent ` +
        'again, since none counts twice.';
      const place = pointerTo(['events', index]);
      const faults = error.extra.errors ?? [{ detail: error.message, pointer: '' }];
      throw new HttpRefusal(error.code, detail, {
        ...error.extra,
        errors: faults.map((fault) => ({ ...fault, pointer: `${place}${fault.pointer}` })),
      });
    }
  }
  return results;
}

const events: Handler = async ({ request, programme, now }) => {
  const body = await readJson(request, SHOP_BODY_BYTES);
  const { isBatch, events, faults } = readEvents(body, now);
  if (faults.length > 0) throw invalid('Nothing was counted: the request does not fit', faults);
  const results = await count(programme.engine, events, isBatch);
  return json(isBatch ? { results } : results[0]);
};

const voucher: Handler = async (call) => {
  const found = await call.programme.engine.shopVoucher(param(call, 'code'));
  if (!found) throw new HttpRefusal('not-found', 'There is no voucher with this code.');
  return json(found);
};

/** What the page for paying is about. */
const purchase: Handler = async (call) => {
  const { engine } = call.programme;
  if (!engine.shopPurchase) throw notKept('sells nothing for money');
  const found = await engine.shopPurchase(param(call, 'voucher'), call.locale);
  if (!found) throw new HttpRefusal('not-found', 'Nothing is paid for under this voucher.');
  return json(found);
};

const purchases: Handler = async (call) => {
  const { engine } = call.programme;
  if (!engine.shopPurchases) throw notKept('sells nothing for money');
  return json({ items: await engine.shopPurchases(param(call, 'member'), call.locale) });
};

/** How many forms are read at once when nothing else is said. */
const ANSWERS = 50;

const answers: Handler = async ({ programme, query }) => {
  const { engine } = programme;
  if (!engine.answers) throw notKept('keeps no answers');
  const { limit = ANSWERS, cursor, rule } = query;
  return json(await engine.answers({ limit, cursor, rule }));
};

const notKept = (what: string): HttpRefusal =>
  new HttpRefusal('not-supported', `The engine of this programme ${what}.`);

/** A checkout takes a code for its order, or gives it back. */
const claim =
  (act: 'useVoucher' | 'releaseVoucher'): Handler =>
  async (call) => {
    const { member, order } = parse(VoucherClaim, await readJson(call.request, PAGE_BODY_BYTES));
    return json(await call.programme.engine[act](param(call, 'code'), member, order));
  };

export const shopResources: readonly Resource[] = [
  { name: 'shopEvents', method: 'POST', path: '/shop/events', access: 'shop', handler: events },
  {
    name: 'shopPurchase',
    method: 'GET',
    path: '/shop/purchases/{voucher}',
    access: 'shop',
    handler: purchase,
  },
  {
    name: 'shopPurchases',
    method: 'GET',
    path: '/shop/members/{member}/purchases',
    access: 'shop',
    handler: purchases,
  },
  { name: 'shopAnswers', method: 'GET', path: '/shop/answers', access: 'shop', handler: answers },
  {
    name: 'shopVoucher',
    method: 'GET',
    path: '/shop/vouchers/{code}',
    access: 'shop',
    handler: voucher,
  },
  {
    name: 'shopVoucherUse',
    method: 'POST',
    path: '/shop/vouchers/{code}/use',
    access: 'shop',
    handler: claim('useVoucher'),
  },
  {
    name: 'shopVoucherRelease',
    method: 'POST',
    path: '/shop/vouchers/{code}/release',
    access: 'shop',
    handler: claim('releaseVoucher'),
  },
];
