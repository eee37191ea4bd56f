import { SHOP } from '../../server/support/endpoint-shop.js';
import {
  answering,
  asking,
  before,
  header,
  html,
  instead,
  is,
  signedIn,
  type Wrong,
} from './make.js';

/** Browsers and caches. */

export const pages: readonly Wrong[] = [
  {
    is: 'does not let the key through',
    caughtBy: 'cors-preflight',
    make: header(
      { 'Access-Control-Allow-Headers': 'authorization, content-type' },
      (r) => r.method === 'OPTIONS',
    ),
  },
  {
    is: 'asks a preflight for a token',
    caughtBy: 'cors-preflight',
    make: instead((r) => r.method === 'OPTIONS', html(401)),
  },
  {
    is: 'lets no page read its refusals',
    caughtBy: 'cors-answers',
    make: header({ 'Access-Control-Allow-Origin': null }, (_, { status }) => status >= 400),
  },
  {
    is: 'exposes no header',
    caughtBy: 'cors-exposed',
    make: header({ 'Access-Control-Expose-Headers': null }),
  },
  {
    is: 'mixes origins up in caches',
    caughtBy: 'cors-vary',
    make: header({ Vary: 'Accept-Encoding' }),
  },
  {
    is: 'lets every page read',
    caughtBy: 'cors-foreign',
    make: (right) => async (request) =>
      answering(await right(asking(request, { Origin: SHOP })), {
        headers: { 'Access-Control-Allow-Origin': request.headers.get('Origin') },
      }),
  },
  {
    is: 'takes cookies',
    caughtBy: 'cors-credentials',
    make: header({ 'Access-Control-Allow-Credentials': 'true' }),
  },
  {
    is: 'sets a cookie',
    caughtBy: 'cors-credentials',
    make: header({ 'Set-Cookie': 'visitor=1' }),
  },
  {
    is: 'lets a CDN keep a member’s state',
    caughtBy: 'cache-private',
    make: header({ 'Cache-Control': 'public, s-maxage=300' }, signedIn),
  },
  { is: 'has no ETag', caughtBy: 'cache-etag', make: header({ ETag: null }) },
  {
    is: 'sends everything again',
    caughtBy: 'cache-etag',
    make: before(is('/me'), (r) => asking(r, { 'If-None-Match': null })),
  },
  {
    is: 'lets nobody keep the programme',
    caughtBy: 'cache-program',
    make: header({ 'Cache-Control': 'no-store' }, is('/program')),
  },
  {
    is: 'lets a browser keep the ledger',
    caughtBy: 'cache-no-store',
    make: header({ 'Cache-Control': 'private, max-age=600' }, is('/activity')),
  },
  {
    is: 'moves members to another address',
    caughtBy: 'no-redirects',
    make: instead(
      (r) => is('/bootstrap')(r) && signedIn(r),
      () =>
        new Response(null, { status: 302, headers: { Location: 'https://elsewhere.example/' } }),
    ),
  },
];
