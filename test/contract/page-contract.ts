import type { DecoderTable } from '../../src/contract/decode.js';
import { first } from '../../src/contract/generated/page-first.js';
import { more } from '../../src/contract/generated/page-more.js';

/** All that the page knows of the contract once it has asked for more than first paint. */
export const table: DecoderTable = { ...first.table, ...more.table };
export const pageRoutes: Readonly<
  Record<string, readonly [method: string, path: string, answer: string]>
> = { ...first.routes, ...more.routes };
