import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { z } from 'zod';
import { decode, MalformedError, type Documents } from '../../src/contract/decode.js';
import { read } from '../../src/contract/read.js';
import * as schemas from '../../src/contract/schema/index.js';
import { examples } from './examples.js';
import { table } from './page-contract.js';
import { pruned } from './pruned.js';

const schemaOf = schemas as unknown as Record<string, z.ZodType>;

/** What both readers make of a document: the value, or the place of the fault; and what was dropped. */
function byDecoder(name: keyof Documents, document: unknown): unknown {
  const dropped: string[] = [];
  try {
    const value = decode(name, document, table, ({ pointer }) => dropped.push(pointer));
    return { value, dropped: dropped.length };
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return 'refused';
  }
}

function bySchema(name: keyof Documents, document: unknown): unknown {
  const reading = read(schemaOf[name]!, document);
  return reading.ok
    ? { value: pruned(reading.value, name), dropped: reading.dropped.length }
    : 'refused';
}

/** Order of fields is no difference. */
const sorted = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, item: unknown) =>
      item && typeof item === 'object' && !Array.isArray(item)
        ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
        : item,
    ) ?? 'null',
  );

const pageExamples = examples.filter((example) => example.page);

describe('the examples of the contract', () => {
  for (const { name, document, schema } of examples) {
    it(`${name} fits its schema`, () => {
      expect(schema.safeParse(document).success).to.be.true;
    });
  }

  for (const { name, document, page } of pageExamples) {
    it(`${name} is read alike by the page and by the schemas, and nothing is dropped`, () => {
      const mine = byDecoder(page!, document) as { dropped: number };
      expect(mine.dropped).to.equal(0);
      expect(sorted(mine)).to.deep.equal(sorted(bySchema(page!, document)));
    });
  }
});

describe('a document from a hostile or newer server', () => {
  const wrong: unknown[] = [
    ...[null, undefined, '', 0, -1, 7, 1.5, 2 ** 53, Number.MAX_VALUE, true, [], {}],
    ...['x'.repeat(300), 'new', '12', '2026-13-45T00:00:00Z', '2026-11-22', 'constructor'],
  ];
  const oddities = fc.oneof(fc.constantFrom(...wrong), fc.jsonValue());

  /** Places that differ by their position in a list alone are of one kind. */
  const kindOf = (path: (string | number)[]): string =>
    path.map((part) => (typeof part === 'number' ? '*' : part)).join('/');

  /** All places of a document, as paths. */
  const places = (value: unknown, path: (string | number)[] = []): (string | number)[][] =>
    typeof value === 'object' && value
      ? [
          path,
          ...Object.entries(value).flatMap(([key, item]) =>
            places(item, [...path, Array.isArray(value) ? Number(key) : key]),
          ),
        ]
      : [path];

  const replaced = (document: unknown, path: (string | number)[], oddity: unknown): unknown => {
    const copy = structuredClone(document) as Record<string | number, unknown>;
    if (path.length === 0) return oddity;
    const parent = path
      .slice(0, -1)
      .reduce<Record<string | number, unknown>>(
        (node, key) => node[key] as Record<string | number, unknown>,
        copy,
      );
    if (oddity === undefined && !Array.isArray(parent)) delete parent[path.at(-1)!];
    else parent[path.at(-1)!] = oddity ?? null;
    return copy;
  };

  /** Compared as text, because there are thousands; told as values where they differ. */
  const expectAlike = (page: keyof Documents, document: unknown, at?: string): void => {
    const [mine, theirs] = [sorted(byDecoder(page, document)), sorted(bySchema(page, document))];
    if (JSON.stringify(mine) !== JSON.stringify(theirs)) expect(mine, at).to.deep.equal(theirs);
  };

  for (const { name, document, page } of pageExamples) {
    // Inside a field that the page leaves out the two may differ: only the schemas look there.
    const all = places(pruned(document, page!));

    it(`${name}: one place changed at random is read alike by both`, () => {
      fc.assert(
        fc.property(fc.nat(all.length - 1), oddities, (index, oddity) => {
          const odd = replaced(document, all[index]!, oddity);
          expectAlike(page!, odd);
        }),
        { numRuns: 300 },
      );
    });

    const kinds = new Map(all.map((path) => [kindOf(path), path]));
    const regions = new Map<string, (string | number)[][]>();
    for (const path of kinds.values()) {
      const region = [name, ...path.slice(0, 2)].filter((part) => typeof part === 'string');
      const key = region.join('/');
      regions.set(key, [...(regions.get(key) ?? []), path]);
    }
    for (const [region, paths] of regions) {
      it(`${region}: every kind of place is read alike, whatever stands in it`, () => {
        for (const path of paths) {
          for (const oddity of wrong) {
            const at = `${path.join('/')} = ${String(oddity)}`;
            expectAlike(page!, replaced(document, path, oddity), at);
          }
        }
      });
    }
  }

  it('drops one broken reward and keeps the others', () => {
    const document = structuredClone(
      examples.find(({ name }) => name === 'bootstrap')!.document,
    ) as {
      program: { rewards: { cost: unknown }[] };
    };
    document.program.rewards[1]!.cost = { kind: 'fixed', amount: 'free!' };
    const dropped: string[] = [];
    const { program } = decode('Bootstrap', document, table, ({ pointer }) =>
      dropped.push(pointer),
    );
    expect(program?.rewards.map(({ id }) => id)).to.deep.equal(['off5', 'wheel']);
    expect(dropped).to.deep.equal(['/program/rewards/1/cost/amount']);
  });

  it('shows a grant of a kind that it does not know by its label', () => {
    const grant = { kind: 'hologram', label: 'A hologram', intensity: 9 };
    const outcome = {
      voucher: {
        ...(examples.find(({ name }) => name === 'voucher-lost-spin')!.document as object),
        grant,
      },
      changes: { rev: 'm1' },
    };
    const read = decode('Outcome', outcome, table, () => expect.fail('nothing to drop'));
    expect(read.voucher?.grant).to.deep.equal({ kind: 'hologram', label: 'A hologram' });
  });

  it('leaves every prototype as it was', () => {
    const text =
      '{"rev":"m1","__proto__":{"polluted":1},"wallets":[{"unit":"pts","available":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}';
    const changes = decode('Changes', JSON.parse(text), table, () => undefined);
    expect(({} as { polluted?: number }).polluted).to.be.undefined;
    expect((changes.wallets?.[0] as { polluted?: number }).polluted).to.be.undefined;
    expect(Object.getPrototypeOf(changes)).to.equal(Object.prototype);
  });
});
