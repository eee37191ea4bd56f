import type { ProgrammeDoc } from '../../../src/server/engines/ledger/programme/file.js';
import { expect, test } from './support/stage.js';

const pages = { unit: 'page', value: 300 };

/** One of the prizes that the birthday's pool has, so that the day is the same each time. */
function pagesForBirthday({ rules }: ProgrammeDoc): void {
  const birthday = rules.find(({ id }) => id === 'birthday')!;
  birthday.grants = [{ kind: 'unit', amount: pages }];
}

test('on the birthday a gift waits to be opened', async ({ open }) => {
  const stage = await open({
    programme: 'surprises',
    at: '2026-11-20T10:00:00+01:00',
    change: pagesForBirthday,
  });
  const { shop, panel } = stage;
  await shop.tell({ type: 'member.joined', name: 'Ida', birthday: { month: 12, day: 6 } });
  await stage.turn('2026-12-05T23:59:00+01:00');
  expect((await shop.ledger()).vouchers).toEqual([]);

  await stage.turn('2026-12-06T00:01:00+01:00');
  const [gift, ...others] = (await shop.ledger()).vouchers;
  expect(others).toEqual([]);
  expect(gift).toMatchObject({ source: { kind: 'gift' }, seenAt: null });
  await stage.open('vouchers');
  await expect(panel.dialog.getByText(gift!.title).first()).toBeVisible();
  await expect.poll(async () => (await shop.ledger()).vouchers[0]?.seenAt).toBeTruthy();
  await stage.turn('2026-12-07T10:00:00+01:00');
  const { vouchers, has } = await shop.ledger();
  expect(vouchers).toHaveLength(1);
  expect(has('page')).toBe(pages.value);
});

test('a surprise opens itself once, and never again', async ({ open }) => {
  const stage = await open({ programme: 'surprises', at: '2026-11-20T10:00:00+01:00' });
  const { shop, panel, page } = stage;
  await shop.tell({ type: 'rule.completed', rule: 'back' });
  const [gift] = (await shop.ledger()).vouchers;
  expect(gift).toMatchObject({ source: { kind: 'gift' }, seenAt: null });
  await stage.open('vouchers');
  const box = page.locator('loyalty-gift-box');
  await expect(box).toBeAttached();
  await expect.poll(async () => (await shop.ledger()).vouchers[0]?.seenAt).toBeTruthy();
  await expect(panel.code).toHaveText(gift!.code!);

  await stage.open('vouchers');
  await expect(panel.code).toHaveText(gift!.code!);
  await expect(box).toHaveCount(0);
  expect((await shop.ledger()).vouchers).toMatchObject([{ id: gift!.id, status: 'ready' }]);
});
