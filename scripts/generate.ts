import { mkdir, writeFile } from 'node:fs/promises';
import type { z } from 'zod';
import { drawTable } from '../src/contract/decoder-table.js';
import { openApi } from '../src/contract/openapi.js';
import { routes } from '../src/contract/routes.js';
import * as schemas from '../src/contract/schema/index.js';

/** Writes what is drawn from the schemas; a test keeps it fresh. */

const folder = new URL('../src/contract/generated/', import.meta.url);

/** The routes that the page never calls: first paint brings both in one. */
const uncalled = new Set<string>(['program', 'me']);

/** What is needed before the panel opens; everything else is fetched with the first call that needs it. */
const firstCalls = new Set<string>(['bootstrap']);

const called = Object.entries(routes).filter(([name]) => !uncalled.has(name));
const schemaOf = schemas as unknown as Readonly<Record<string, z.ZodType | undefined>>;

/** A document that a route answers with. */
function answerOf([route, { answer }]: (typeof called)[number]): [name: string, schema: z.ZodType] {
  const schema = schemaOf[answer];
  if (!schema) throw new Error(`Route "${route}" answers with ${answer}, which has no schema.`);
  return [answer, schema];
}

const answersOf = (calls: typeof called): Record<string, z.ZodType> =>
  Object.fromEntries(calls.map(answerOf));

/** The documents that the page reads; the rest of the contract stays out of its bundle. */
export const pageDocuments: Record<string, z.ZodType> = {
  ...answersOf(called),
  Problem: schemas.Problem,
};

/** Fields that no view of the page reads: bytes are the product there. A new view takes its fields back. */
export const unread = new Set([
  'Program.meta',
  'Track.repeat',
  'Step.color',
  'Reward.meta',
  'Reward.requires',
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
  'Problem.type',
  'Problem.instance',
  'Problem.step',
  'TrackState.haveAtEnd',
  'RuleState.done',
  'RuleState.lastAt',
  'Member.state',
  'Wallet.held',
  'Wallet.lifetime',
  'Wallet.spent',
]);

/** The part of the contract that some calls of the page need: routes, and the table of their answers. */
function drawPage(calls: typeof called, documents: Record<string, z.ZodType>) {
  return {
    // Who may call, and what is announced, is the server's to say.
    routes: Object.fromEntries(
      calls.map(([name, { method, path, answer }]) => [name, [method, path, answer]]),
    ),
    table: drawTable(documents, unread),
  };
}

const isFirst = ([name]: (typeof called)[number]): boolean => firstCalls.has(name);
const drawFirst = () =>
  drawPage(called.filter(isFirst), {
    ...answersOf(called.filter(isFirst)),
    Problem: schemas.Problem,
  });

function drawMore() {
  const first = drawFirst();
  const { routes: more, table } = drawPage(
    called.filter((call) => !isFirst(call)),
    pageDocuments,
  );
  const isNew = ([name]: [string, unknown]) => !Object.hasOwn(first.table, name);
  return { routes: more, table: Object.fromEntries(Object.entries(table).filter(isNew)) };
}

const moduleOf = (name: string, value: unknown): string =>
  '// Drawn from src/contract by `npm run generate`. Do not edit.\n' +
  `export const ${name} = ${JSON.stringify(value, null, 1)} as const;\n`;

export const pageFirst = (): string => moduleOf('first', drawFirst());
export const pageMore = (): string => moduleOf('more', drawMore());

export const openApiDocument = (): string => `${JSON.stringify(openApi(), null, 1)}\n`;

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].replaceAll('\\', '/'))) {
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('page-first.ts', folder), pageFirst());
  await writeFile(new URL('page-more.ts', folder), pageMore());
  await writeFile(new URL('openapi.json', folder), openApiDocument());
}
