import { createEndpoint } from '../../src/server/endpoint.js';
import { createLedgerEngine } from '../../src/server/engines/ledger/index.js';
import { serve } from '../../src/server/node.js';
import { openStore } from '../../src/server/stores/index.js';
import { programme as configured } from '../server/support/endpoint-shop.js';
import { programme } from './programme.js';

/**
 * The endpoint as a process of its own, until it is ended: `serve.ts <folder or postgres://…>`. Says
 * its origin once it listens.
 */
const [, , where = ''] = process.argv;
const store = await openStore(/^postgres/.test(where) ? where : { dir: where });
const engine = createLedgerEngine({ store, programme });
const server = await serve(
  createEndpoint({ programmes: { pk_load: configured(engine) }, log: () => {} }),
);
console.log(server.origin);
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
