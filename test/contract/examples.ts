import activityPage from './examples/activity-page.json';
import boardPage from './examples/board-page.json';
import bootstrap from './examples/bootstrap.json';
import cartPreview from './examples/cart-preview.json';
import cartRequest from './examples/cart-request.json';
import changes from './examples/changes.json';
import completeRequest from './examples/complete-request.json';
import completeResult from './examples/complete-result.json';
import problem from './examples/problem.json';
import quoteResult from './examples/quote-result.json';
import redeemRequest from './examples/redeem-request.json';
import redeemResult from './examples/redeem-result.json';
import tokenClaims from './examples/token-claims.json';
import lostSpin from './examples/voucher-lost-spin.json';
import type { Documents } from '../../src/contract/decode.js';
import * as schemas from '../../src/contract/schema/index.js';

/** The published examples with the schema each must fit, and what the page's decoder calls them. */
interface Example {
  name: string;
  document: unknown;
  schema: { safeParse(value: unknown): { success: boolean } };
  page?: keyof Documents;
}

export const examples: Example[] = [
  {
    name: 'activity-page',
    document: activityPage,
    schema: schemas.ActivityPage,
    page: 'ActivityPage',
  },
  { name: 'board-page', document: boardPage, schema: schemas.BoardPage, page: 'BoardPage' },
  { name: 'bootstrap', document: bootstrap, schema: schemas.Bootstrap, page: 'Bootstrap' },
  { name: 'cart-preview', document: cartPreview, schema: schemas.CartPreview },
  { name: 'cart-request', document: cartRequest, schema: schemas.CartRequest },
  { name: 'changes', document: changes, schema: schemas.Changes, page: 'Changes' },
  { name: 'complete-request', document: completeRequest, schema: schemas.CompleteRequest },
  { name: 'complete-result', document: completeResult, schema: schemas.Outcome, page: 'Outcome' },
  { name: 'problem', document: problem, schema: schemas.Problem, page: 'Problem' },
  { name: 'quote-result', document: quoteResult, schema: schemas.Quote },
  { name: 'redeem-request', document: redeemRequest, schema: schemas.RedeemRequest },
  {
    name: 'redeem-result',
    document: redeemResult,
    schema: schemas.RedeemResult,
    page: 'RedeemResult',
  },
  { name: 'token-claims', document: tokenClaims, schema: schemas.TokenClaims },
  { name: 'voucher-lost-spin', document: lostSpin, schema: schemas.Voucher, page: 'Voucher' },
];
