import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openStore } from '../../src/server/stores/index.js';
import { startPostgres } from '../server/support/postgres.js';
import { fill, LINES_EACH } from './fill.js';
import { ServerProcess, tokenOf } from './process.js';
import { programme, REWARD } from './programme.js';

/**
 * `npm run load:scale`: a database as years leave it behind, and what the server's own plans say of
 * each statement that a shopper's requests make there (auto_explain).
 */

const { values } = parseArgs({ options: { members: { type: 'string', default: '20000' } } });
const members = Number(values.members);

/** Tables that grow with members or with lines; reading one of them whole is a fault. */
const GROWING = /Seq Scan on (loyalty_(?!stock|tally|secret|league|closing|goal)\w+)/;

const explained = (url: string): string => {
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_buffers': 'on',
    'auto_explain.log_timing': 'off',
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  return `${url}?options=${encodeURIComponent(options.join(' '))}`;
};

interface Plan {
  readonly statement: string;
  /** Scans, as the planner names them. */
  readonly scans: readonly string[];
  readonly ms: number;
  /** Pages of 8 kB that were touched. */
  readonly pages: number;
}

/** The plans in a log of auto_explain, those of one kind of statement together. */
function plansIn(log: string): readonly Plan[] {
  return log
    .split(/^.*LOG: {2}duration: /m)
    .slice(1)
    .flatMap((text) => {
      const [, ms, statement] =
        /^([\d.]+) ms {2}plan:\s+Query Text: ([^]*?)\n\t[A-Z]/.exec(text) ?? [];
      if (!statement || !/loyalty_/.test(statement)) return [];
      const scans = [...text.matchAll(/\w+(?: \w+)* Scan(?: Backward)?(?: using \w+)? on \w+/g)];
      const buffers = /Buffers: shared([^\n]*)/.exec(text)?.[1] ?? '';
      const pages = [...buffers.matchAll(/(?:hit|read)=(\d+)/g)];
      return [
        {
          statement: statement.replace(/\s+/g, ' ').trim(),
          scans: [...new Set(scans.map(([scan]) => scan))],
          ms: Number(ms),
          pages: pages.reduce((sum, [, count]) => sum + Number(count), 0),
        },
      ];
    });
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function show(what: string, plans: readonly Plan[]): void {
  const total = plans.reduce((sum, { ms }) => sum + ms, 0);
  const pages = plans.reduce((sum, plan) => sum + plan.pages, 0);
  console.log(
    `\n### ${what}: ${plans.length} statements, ${pages} pages, ${total.toFixed(1)} ms\n`,
  );
  console.log('| statement | reads by | pages | ms |');
  console.log('|---|---|---|---|');
  for (const { statement, scans, ms, pages: touched } of plans) {
    const short = statement.length > 90 ? `${statement.slice(0, 90)} …` : statement;
    const by = scans.length === 0 ? 'writes only' : scans.join(', ');
    console.log(`| \`${cell(short)}\` | ${by} | ${touched} | ${ms.toFixed(2)} |`);
  }
}

const server = await startPostgres();
try {
  await (await openStore(server.url)).close();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  // The database is taken down under it when something fails here.
  client.on('error', () => undefined);
  const started = Date.now();
  await fill(client, programme.id, members);
  const lines = members * LINES_EACH;
  console.log(
    `${members} members, ${lines} lines, filled in ${Math.round((Date.now() - started) / 1000)} s; ` +
      `PostgreSQL ${(await client.query<{ v: string }>("SELECT current_setting('server_version') AS v")).rows[0]?.v}`,
  );
  const { rows } = await client.query<{
    name: string;
    table: string;
    indexes: string;
    rows: number;
  }>(`
    SELECT pg_class.relname AS name, pg_relation_size(relid) AS table, pg_indexes_size(relid) AS indexes,
      reltuples::int AS rows
    FROM pg_stat_user_tables JOIN pg_class ON pg_class.oid = relid
    WHERE reltuples > 100 ORDER BY pg_total_relation_size(relid) DESC`);
  console.log('\n| table | rows | MB | indexes, MB | bytes a row |\n|---|---|---|---|---|');
  for (const { name, table, indexes, rows: count } of rows) {
    const megabytes = (bytes: string): string => (Number(bytes) / 1_048_576).toFixed(1);
    const each = Math.round((Number(table) + Number(indexes)) / count);
    console.log(`| ${name} | ${count} | ${megabytes(table)} | ${megabytes(indexes)} | ${each} |`);
  }
  await client.end();

  const endpoint = await ServerProcess.start(explained(server.url));
  const headers = { Authorization: `Bearer ${await tokenOf(`m${Math.floor(members / 2)}`)}` };
  const redeem = {
    method: 'POST',
    headers: { ...headers, 'Idempotency-Key': 'scale-2', 'Content-Type': 'application/json' },
    body: '{}',
  };
  let seen = (await readFile(server.log, 'utf8')).length;
  const bad: string[] = [];
  for (const [what, path, init] of [
    ['first paint of a member', '/bootstrap', { headers }],
    ['twenty lines of the ledger', '/activity?limit=20', { headers }],
    ['twenty vouchers', '/vouchers?limit=20', { headers }],
    ['a redemption', `/rewards/${REWARD}/redeem`, redeem],
    ['the same once more (a replay)', `/rewards/${REWARD}/redeem`, redeem],
  ] as const) {
    // The first time fills caches and prepares nothing; the second is what a busy server sees.
    if (what !== 'a redemption') await (await fetch(endpoint.url + path, init)).text();
    await pause(200);
    seen = (await readFile(server.log, 'utf8')).length;
    const response = await fetch(endpoint.url + path, init);
    if (!response.ok) throw new Error(`${what}: ${response.status} ${await response.text()}`);
    await response.text();
    await pause(200);
    const plans = plansIn((await readFile(server.log, 'utf8')).slice(seen));
    show(what, plans);
    bad.push(...plans.flatMap(({ scans }) => scans.filter((scan) => GROWING.test(scan))));
  }
  await endpoint.stop();
  if (bad.length > 0) {
    console.error(`Read whole, although it grows: ${[...new Set(bad)].join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  await server.stop();
}
