import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { productById, variantOf } from '../../demo/shop/products.js';
import { momentsOf, PastFile, type Moment } from '../../src/sandbox/pasts.js';
import type { ShopEvent } from '../../src/server/shop/schema.js';

const file = PastFile.parse(
  JSON.parse(
    await readFile(new URL('../../demo/programmes/oak.members.json', import.meta.url), 'utf8'),
  ),
);
const now = new Date('2026-11-22T09:30:00Z');
const eventsOn = (day: Date): ShopEvent[] =>
  momentsOf(file, day, 'Europe/Vienna').flatMap((moment: Moment) =>
    'event' in moment ? [moment.event] : [],
  );
const events = eventsOn(now);
const timeOf = ({ at }: ShopEvent): number => Date.parse(at ?? '');
const year = 365 * 86_400_000;

const spentLastYear = (member: string): number =>
  events.reduce((sum, event) => {
    const counts =
      event.type === 'order.paid' &&
      event.member === member &&
      now.getTime() - timeOf(event) < year;
    return counts ? sum + event.order.total : sum;
  }, 0);

test('events lie in the past, in order, each with its own id', () => {
  assert.equal(new Set(events.map(({ id }) => id)).size, events.length);
  const times = events.map(timeOf);
  assert.deepEqual(
    times,
    [...times].sort((a, b) => a - b),
  );
  assert.ok(times.every((time) => time < now.getTime()));
});

test('everybody joins before they do anything', () => {
  for (const member of new Set(events.map((event) => event.member))) {
    assert.equal(events.find((event) => event.member === member)?.type, 'member.joined');
  }
});

test('an order costs what its lines cost, at the prices of the shop', () => {
  for (const event of events) {
    if (event.type !== 'order.paid') continue;
    for (const { product: id, variant = '', qty, total, collections } of event.order.lines) {
      const product = productById(id);
      assert.equal(total, (product && variantOf(product, variant)?.choice.price)! * qty);
      assert.deepEqual(collections, product?.collections);
    }
    const lines = event.order.lines.reduce((sum, line) => sum + line.total, 0);
    assert.equal(event.order.total, lines);
  }
});

test('the members stand where their stories say', () => {
  assert.equal(spentLastYear('c_new'), 0);
  assert.equal(spentLastYear('c_near'), 45_290);
  assert.ok(spentLastYear('c_top') > 185_000 && spentLastYear('c_top') < 195_000);
  assert.equal(spentLastYear('c_empty'), 0);
  assert.ok(spentLastYear('c_rich') > 100_000);
});

test('seeding on another day gives the same ids', () => {
  const later = eventsOn(new Date('2027-02-01T23:59:00Z'));
  assert.deepEqual(later.map(({ id }) => id).sort(), events.map(({ id }) => id).sort());
});

test('a streak holds whatever the hour', () => {
  const midnight = new Date('2026-11-22T23:10:00Z');
  const days = eventsOn(midnight)
    .filter(({ member, type }) => member === 'c_near' && type === 'check-in')
    .map(({ at }) => at?.slice(0, 10));
  assert.deepEqual(days, ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']);
});

test('what happened today has happened already, also just after midnight', () => {
  const justAfter = new Date('2026-11-21T23:00:05Z');
  const joined = eventsOn(justAfter).find(({ member }) => member === 'c_new');
  assert.ok(joined && timeOf(joined) >= Date.parse('2026-11-21T23:00:00Z'));
  assert.ok(timeOf(joined) < justAfter.getTime());
});
