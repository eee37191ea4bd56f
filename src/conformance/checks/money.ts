import { Outcome, RedeemResult } from '../../contract/schema/documents.js';
import { documentOf, problemOf, type Answer } from '../answer.js';
import { expect, need, NotApplicable, type Check } from '../check.js';
import type { Endpoint } from '../endpoint.js';

/** That nothing is spent twice, whatever goes wrong on the way. */

/** How many at once: more than a connection pool, fewer than a rate limit. */
const MANY = 50;

const times = <Value>(make: (index: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: MANY }, (_, index) => make(index)));

/** The answers among them that gave something. */
const given = (answers: readonly Answer[]) =>
  answers
    .filter(({ status }) => status === 200 || status === 202)
    .map((answer) => documentOf(answer, RedeemResult, 'redemption', [200, 202]));

const different = (values: readonly unknown[]): number => new Set(values).size;

/** How much a member can still take, in whole rewards. */
async function affordable(endpoint: Endpoint, member: string): Promise<number> {
  const { unit, value } = await endpoint.reward();
  return Math.floor((await endpoint.balanceOf(member, unit)) / value);
}

const isReplay = ({ headers }: Answer): boolean =>
  headers.get('Idempotency-Replayed')?.toLowerCase() === 'true';

export const money: readonly Check[] = [
  {
    id: 'key-missing',
    section: '6',
    must: 'Without an Idempotency-Key nothing is taken',
    remedy: 'Answer 400 idempotency-key-missing before anything happens.',
    async run(endpoint) {
      const { member } = endpoint.target;
      const { id, unit } = await endpoint.reward();
      const before = await endpoint.balanceOf(member, unit);
      const path = `/rewards/${encodeURIComponent(id)}/redeem`;
      const answer = await endpoint.ask('POST', path, { as: member, body: {} });
      expect((await endpoint.balanceOf(member, unit)) === before, 'the balance has changed');
      problemOf(answer, 'idempotency-key-missing');
    },
  },
  {
    id: 'redeem',
    section: '4',
    must: 'A redemption costs its price, gives a voucher, and says what has changed',
    remedy: 'Answer {voucher, changes}, with the whole wallet as it is now.',
    async run(endpoint) {
      const { member } = endpoint.target;
      const { unit, value } = await endpoint.reward();
      const before = await endpoint.balanceOf(member, unit);
      const { voucher, changes } = await endpoint.redemption();
      const { wallets, vouchers } = await endpoint.stateOf(member);
      const after = wallets.find((wallet) => wallet.unit === unit)?.available;
      expect(after === before - value, `${before} − ${value} became ${after}`);
      const told = changes.wallets?.find((wallet) => wallet.unit === unit)?.available;
      expect(told === after, `the answer says ${told}, and the balance is ${after}`);
      expect(
        vouchers.some(({ id }) => id === voucher.id),
        'the voucher is not among the member’s',
      );
    },
  },
  {
    id: 'one-key',
    section: '6',
    must: `${MANY} parallel calls with one key are one redemption`,
    remedy:
      'Write the key and the spend in one transaction, with the key unique; the others wait for the ' +
      'first or are told 409 idempotency-key-in-progress.',
    async run(endpoint) {
      const { member } = endpoint.target;
      const { unit, value } = await endpoint.reward();
      const before = await endpoint.balanceOf(member, unit);
      need(before >= value, `"${member}" has ${before} ${unit}, and the reward costs ${value}`);
      const key = endpoint.newKey();
      const answers = await times(() => endpoint.redeem(member, key));
      const after = await endpoint.balanceOf(member, unit);
      expect(after === before - value, `${before} − ${value} became ${after}`);
      const ids = given(answers).map(({ voucher }) => voucher.id);
      expect(different(ids) === 1, `${different(ids)} vouchers came of one key`);
      for (const answer of answers) {
        if (answer.status !== 200 && answer.status !== 202) {
          problemOf(answer, 'idempotency-key-in-progress');
        }
      }
    },
  },
  {
    id: 'replay',
    section: '6',
    must: 'The same request again gets the first answer again',
    remedy: 'Store status and body with the key; send them again with Idempotency-Replayed: true.',
    async run(endpoint) {
      const { member } = endpoint.target;
      const key = endpoint.newKey();
      await affordableOnce(endpoint, member);
      const first = await endpoint.redeem(member, key);
      const again = await endpoint.redeem(member, key);
      expect(again.status === first.status, `${first.status} became ${again.status}`);
      expect(
        JSON.stringify(JSON.parse(again.text)) === JSON.stringify(JSON.parse(first.text)),
        'the second answer differs from the first',
      );
      expect(isReplay(again), 'Idempotency-Replayed is not true');
      expect(!isReplay(first), 'the first answer already says that it is a replay');
    },
  },
  {
    id: 'key-quoted',
    section: '6',
    must: 'A key means the same quoted and bare',
    remedy: 'Read the header as a structured-field string; take it without quotes too.',
    async run(endpoint) {
      const { member } = endpoint.target;
      const key = endpoint.newKey();
      await affordableOnce(endpoint, member);
      const quoted = await endpoint.redeem(member, `"${key}"`);
      const bare = await endpoint.redeem(member, key);
      const ids = given([quoted, bare]).map(({ voucher }) => voucher.id);
      expect(ids.length === 2, `they were answered with ${quoted.status} and ${bare.status}`);
      expect(different(ids) === 1, 'they made two vouchers');
    },
  },
  {
    id: 'key-reused',
    section: '6',
    must: 'A key that was used for something else is refused',
    remedy: 'Keep a hash of method, path and body with the key; answer 422 idempotency-key-reused.',
    async run(endpoint) {
      const { member } = endpoint.target;
      const { unit } = await endpoint.reward();
      await affordableOnce(endpoint, member);
      const key = endpoint.newKey();
      await endpoint.redeem(member, key);
      const before = await endpoint.balanceOf(member, unit);
      const other = await endpoint.redeem(member, key, { body: { choice: 'conformance' } });
      expect((await endpoint.balanceOf(member, unit)) === before, 'the balance has changed');
      problemOf(other, 'idempotency-key-reused');
    },
  },
  {
    id: 'key-per-member',
    section: '6',
    must: 'Two members may have the same key',
    remedy: 'Keep keys by the token’s subject: a guessed key must not show another’s answer.',
    async run(endpoint) {
      const { member, other } = endpoint.target;
      await affordableOnce(endpoint, member);
      await affordableOnce(endpoint, other);
      const key = endpoint.newKey();
      const answers = [await endpoint.redeem(member, key), await endpoint.redeem(other, key)];
      const ids = given(answers).map(({ voucher }) => voucher.id);
      expect(
        different(ids) === 2,
        `the second was answered with ${answers[1]?.status}: the first’s`,
      );
    },
  },
  {
    id: 'many-keys',
    section: '6',
    must: `${MANY} parallel calls with keys of their own take no more than there is`,
    remedy: 'Lock the balance’s row while it is read and written, or write with a condition.',
    async run(endpoint) {
      const { other } = endpoint.target;
      const { unit, value } = await endpoint.reward();
      const possible = await affordable(endpoint, other);
      if (possible < 1 || possible >= MANY) {
        throw new NotApplicable(
          `"${other}" can take the reward ${possible} times; give a balance for 1 to ${MANY - 1}`,
        );
      }
      const before = await endpoint.balanceOf(other, unit);
      const answers = await times(() => endpoint.redeem(other, endpoint.newKey()));
      const got = given(answers);
      const after = await endpoint.balanceOf(other, unit);
      expect(after >= 0, `the balance is ${after}`);
      expect(
        after === before - got.length * value,
        `${got.length} redemptions of ${value} turned ${before} into ${after}`,
      );
      expect(got.length >= 1, 'not one was given although the balance sufficed');
      const codes = got.map(({ voucher }) => voucher.code).filter((code) => code);
      expect(different(codes) === codes.length, 'one code was given twice');
      for (const answer of answers) {
        if (answer.status === 200 || answer.status === 202) continue;
        const { status, request } = answer;
        expect(status === 409 || status === 429, `${request} was answered with ${status}`);
        problemOf(answer);
      }
    },
  },
  {
    id: 'short',
    section: '5',
    must: 'Who has too little is told so, and keeps it',
    remedy: 'Answer 409 insufficient-balance, with an availability where you can.',
    async run(endpoint) {
      const { other } = endpoint.target;
      const { unit, value } = await endpoint.reward();
      const before = await endpoint.balanceOf(other, unit);
      need(before < value, `"${other}" still has enough`);
      const answer = await endpoint.redeem(other, endpoint.newKey());
      problemOf(answer, 'insufficient-balance', 'limit-reached', 'not-eligible', 'sold-out');
      expect((await endpoint.balanceOf(other, unit)) === before, 'the balance has changed');
    },
  },
  {
    id: 'undo-once',
    section: '4',
    must: `${MANY} parallel undos give back once`,
    remedy:
      'Change the voucher’s status and the balance in one transaction, with the voucher locked.',
    async run(endpoint) {
      await endpoint.announced('cancel');
      const { member } = endpoint.target;
      const { unit, value } = await endpoint.reward();
      const { voucher } = await endpoint.redemption();
      need(voucher.undoUntil, 'the reward cannot be undone');
      const before = await endpoint.balanceOf(member, unit);
      const path = `/vouchers/${encodeURIComponent(voucher.id)}/cancel`;
      const answers = await times(() =>
        endpoint.ask('POST', path, { as: member, key: endpoint.newKey() }),
      );
      const after = await endpoint.balanceOf(member, unit);
      expect(after === before + value, `${before} + ${value} became ${after}`);
      const good = answers.filter(({ status }) => status === 200);
      expect(good.length >= 1, 'no undo was answered with 200');
      for (const answer of good) documentOf(answer, Outcome, 'outcome');
    },
  },
  {
    id: 'own-invitation',
    section: '9',
    must: 'Nobody invites themselves',
    remedy: 'Refuse a claim of the member’s own code, and give nothing.',
    async run(endpoint) {
      await endpoint.announced('invites');
      const { member } = endpoint.target;
      const before = await endpoint.stateOf(member);
      const code = need(before.referral?.code, `"${member}" has no code to invite with`);
      const answer = await endpoint.ask('POST', '/referral/claims', {
        as: member,
        key: endpoint.newKey(),
        body: { code },
      });
      expect(answer.status >= 400 && answer.status < 500, `it was answered with ${answer.status}`);
      problemOf(answer);
      const after = await endpoint.stateOf(member);
      expect(
        JSON.stringify(after.wallets) === JSON.stringify(before.wallets),
        'the balance has changed',
      );
    },
  },
  {
    id: 'get-changes-nothing',
    section: '4',
    must: 'Reading changes nothing',
    remedy: 'Serve writes under their own method; answer 404 or 405 to a GET there.',
    async run(endpoint) {
      const { member } = endpoint.target;
      const { id, unit } = await endpoint.reward();
      const before = await endpoint.balanceOf(member, unit);
      const path = `/rewards/${encodeURIComponent(id)}/redeem`;
      const answer = await endpoint.ask('GET', path, { as: member, key: endpoint.newKey() });
      expect((await endpoint.balanceOf(member, unit)) === before, 'the balance has changed');
      expect(answer.status >= 400 && answer.status < 500, `it was answered with ${answer.status}`);
    },
  },
];

/** @throws NotApplicable unless the member can take the reward once more */
async function affordableOnce(endpoint: Endpoint, member: string): Promise<void> {
  const { value, unit } = await endpoint.reward();
  need(
    (await affordable(endpoint, member)) >= 1,
    `"${member}" has less than ${value} ${unit} left`,
  );
}
