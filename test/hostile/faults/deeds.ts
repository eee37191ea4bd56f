import type { RequestDetails, RequestName } from '../../../src/widget/store/requests.js';
import { foundOf, type LookupDetails, type LookupName } from '../../../src/widget/store/lookups.js';
import { valueOf, type Remote } from '../../../src/widget/store/remote.js';
import type { Store } from '../../../src/widget/store/store.js';
import type { Page } from './page.js';

/** Everything that a page reads and writes, as tables that tests walk. */

export interface Read {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  /** Fetches it; never rejects. */
  readonly act: (store: Store) => Promise<unknown>;
  /** What is known of it. */
  readonly remote: (store: Store) => Remote<unknown>;
}

const cart: LookupDetails['cart'] = {
  currency: 'EUR',
  subtotal: 4200,
  lines: [{ product: 'bell', qty: 1, total: 4200 }],
};

const lookup = <Name extends LookupName>(
  method: Read['method'],
  path: RegExp,
  name: Name,
  detail: LookupDetails[Name],
): Read => ({
  method,
  path,
  act: (store) => store.look(name, detail),
  remote: ({ snapshot }) => foundOf(snapshot, name, detail),
});

export const reads: Readonly<Record<string, Read>> = {
  bootstrap: {
    method: 'GET',
    path: /^\/bootstrap$/,
    act: (store) => store.refresh(),
    remote: ({ snapshot }) => snapshot.me,
  },
  activity: {
    method: 'GET',
    path: /^\/activity$/,
    act: (store) => store.load('activity'),
    remote: ({ snapshot }) => snapshot.activity,
  },
  vouchers: {
    method: 'GET',
    path: /^\/vouchers$/,
    act: (store) => store.load('vouchers'),
    remote: ({ snapshot }) => snapshot.vouchers,
  },
  board: lookup('GET', /^\/boards\//, 'board', { id: 'all' }),
  cart: lookup('POST', /^\/cart\/preview$/, 'cart', cart),
  quote: lookup('POST', /\/quote$/, 'quote', { id: 'off', spend: 500 }),
};

export interface Write<Name extends RequestName = RequestName> {
  readonly name: Name;
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: RegExp;
  /** What is asked for; made when the page stands, for ids that are known only then. */
  readonly detail: (page: Page) => Promise<RequestDetails[Name]> | RequestDetails[Name];
  /** A guest asks. */
  readonly isGuest?: true;
}

const row = <Name extends RequestName>(write: Write<Name>): Write => write;

const gift = ({ store }: Page): { id: string } => {
  const voucher = valueOf(store.snapshot.me)?.vouchers.find(({ source }) => source.kind === 'gift');
  if (!voucher) throw new Error('the member has no gift');
  return { id: voucher.id };
};

/** Every request that a shopper can make; a new one is missing here until it stands here. */
export const writes: { readonly [Name in RequestName]: Write } = {
  redeem: row({
    name: 'redeem',
    method: 'POST',
    path: /\/redeem$/,
    detail: () => ({ id: 'small' }),
  }),
  cancel: row({
    name: 'cancel',
    method: 'POST',
    path: /\/cancel$/,
    detail: async ({ store }) => {
      const outcome = await store.request('redeem', { id: 'small' });
      return { id: outcome?.voucher?.id ?? '' };
    },
  }),
  seen: row({ name: 'seen', method: 'POST', path: /\/seen$/, detail: gift }),
  complete: row({
    name: 'complete',
    method: 'POST',
    path: /\/complete$/,
    detail: () => ({ id: 'hello' }),
  }),
  'opt-in': row({
    name: 'opt-in',
    method: 'POST',
    path: /\/tracks\/rides\/join$/,
    detail: () => ({ id: 'rides' }),
  }),
  'opt-out': row({
    name: 'opt-out',
    method: 'DELETE',
    path: /\/tracks\/rides\/join$/,
    detail: async ({ store }) => {
      await store.request('opt-in', { id: 'rides' });
      return { id: 'rides' };
    },
  }),
  invite: row({
    name: 'invite',
    method: 'POST',
    path: /\/referral\/invites$/,
    detail: () => ({ id: 'copy' }),
  }),
  claim: row({
    name: 'claim',
    method: 'POST',
    path: /\/referral\/claims$/,
    isGuest: true,
    detail: async ({ invitation }) => ({ id: await invitation() }),
  }),
  profile: row({
    name: 'profile',
    method: 'PATCH',
    path: /^\/me$/,
    detail: () => ({ id: 'birthday', patch: { birthday: { month: 5, day: 17 } } }),
  }),
  leave: row({ name: 'leave', method: 'DELETE', path: /^\/me$/, detail: () => ({ id: 'me' }) }),
};
