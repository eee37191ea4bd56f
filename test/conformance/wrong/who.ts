import { MEMBER } from '../stage.js';
import {
  asking,
  before,
  believing,
  document,
  html,
  instead,
  is,
  signedAs,
  signedIn,
  starts,
  tokenOf,
  type Wrong,
} from './make.js';

/** Who may. */

export const who: readonly Wrong[] = [
  {
    is: 'asks nobody who they are',
    caughtBy: 'token-missing',
    make: before(
      (r) => !signedIn(r) && !is('/bootstrap')(r),
      (r) => signedAs(r, MEMBER),
    ),
  },
  {
    is: 'never looks at the time',
    caughtBy: 'token-expired',
    make: believing(({ exp }) => Number(exp) * 1000 < Date.now()),
  },
  {
    is: 'does not say that a token has run out',
    caughtBy: 'token-expired',
    make: document(
      () => true,
      (body) =>
        body['code'] === 'token-expired'
          ? { ...body, code: 'token-invalid', retry: 'never' }
          : body,
    ),
  },
  {
    is: 'takes tokens that are meant for others',
    caughtBy: 'token-audience',
    make: believing(({ aud }) => aud === 'somebody-else'),
  },
  {
    is: 'takes tokens that nobody has signed',
    caughtBy: 'token-unsigned',
    make: believing((_, token) => token.endsWith('.')),
  },
  { is: 'decodes tokens and verifies none', caughtBy: 'token-forged', make: believing(() => true) },
  {
    is: 'decodes tokens and verifies none',
    caughtBy: 'token-renamed',
    make: believing(() => true),
  },
  {
    is: 'breaks on a text that is no token',
    caughtBy: 'token-garbage',
    make: instead((r) => tokenOf(r) === 'not.a.token', html(500)),
  },
  {
    is: 'reads the token from the address too',
    caughtBy: 'token-in-query',
    make: before(
      (r) => r.url.includes('?token='),
      (r) => asking(r, { Authorization: `Bearer ${new URL(r.url).searchParams.get('token')}` }),
    ),
  },
  {
    is: 'believes the address',
    caughtBy: 'identity',
    make: before(
      (r) => r.url.includes('?member='),
      (r) => signedAs(r, new URL(r.url).searchParams.get('member') ?? ''),
    ),
  },
  { is: 'knows no scopes', caughtBy: 'scope', make: believing(({ scope }) => scope === 'read') },
  {
    is: 'finds vouchers by their id alone',
    caughtBy: 'foreign-voucher',
    make: before(starts('/vouchers/'), (r) => signedAs(r, MEMBER)),
  },
  {
    is: 'finds vouchers by their id alone',
    caughtBy: 'foreign-cancel',
    make: before(starts('/vouchers/'), (r) => signedAs(r, MEMBER)),
  },
  {
    is: 'finds vouchers by their id alone',
    caughtBy: 'foreign-seen',
    make: before(starts('/vouchers/'), (r) => signedAs(r, MEMBER)),
  },
];
