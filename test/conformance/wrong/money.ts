import { randomUUID } from 'node:crypto';
import {
  asking,
  before,
  document,
  header,
  inside,
  instead,
  is,
  isRedemption,
  keyOf,
  path,
  set,
  type Wrong,
  type Json,
} from './make.js';

/** Nothing twice. */

export const money: readonly Wrong[] = [
  {
    is: 'makes up a key where there is none',
    caughtBy: 'key-missing',
    make: before(
      (r) => isRedemption(r) && r.method === 'POST' && keyOf(r) === '',
      (r) => asking(r, { 'Idempotency-Key': randomUUID() }),
    ),
  },
  {
    is: 'does not say what has changed',
    caughtBy: 'redeem',
    make: document(
      isRedemption,
      inside('changes', ({ rev }) => ({ rev })),
    ),
  },
  {
    is: 'pays no heed to the key',
    caughtBy: 'one-key',
    make: before(
      (r) => isRedemption(r) && keyOf(r) !== '',
      (r) => asking(r, { 'Idempotency-Key': randomUUID() }),
    ),
  },
  {
    is: 'does not say that an answer is an old one',
    caughtBy: 'replay',
    make: header({ 'Idempotency-Replayed': null }),
  },
  {
    is: 'takes quotes for a part of the key',
    caughtBy: 'key-quoted',
    make: before(
      (r) => isRedemption(r) && !r.headers.get('Idempotency-Key')?.startsWith('"'),
      (r) => asking(r, { 'Idempotency-Key': `${keyOf(r)}-bare` }),
    ),
  },
  {
    is: 'takes a key again for another body',
    caughtBy: 'key-reused',
    make: before(
      (r) => isRedemption(r) && keyOf(r) !== '',
      async (r) =>
        asking(r, { 'Idempotency-Key': `${keyOf(r)}-${(await r.clone().text()).length}` }),
    ),
  },
  {
    is: 'keeps keys of all members in one table',
    caughtBy: 'key-per-member',
    make: (right) => {
      const answers = new Map<string, Promise<Response>>();
      return async (request) => {
        if (!isRedemption(request) || keyOf(request) === '') return right(request);
        const key = keyOf(request);
        const answer = answers.get(key) ?? right(request);
        answers.set(key, answer);
        return (await answer).clone();
      };
    },
  },
  {
    is: 'gives everybody the same code',
    caughtBy: 'many-keys',
    make: document(isRedemption, (body) =>
      'voucher' in body ? inside('voucher', set('code', 'SAVE5'))(body) : body,
    ),
  },
  {
    is: 'reads the balance before the others have written theirs',
    caughtBy: 'many-keys',
    make: (right) => {
      let good: Response | undefined;
      return async (request) => {
        const response = await right(request);
        if (!isRedemption(request)) return response;
        if (response.status === 200) good ??= response.clone();
        return response.status === 409 && good ? good.clone() : response;
      };
    },
  },
  {
    is: 'calls too little a mistake of the form',
    caughtBy: 'short',
    after: ['many-keys'],
    make: document(isRedemption, (body) =>
      body['code'] === 'insufficient-balance' ? { ...body, code: 'validation-failed' } : body,
    ),
  },
  {
    is: 'gives back once for every press',
    caughtBy: 'undo-once',
    make: (right) => {
      let presses = 0;
      const richer = document(
        is('/bootstrap'),
        inside('me', (me) => ({
          ...me,
          wallets: (me['wallets'] as Json[]).map((wallet) => ({
            ...wallet,
            available: Number(wallet['available']) + 100 * presses,
          })),
        })),
      );
      return (request) => {
        if (path(request).endsWith('/cancel')) presses += 1;
        return richer(right)(request);
      };
    },
  },
  {
    is: 'rewards inviting oneself',
    caughtBy: 'own-invitation',
    make: instead(is('/referral/claims'), () =>
      Response.json({ code: 'x', state: 'joined', give: [] }),
    ),
  },
  {
    is: 'redeems on a GET',
    caughtBy: 'get-changes-nothing',
    make: before(
      (r) => isRedemption(r) && r.method === 'GET',
      (r) => asking(r, {}, 'POST'),
    ),
  },
];
