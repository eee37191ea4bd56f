import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { openStore, StoreBusy } from '../../../src/server/stores/index.js';
import { migrations } from '../../../src/server/stores/postgres/migrate.js';
import { openPg } from '../../../src/server/stores/postgres/pg.js';
import { parseInt8, parseTimestamp } from '../../../src/server/stores/postgres/query.js';
import { programme, Shop } from '../ledger/shop.js';
import { startPostgres, type ThrowAwayPostgres } from '../support/postgres.js';

describe('a served PostgreSQL', () => {
  let server: ThrowAwayPostgres;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  it('is set up once by several that start together', async () => {
    const opened = await Promise.all([1, 2, 3, 4].map(() => openStore(server.url)));
    await Promise.all(
      opened.map((store, i) =>
        store.transaction('p', (tx) =>
          tx.events.claim({ id: `e${i}`, member: 'm', type: 'check-in', at: 0 }),
        ),
      ),
    );
    await Promise.all(opened.map((store) => store.close()));
    const client = new pg.Client(server.url);
    await client.connect();
    const { rows } = await client.query('SELECT id FROM loyalty_migration ORDER BY id');
    assert.deepEqual(
      rows,
      migrations.map(({ id }) => ({ id: String(id) })),
    );
    await client.end();
  });

  it('tries again when the database asks for it, and gives up with a word for it', async () => {
    const store = await openStore(server.url);
    let tries = 0;
    const conflict = Object.assign(new Error('could not serialize'), { code: '40001' });
    const result = await store.transaction('p', () => {
      tries += 1;
      return tries < 3 ? Promise.reject(conflict) : Promise.resolve('done');
    });
    assert.deepEqual([result, tries], ['done', 3]);
    await assert.rejects(
      store.transaction('p', () => Promise.reject(conflict)),
      StoreBusy,
    );
    const locked = Object.assign(new Error('lock timeout'), { code: '55P03' });
    await assert.rejects(
      store.transaction('p', () => Promise.reject(locked)),
      StoreBusy,
    );
    await store.close();
  });

  it('does not write in a snapshot', async () => {
    const store = await openStore(server.url);
    const writing = store.snapshot('p', (tx) => tx.stock.take('mug', 1));
    await assert.rejects(writing, /read-only transaction/);
    await store.close();
  });

  it('survives a connection that breaks', async () => {
    const database = await openPg(server.url);
    const own = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const killer = new pg.Client(server.url);
    await killer.connect();
    await killer.query('SELECT pg_terminate_backend($1)', [own[0]?.pid]);
    await killer.end();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(await database.query('SELECT 1 AS one'), [{ one: 1 }]);
    await database.close();
  });
});

describe('a PostgreSQL that goes away', () => {
  it('makes the shopper wait and press again, and the process lives on', async () => {
    const server = await startPostgres();
    const store = await openStore(server.url);
    const shop = new Shop(programme(), { store });
    await shop.adjust('pts', 500);
    await server.stop();
    for (let i = 0; i < 3; i += 1) await assert.rejects(shop.me(), { code: 'upstream-busy' });
    const press = shop.act((writes) => writes.redeem('off5', {}));
    await assert.rejects(press, { code: 'upstream-busy' });
    await store.close();
  });

  it('holds a key for longer than one waits: the first request still runs', async () => {
    const server = await startPostgres();
    const store = await openStore(`${server.url}?lock_timeout=200`);
    const shop = new Shop(programme(), { store });
    await shop.adjust('pts', 1000);
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    const first = shop.act(
      async (writes) => {
        const outcome = await writes.redeem('off5', {});
        await slow;
        return outcome;
      },
      { key: 'k' },
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const again = shop.act((writes) => writes.redeem('off5', {}), { key: 'k' });
    await assert.rejects(again, { code: 'idempotency-key-in-progress' });
    const other = shop.act((writes) => writes.redeem('off5', {}), { key: 'other' });
    await assert.rejects(other, { code: 'upstream-busy' });
    finish();
    assert.equal((await first).status, 200);
    await store.close();
    await server.stop();
  });
});

describe('a number from the database', () => {
  it('is exact or an error', () => {
    assert.equal(parseInt8('9007199254740991'), Number.MAX_SAFE_INTEGER);
    for (const text of ['9007199254740992', '-9007199254740993', 'x']) {
      assert.throws(() => parseInt8(text), RangeError);
    }
  });

  it('is the moment it stands for', () => {
    for (const [text, iso] of [
      ['2026-11-22 10:30:00+01', '2026-11-22T09:30:00.000Z'],
      ['2026-11-22 15:00:00.5+05:30', '2026-11-22T09:30:00.500Z'],
      ['2026-11-22 09:30:00.123456+00', '2026-11-22T09:30:00.123Z'],
      ['1969-12-31 23:59:59+00', '1969-12-31T23:59:59.000Z'],
    ] as const) {
      assert.equal(new Date(parseTimestamp(text)).toISOString(), iso);
    }
    assert.throws(() => parseTimestamp('infinity'), RangeError);
  });
});
