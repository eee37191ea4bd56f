import { randomUUID } from 'node:crypto';
import { newMember, redeem, vouchersOf, walletOf } from './support/shop.js';
import { expect, test } from '@playwright/test';

const TIMES = 50;
const FOR_ONE = 400;

const tally = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

/** One voucher, paid for once. */
async function expectOneVoucher(member: string): Promise<void> {
  expect(await vouchersOf(member)).toHaveLength(1);
  expect(await walletOf(member)).toMatchObject({ available: 0, spent: 500 });
}

test('fifty times the same key at once: one voucher, and everybody who hears of one hears of that', async () => {
  const member = await newMember(FOR_ONE);
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: TIMES }, () => redeem(member, 'off5', key)),
  );
  const given = answers.filter(({ status }) => status === 200 || status === 201);
  expect(given.length).toBeGreaterThan(0);
  expect(new Set(given.map(({ body }) => body.voucher?.id)).size).toBe(1);
  const fresh = given.filter(({ headers }) => headers.get('idempotency-replayed') !== 'true');
  expect(fresh).toHaveLength(1);
  // Whoever came while the first was still at work is asked to come again; nobody is refused.
  const others = answers.filter((answer) => !given.includes(answer));
  expect(new Set(others.map(({ body }) => body.code))).toEqual(
    new Set(others.length ? ['idempotency-key-in-progress'] : []),
  );
  await expectOneVoucher(member);
});

test('fifty keys at once on a balance for one: one voucher, forty-nine refusals', async () => {
  const member = await newMember(FOR_ONE);
  const answers = await Promise.all(Array.from({ length: TIMES }, () => redeem(member, 'off5')));
  expect(tally(answers.map(({ status, body }) => (status < 300 ? 'given' : body.code)))).toEqual({
    given: 1,
    'insufficient-balance': TIMES - 1,
  });
  await expectOneVoucher(member);
});
