import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { readBooks } from './books.js';
import { places } from './places.js';
import { membersUpTo, ServerProcess, tokenOf } from './process.js';
import { COST, REWARD } from './programme.js';

/**
 * `npm run load`: how much one process of the endpoint bears, over each database, beside a bare HTTP
 * server that is measured in the same rounds; and whether the books are right afterwards.
 */

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '16' },
    members: { type: 'string', default: '200' },
    only: { type: 'string' },
  },
});
const duration = Number(values.seconds);
const rounds = Number(values.rounds);
const connections = Number(values.connections);
/** More than anybody can spend here. */
const BALANCE = 10_000 * COST;

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers with 2xx or 304. */
  readonly good: number;
  readonly bad: number;
}

type Setup = (request: autocannon.Request) => autocannon.Request;

function measure(url: string, setup?: Setup): Promise<Round> {
  let good = 0;
  const options = {
    url,
    connections,
    duration,
    ...(setup ? { requests: [{ setupRequest: setup }] } : {}),
  };
  return new Promise((resolve, reject) => {
    const run = autocannon(options, (error: Error | null, { requests, latency, errors }) => {
      if (error) return reject(error);
      resolve({
        perSecond: Math.round(good / duration),
        p50: latency.p50,
        p99: latency.p99,
        good,
        bad: requests.total - good + errors,
      });
    });
    run.on('response', (_, status) => void (good += status < 300 || status === 304 ? 1 : 0));
  });
}

/** Median with least and most. */
function spread(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((one, two) => one - two);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return `${middle} (${sorted[0]}–${sorted.at(-1)})`;
}

const medianOf = (numbers: readonly number[]): number =>
  [...numbers].sort((one, two) => one - two)[Math.floor(numbers.length / 2)] ?? 0;

function row(what: string, all: readonly Round[], bare: readonly Round[]): void {
  const perSecond = all.map((each) => each.perSecond);
  const ratio = medianOf(perSecond) / medianOf(bare.map((each) => each.perSecond));
  const cells = [
    what,
    spread(perSecond),
    spread(all.map(({ p50 }) => p50)),
    spread(all.map(({ p99 }) => p99)),
    ratio.toFixed(3),
    String(all.reduce((sum, { bad }) => sum + bad, 0)),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

/** A server that does nothing, as a measure of machine and tool. */
async function startBare(): Promise<{ url: string; stop(): void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"hello":"world"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, stop: () => void server.close() };
}

async function overOne(name: string): Promise<void> {
  const place = await places[name]!();
  const server = await ServerProcess.start(place.where);
  const bare = await startBare();
  const members = membersUpTo(Number(values.members));
  const tokens: string[] = [];
  for (const member of members) tokens.push(await tokenOf(member));
  await server.give(members, BALANCE);
  const first = await fetch(`${server.url}/me`, {
    headers: { Authorization: `Bearer ${tokens[0]}` },
  });
  const tag = first.headers.get('etag') ?? '';
  const { programRev } = (await (await fetch(`${server.url}/bootstrap`)).json()) as {
    programRev: string;
  };

  let count = 0;
  const bearer = () => ({ authorization: `Bearer ${tokens[count++ % tokens.length]}` });
  const base = new URL(server.url).pathname;
  const loads: Record<string, Setup> = {
    'programme, public': (request) => ({ ...request, path: `${base}/program` }),
    'first paint of a member': (request) => ({
      ...request,
      path: `${base}/bootstrap?rev=${programRev}`,
      headers: { ...request.headers, ...bearer() },
    }),
    'a member, not changed (304)': (request) => ({
      ...request,
      path: `${base}/me`,
      headers: {
        ...request.headers,
        authorization: `Bearer ${tokens[0]}`,
        'if-none-match': tag,
      },
    }),
    'a redemption': (request) => ({
      ...request,
      method: 'POST',
      path: `${base}/rewards/${REWARD}/redeem`,
      headers: {
        ...request.headers,
        ...bearer(),
        'content-type': 'application/json',
        'idempotency-key': `load-${count}`,
      },
      body: '{}',
    }),
  };
  const results: Record<string, Round[]> = {};
  const bares: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    bares.push(await measure(bare.url));
    for (const [what, setup] of Object.entries(loads)) {
      (results[what] ??= []).push(await measure(server.origin, setup));
    }
  }
  bare.stop();

  console.log(`\n### Over ${name}\n`);
  console.log('| what | per second | p50, ms | p99, ms | of bare HTTP | refused or failed |');
  console.log('|---|---|---|---|---|---|');
  row('bare `node:http`', bares, bares);
  for (const [what, all] of Object.entries(results)) row(what, all, bares);

  await server.stop();
  const books = await readBooks(place.where);
  const answered = (results['a redemption'] ?? []).reduce((sum, { good }) => sum + good, 0);
  const spent = members.length * BALANCE - books.available;
  console.log(
    `\nAfterwards: ${answered} redemptions answered, ${books.vouchers} vouchers, ${books.spends} spends of ` +
      `${COST}, ${spent} points gone; wallets that differ from their lines: ${books.wrong}, below zero: ` +
      `${books.negative}, codes given twice: ${books.doubleCodes}.`,
  );
  await place.remove();
  // What was under way when a round ended was done, and nobody was there to hear it.
  const unheard = books.vouchers - answered;
  const isRight =
    books.wrong + books.negative + books.doubleCodes === 0 &&
    books.spends === books.vouchers &&
    books.keys === books.vouchers &&
    spent === books.spends * COST &&
    unheard >= 0 &&
    unheard <= rounds * connections;
  if (!isRight) {
    console.error(`The books are wrong: ${JSON.stringify(books)}`);
    process.exitCode = 1;
  }
}

console.log(
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), load before: ${loadavg()[0]?.toFixed(2)}; ` +
    `${connections} connections, ${rounds} rounds of ${duration} s, ${values.members} members.`,
);
for (const name of Object.keys(places)) {
  if (values.only === undefined || name.startsWith(values.only)) await overOne(name);
}
