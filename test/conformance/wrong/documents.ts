import {
  before,
  document,
  header,
  html,
  inside,
  instead,
  is,
  path,
  set,
  signedIn,
  starts,
  type Wrong,
  type Json,
} from './make.js';

/** Documents. */

export const documents: readonly Wrong[] = [
  {
    is: 'shows guests nothing',
    caughtBy: 'bootstrap-guest',
    make: document((r) => is('/bootstrap')(r) && !signedIn(r), set('program', null)),
  },
  {
    is: 'forgets who has signed in',
    caughtBy: 'bootstrap-member',
    make: document(is('/bootstrap'), set('me', null)),
  },
  {
    is: 'sends the programme each time',
    caughtBy: 'bootstrap-rev',
    make: before(is('/bootstrap'), (r) => new Request(r.url.replace(/rev=/, 'r='), r)),
  },
  {
    is: 'caches the time',
    caughtBy: 'clock',
    make: document(is('/bootstrap'), set('now', '2020-01-01T00:00:00Z')),
  },
  {
    is: 'forgets the units',
    caughtBy: 'program',
    make: document(is('/program'), set('units', undefined)),
  },
  {
    is: 'counts in floats',
    caughtBy: 'me',
    make: document(is('/me'), (body) => ({
      ...body,
      wallets: (body['wallets'] as Json[]).map(set('available', 12.5)),
    })),
  },
  {
    is: 'sends lines without a list',
    caughtBy: 'activity',
    make: document(is('/activity'), ({ items }) => items),
  },
  {
    is: 'announces vouchers that it does not have',
    caughtBy: 'vouchers',
    make: instead(is('/vouchers'), html(404)),
  },
  {
    is: 'writes times as people do',
    caughtBy: 'voucher',
    make: document(starts('/vouchers/'), set('issuedAt', '27.11.2026')),
  },
  {
    is: 'prices in euros and cents',
    caughtBy: 'quote',
    make: document(
      (r) => path(r).endsWith('/quote'),
      set('cost', { unit: 'spoke', value: '1,50' }),
    ),
  },
  {
    is: 'sends JSON as text',
    caughtBy: 'cart',
    make: header({ 'Content-Type': 'text/plain' }, is('/cart/preview')),
  },
  {
    is: 'sends a board without rows',
    caughtBy: 'board',
    make: document(starts('/boards/'), () => ({ board: 5 })),
  },
  { is: 'exports a list', caughtBy: 'export', make: document(is('/me/export'), (body) => [body]) },
  {
    is: 'sends a wallet of a unit that it does not define',
    caughtBy: 'definitions',
    make: document(
      is('/bootstrap'),
      inside('me', (me) => ({
        ...me,
        wallets: [{ unit: 'ghost', available: 1 }, ...(me['wallets'] as Json[])],
      })),
    ),
  },
  {
    is: 'writes HTML into a title',
    caughtBy: 'plain-text',
    make: document(
      is('/bootstrap'),
      inside('program', (program) => ({
        ...program,
        rewards: (program['rewards'] as Json[]).map(set('title', 'Five <b>euros</b>')),
      })),
    ),
  },
];
