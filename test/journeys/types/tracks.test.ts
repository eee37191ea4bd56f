import { expect, test } from './support/stage.js';

test('the last stamp fills the card, and the gift is there', async ({ open }) => {
  const stage = await open({ programme: 'stampcard', at: '2026-11-02T10:00:00+01:00' });
  const { shop, panel } = stage;
  await shop.tell({ type: 'member.joined', name: 'Ida' });
  await stage.open('home');
  await expect(panel.dialog.getByText('Stempel: 1 von 10', { exact: true })).toBeVisible();
  for (let loaf = 0; loaf < 8; loaf++) await shop.order(450, { collections: ['bread'] });
  await stage.open('home');
  await expect(panel.dialog.getByText('Stempel: 9 von 10', { exact: true })).toBeVisible();
  expect((await shop.ledger()).track('card').doneCount ?? 0).toBe(0);

  await shop.order(450, { collections: ['bread'] });
  await stage.open('vouchers');
  await expect(panel.dialog.getByText('Ein Laib nach Wahl').first()).toBeVisible();

  const { vouchers, track, wallet } = await shop.ledger();
  const [loaf] = vouchers.filter(({ title }) => title === 'Ein Laib nach Wahl');
  expect(loaf).toMatchObject({ status: 'ready', source: { kind: 'track', id: 'card' } });
  await expect(panel.code.filter({ hasText: loaf!.code! })).toBeVisible();
  expect(track('card')).toMatchObject({ doneCount: 1, have: [{ unit: 'stamp', value: 0 }] });
  expect(wallet('stamp').lifetime).toBe(10);
});

test('whoever joins the hunt and finds them all gets the chest', async ({ open }) => {
  const stage = await open({ programme: 'games', at: '2026-11-03T10:00:00+01:00' });
  const { shop, panel } = stage;
  const find = () => shop.tell({ type: 'rule.completed', rule: 'fox' });
  await shop.tell({ type: 'member.joined', name: 'Ida' });
  await stage.open('challenges');
  await panel.dialog.getByRole('button', { name: /^Mitmachen.*Die Schatzsuche$/ }).click();
  await expect(panel.dialog.getByRole('button', { name: /^Aktion verlassen/ })).toBeVisible();
  for (let fox = 0; fox < 3; fox++) await find();
  await stage.turn('2026-11-04T10:00:00+01:00');
  await find();
  expect((await shop.ledger()).track('hunt').status).toBe('open');
  expect((await shop.ledger()).has('coin')).toBe(0);

  await find();
  await stage.open('challenges');
  await expect(panel.dialog.getByText('Geschafft', { exact: true })).toBeVisible();
  const ledger = await shop.ledger();
  expect(ledger.track('hunt').status).toBe('done');
  expect(ledger.has('coin')).toBe(150);
  // One more is the welcome.
  expect(ledger.has('spin')).toBe(2 + 1);
});

test('the first time is a badge, the third time the next, with its gift', async ({ open }) => {
  const stage = await open({ programme: 'living', at: '2026-11-03T10:00:00+01:00' });
  const { shop, panel } = stage;
  const join = () => shop.tell({ type: 'rule.completed', rule: 'workshop' });
  const badge = panel.dialog.getByRole('button', { name: /^Handgemacht/ });
  await shop.tell({ type: 'member.joined', name: 'Ida' });
  await stage.open('challenges');
  await expect(badge).not.toContainText('Ruhige Hand');
  await join();
  expect((await shop.ledger()).track('maker').step).toBe('one');
  await join();
  await stage.turn('2026-12-01T10:00:00+01:00');
  await join();

  await stage.open('challenges');
  await badge.click();
  await expect(panel.dialog.getByText('Ruhige Hand').first()).toBeVisible();
  const { track, has } = await shop.ledger();
  expect(track('maker').step).toBe('three');
  // The welcome, three workshops, and what the badge gives.
  expect(has('key')).toBe(1 + 3 * 2 + 2);
});

test('XP lift the level, and nobody can spend them', async ({ open }) => {
  const stage = await open({ programme: 'sports', at: '2026-11-03T10:00:00+01:00' });
  const { shop, panel } = stage;
  await shop.tell({ type: 'member.joined', name: 'Ida' });
  await stage.open('home');
  await expect(panel.dialog.getByText('Level 1: Warmlaufen').first()).toBeVisible();
  await shop.order(27_500);

  await stage.open('home');
  await expect(panel.dialog.getByText('Level 2: Eingelaufen').first()).toBeVisible();
  const { track, has, wallet, vouchers } = await shop.ledger();
  expect(track('level').step).toBe('l2');
  expect(wallet('xp')).toMatchObject({ available: 50 + 550, spent: 0 });
  expect([has('letter'), has('freeze'), has('stride')]).toEqual([1, 1, 275]);
  expect(vouchers.map(({ title }) => title)).toEqual(['Laufsocken']);
});

test('the milestone pays once it is reached, and only once', async ({ open }) => {
  const stage = await open({ programme: 'surprises', at: '2026-11-03T10:00:00+01:00' });
  const { shop, panel } = stage;
  for (let book = 0; book < 4; book++) await shop.order(1_000);
  expect((await shop.ledger()).has('page')).toBe(4 * 40);
  await shop.order(1_000);
  expect((await shop.ledger()).has('page')).toBe(5 * 40 + 150);
  await shop.order(1_000);

  await stage.open('challenges');
  await expect(panel.dialog.getByText('Ein Stapel').first()).toBeVisible();
  await stage.show('activity');
  await expect(panel.dialog.getByText('+150').first()).toBeVisible();
  const { has, track } = await shop.ledger();
  expect(has('page')).toBe(6 * 40 + 150);
  expect(track('shelf').step).toBe('b5');
});
