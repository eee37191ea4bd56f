import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import {
  openApiDocument,
  pageDocuments,
  pageFirst,
  pageMore,
  unread,
} from '../../scripts/generate.js';
import { drawTable, type Node } from '../../src/contract/decoder-table.js';

/** Generated files are committed: the page imports them. They must say what the schemas say. */

const committed = (name: string): Promise<string> =>
  readFile(new URL(`../../src/contract/generated/${name}`, import.meta.url), 'utf8');

const fields = (node: Node | undefined): string[] =>
  typeof node === 'object' && !Array.isArray(node)
    ? Object.keys(node).map((name) => name.replace('?', ''))
    : [];

describe('what is drawn from the schemas', () => {
  const files = {
    'page-first.ts': pageFirst,
    'page-more.ts': pageMore,
    'openapi.json': openApiDocument,
  };
  for (const [name, draw] of Object.entries(files)) {
    it(`${name} is fresh (else: npm run generate)`, async () => {
      assert.equal(await committed(name), draw());
    });
  }
});

describe('the fields that the page does not read', () => {
  const whole = drawTable(pageDocuments);
  const page = drawTable(pageDocuments, unread);

  for (const name of unread) {
    it(`${name} is a field of the contract`, () => {
      const [schema = '', field = ''] = name.split('.');
      assert.ok(fields(whole[schema]).includes(field));
    });
  }

  it('are the only ones that its table lacks', () => {
    for (const [schema, node] of Object.entries(page)) {
      const lacking = fields(whole[schema]).filter((field) => !fields(node).includes(field));
      const expected = [...unread]
        .filter((name) => name.startsWith(`${schema}.`))
        .map((name) => name.slice(schema.length + 1));
      assert.deepEqual(lacking.sort(), expected.sort(), schema);
    }
  });
});
