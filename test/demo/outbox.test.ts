import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EndpointClient } from '../../demo/shop/endpoint-client.js';
import { type Outbox, type ShopEvent, createOutbox } from '../../demo/shop/loyalty-events.js';

const checkIn = (id: string): ShopEvent => ({
  id,
  type: 'check-in',
  at: '2026-11-22T09:00:00Z',
  member: 'c_near',
});

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Bench {
  outbox: Outbox;
  posted: string[];
  pauses: number[];
  /** The answers to come; when none is left, 200. */
  answers: (number | 'lost')[];
  wake: () => Promise<void>;
}

const bench = (...answers: (number | 'lost')[]): Bench => {
  const posted: string[] = [];
  const pauses: number[] = [];
  const tasks: (() => void)[] = [];
  const client: EndpointClient = {
    get: () => Promise.reject(new Error('not used')),
    post: (_path, body) => {
      posted.push((body as ShopEvent).id);
      const answer = answers.shift() ?? 200;
      return answer === 'lost'
        ? Promise.reject(new Error('lost'))
        : Promise.resolve(new Response('{}', { status: answer }));
    },
  };
  const later = (task: () => void, ms: number): void => {
    tasks.push(task);
    pauses.push(ms);
  };
  const wake = async (): Promise<void> => {
    tasks.shift()?.();
    await settle();
  };
  return { outbox: createOutbox({ client, later }), posted, pauses, answers, wake };
};

test('an event is delivered at once', async () => {
  const { outbox, posted } = bench();
  assert.equal(await outbox.send(checkIn('a')), 'delivered');
  assert.deepEqual(posted, ['a']);
});

test('a lost event is tried again with the same id and growing pauses', async () => {
  const { outbox, posted, pauses, wake } = bench('lost', 503, 401);
  assert.equal(await outbox.send(checkIn('a')), 'waiting');
  await wake();
  await wake();
  assert.equal(outbox.waiting.length, 1);
  await wake();
  assert.deepEqual(posted, ['a', 'a', 'a', 'a']);
  assert.deepEqual(pauses, [1_000, 3_000, 10_000]);
  assert.equal(outbox.waiting.length, 0);
});

test('a later event never overtakes an earlier one', async () => {
  const { outbox, posted, wake } = bench('lost');
  await outbox.send(checkIn('paid'));
  assert.equal(await outbox.send(checkIn('refunded')), 'waiting');
  assert.deepEqual(posted, ['paid']);
  await wake();
  assert.deepEqual(posted, ['paid', 'paid', 'refunded']);
});

test('an event that is wrong in itself does not hold up the others', async (t) => {
  t.mock.method(console, 'warn', () => undefined);
  const { outbox } = bench(422);
  assert.equal(await outbox.send(checkIn('bad')), 'rejected');
  assert.equal(await outbox.send(checkIn('good')), 'delivered');
  assert.deepEqual(
    outbox.rejected.map(({ id }) => id),
    ['bad'],
  );
});

test('many at once are each delivered once', async () => {
  const { outbox, posted } = bench();
  const ids = ['a', 'b', 'c', 'd'];
  const deliveries = await Promise.all(ids.map((id) => outbox.send(checkIn(id))));
  assert.deepEqual(posted, ids);
  assert.deepEqual([...new Set(deliveries)], ['delivered']);
});
