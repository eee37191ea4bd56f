import {
  before,
  document,
  header,
  html,
  instead,
  isRedemption,
  path,
  starts,
  type Wrong,
  type Json,
} from './make.js';

/** Whatever is sent. */

const isProblem = (body: Json): boolean => 'code' in body && 'retry' in body;
const hasProto = (request: Request): boolean => request.url.includes('__proto__');

export const input: readonly Wrong[] = [
  {
    is: 'says to try again what will never succeed',
    caughtBy: 'problems',
    make: document(
      () => true,
      (body) => (isProblem(body) ? { ...body, retry: 'same-key' } : body),
    ),
  },
  {
    is: 'sends refusals as JSON',
    caughtBy: 'problems',
    make: header({ 'Content-Type': 'application/json' }),
  },
  {
    is: 'shows its stack',
    caughtBy: 'problems-quiet',
    make: document(
      () => true,
      (body) =>
        isProblem(body) ? { ...body, detail: 'Error: x\n    at redeem (/srv/app.js:12:7)' } : body,
    ),
  },
  {
    is: 'has a page for what is not there',
    caughtBy: 'unknown-path',
    make: instead(starts('/conformance'), html(404)),
  },
  {
    is: 'takes an unknown reward for a bad form',
    caughtBy: 'unknown-reward',
    make: document(
      () => true,
      (body) => (body['code'] === 'not-found' ? { ...body, code: 'validation-failed' } : body),
    ),
  },
  {
    is: 'breaks on what is no JSON',
    caughtBy: 'malformed-body',
    make: (right) => async (r) => {
      const { status } = await right(r.clone());
      return isRedemption(r) && status === 422 ? html(500)() : right(r);
    },
  },
  {
    is: 'does not say where a form is wrong',
    caughtBy: 'wrong-types',
    make: document(
      () => true,
      (body) => (isProblem(body) ? { ...body, errors: undefined } : body),
    ),
  },
  {
    is: 'reads whatever comes',
    caughtBy: 'huge-body',
    make: before(
      (r) => isRedemption(r),
      async (r) =>
        (await r.clone().text()).length > 65_536
          ? new Request(r.url, { method: 'POST', headers: r.headers, body: '{}' })
          : r,
    ),
  },
  {
    is: 'breaks on a long id',
    caughtBy: 'long-id',
    make: instead((r) => path(r).length > 300, html(500)),
  },
  {
    is: 'breaks on a name of JavaScript’s own',
    caughtBy: 'prototype',
    make: instead(hasProto, html(500)),
  },
  {
    is: 'breaks on a rule that is not there',
    caughtBy: 'no-breakdown',
    make: instead(starts('/rules/'), html(500)),
  },
];
