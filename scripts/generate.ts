import { mkdir, writeFile } from 'node:fs/promises';
import { drawTable } from '../src/contract/decoder-table.js';
import { openApi } from '../src/contract/openapi.js';
import * as schemas from '../src/contract/schema/index.js';

/** Writes what is drawn from the schemas; a test keeps it fresh. */

const folder = new URL('../src/contract/generated/', import.meta.url);

/** The documents that the page reads; the rest of the contract stays out of its bundle. */
export const pageDocuments = {
  Bootstrap: schemas.Bootstrap,
  Outcome: schemas.Outcome,
  RedeemResult: schemas.RedeemResult,
  Quote: schemas.Quote,
  ActivityPage: schemas.ActivityPage,
  VoucherPage: schemas.VoucherPage,
  Problem: schemas.Problem,
};

export const decoderTable = (): string =>
  '// Drawn from src/contract/schema by `npm run generate`. Do not edit.\n' +
  `export const table = ${JSON.stringify(drawTable(pageDocuments), null, 1)} as const;\n`;

export const openApiDocument = (): string => `${JSON.stringify(openApi(), null, 1)}\n`;

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].replaceAll('\\', '/'))) {
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('decoder-table.ts', folder), decoderTable());
  await writeFile(new URL('openapi.json', folder), openApiDocument());
}
