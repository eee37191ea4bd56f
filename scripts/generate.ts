import { mkdir, writeFile } from 'node:fs/promises';
import { drawTable } from '../src/contract/decoder-table.js';
import { openApi } from '../src/contract/openapi.js';
import { routes } from '../src/contract/routes.js';
import * as schemas from '../src/contract/schema/index.js';

/** Writes what is drawn from the schemas; a test keeps it fresh. */

const folder = new URL('../src/contract/generated/', import.meta.url);

/** The documents that the page reads; the rest of the contract stays out of its bundle. */
export const pageDocuments = {
  Bootstrap: schemas.Bootstrap,
  Outcome: schemas.Outcome,
  RedeemResult: schemas.RedeemResult,
  ActivityPage: schemas.ActivityPage,
  VoucherPage: schemas.VoucherPage,
  Problem: schemas.Problem,
};

/** Fields that no view of the page reads: bytes are the product there. A new view takes its fields back. */
export const unread = new Set([
  'Program.boards',
  'Program.meta',
  'Program.currency',
  'Track.group',
  'Track.period',
  'Track.repeat',
  'Step.match',
  'Step.color',
  'Reward.group',
  'Reward.meta',
  'Reward.requires',
  'Reward.stock',
  'Reward.delivery',
  'Reward.refundable',
  'Reward.undoMinutes',
  'Rule.meta',
  'Rule.requires',
  'Rule.trigger',
  'AppliesTo.products',
  'AppliesTo.collections',
  'AppliesTo.channels',
  'Window.rrule',
  'Member.consents',
  'Member.card',
  'Member.passes',
  'Member.birthday',
  'Member.joinedAt',
  'Me.referral',
  'Changes.referral',
  'Problem.type',
  'Problem.instance',
  'Problem.step',
  'Window.from',
  'Voucher.left',
  'Voucher.barcode',
  'Voucher.steps',
  'Voucher.termsUrl',
  'Voucher.seenAt',
  'Activity.ref',
  'TrackState.haveAtEnd',
  'RuleState.done',
  'RuleState.lastAt',
  'RewardState.used',
  'RewardState.raised',
  'Unit.shared',
  'Member.name',
  'Member.state',
  'Wallet.held',
  'Wallet.lifetime',
  'Wallet.spent',
]);

export const decoderTable = (): string =>
  '// Drawn from src/contract/schema by `npm run generate`. Do not edit.\n' +
  `export const table = ${JSON.stringify(drawTable(pageDocuments, unread), null, 1)} as const;\n`;

/** The routes that the page calls; `Answers` of the client's port names the same. */
export const pageCalls = new Set([
  'bootstrap',
  'activity',
  'vouchers',
  'redeem',
  'cancel',
  'seen',
  'complete',
  'optIn',
  'optOut',
]);

/** The routes as the page needs them; who may call and what is announced is the server's to say. */
export const pageRoutes = (): string =>
  '// Drawn from src/contract/routes.ts by `npm run generate`. Do not edit.\n' +
  `export const pageRoutes = ${JSON.stringify(
    Object.fromEntries(
      Object.entries(routes)
        .filter(([name]) => pageCalls.has(name))
        .map(([name, { method, path, answer }]) => [name, [method, path, answer]]),
    ),
    null,
    1,
  )} as const;\n`;

export const openApiDocument = (): string => `${JSON.stringify(openApi(), null, 1)}\n`;

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].replaceAll('\\', '/'))) {
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('decoder-table.ts', folder), decoderTable());
  await writeFile(new URL('page-routes.ts', folder), pageRoutes());
  await writeFile(new URL('openapi.json', folder), openApiDocument());
}
