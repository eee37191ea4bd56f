import { expect } from '@open-wc/testing';
import { z } from 'zod';
import { decode, MalformedError, type DecoderTable } from '../../src/contract/decode.js';
import { pointer, read } from '../../src/contract/read.js';

/**
 * How the page's reader goes through its table, edge by edge, on tables of a line; that the table of
 * the contract and the schemas read alike is shown by decode.test.ts.
 */

type Node = DecoderTable[string];

/** A document of one kind, read by a table that knows nothing else. */
function reading(node: Node, value: unknown, more: DecoderTable = {}) {
  const dropped: string[] = [];
  const table = { Voucher: node, ...more };
  try {
    const read = decode('Voucher', value, table, ({ message }) => dropped.push(message));
    return { read: read as unknown, dropped };
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return { refused: error.message, dropped };
  }
}

const text = (length: number): string => 'x'.repeat(length);

describe('an atom', () => {
  const table: [atom: string, good: unknown[], bad: unknown[], expected: string][] = [
    ['d', ['a', text(255)], ['', text(256), 5, null, undefined, ['a']], 'an id'],
    ['s', ['', text(10_000)], [text(10_001), 5, null, {}], 'a text'],
    [
      't',
      [
        '2026-11-22T09:30Z',
        '2026-11-22T09:30:00Z',
        '2026-11-22T09:30:00.5Z',
        '2026-11-22T09:30:00.123456+01:00',
        '2026-11-22T09:30:00-11:00',
      ],
      [
        '2026-11-22',
        '2026-11-22T09:30:00',
        '2026-13-22T09:30:00Z',
        'x2026-11-22T09:30:00Z',
        '2026-11-22T09:30:00Zx',
        '12026-11-22T09:30:00Z',
        '2026-11-22T09:30:0Z',
        '2026-11-22T09:30:00.Z',
        '2026-11-22T09:30:00+1:00',
        '2026-11-22T09:30:00+01:0',
        `2026-11-22T09:30:00.${'0'.repeat(64)}Z`,
        1_795_339_800_000,
        null,
      ],
      'a time',
    ],
    [
      'y',
      ['2026-11-22'],
      ['2026-11-2', 'x2026-11-22', '2026-11-22x', '26-11-22', '2026-1-22', 20_261_122, null],
      'a day',
    ],
    ['i', [0, -1, 2 ** 53 - 1], [0.5, 2 ** 53, NaN, Infinity, '5', null, true], 'an integer'],
    ['c', [0, 1, 2, 3, 4, 5, 6], [-1, 7, 1.5, '2', null], '0 to 6'],
    ['n', [0, 0.5, -1e300], [NaN, Infinity, '5', null], 'a number'],
    ['b', [true, false], [0, 1, 'true', null], 'true or false'],
    ['a', [null, 5, 'x', { deep: [1] }], [], 'anything'],
  ];
  for (const [atom, good, bad, expected] of table) {
    it(`“${atom}” is ${expected}`, () => {
      for (const value of good) {
        expect(reading(atom, value), String(value)).to.deep.equal({ read: value, dropped: [] });
      }
      for (const value of bad) {
        expect(reading(atom, value), String(value)).to.deep.equal({
          refused: `/: expected ${expected}`,
          dropped: [],
        });
      }
    });
  }
});

describe('an object', () => {
  const node = { id: 'd', 'note?': 's', 'end?': '?t' } as const;

  it('keeps what is known and nothing else', () => {
    const value = {
      id: 'a',
      note: 'n',
      end: '2026-11-22T09:30:00Z',
      unknown: 1,
      __proto__: { x: 1 },
    };
    expect(reading(node, value).read).to.deep.equal({ id: 'a', note: 'n', end: value.end });
  });

  it('may lack what is optional, also by null', () => {
    for (const note of [undefined, null]) {
      const { read: result } = reading(node, { id: 'a', note });
      expect(result).to.deep.equal({ id: 'a' });
      expect(Object.keys(result as object)).to.deep.equal(['id']);
    }
  });

  it('keeps a null that means something', () => {
    expect(reading(node, { id: 'a', end: null }).read).to.deep.equal({ id: 'a', end: null });
    expect(reading({ end: '?t' }, { end: null }).read).to.deep.equal({ end: null });
  });

  it('is refused at the place that does not fit', () => {
    expect(reading(node, { id: '' }).refused).to.equal('/id: expected an id');
    expect(reading(node, { id: 'a', note: 5 }).refused).to.equal('/note: expected a text');
    expect(reading(node, { id: 'a', end: 'soon' }).refused).to.equal('/end: expected a time');
    expect(reading(node, {}).refused).to.equal('/id: expected an id');
    expect(reading({ end: '?t' }, {}).refused).to.equal('/end: expected a time');
  });

  it('has only what is its own', () => {
    expect(reading({ toString: 's' }, {}).refused).to.equal('/toString: expected a text');
    const heir = Object.create({ id: 'inherited' }) as object;
    expect(reading(node, heir).refused).to.equal('/id: expected an id');
  });

  it('is nothing else', () => {
    for (const value of [null, undefined, 5, 'x', [], [{ id: 'a' }]]) {
      expect(reading(node, value).refused).to.equal('/: expected an object');
    }
  });
});

describe('a list', () => {
  it('loses what is broken, says so, and stays', () => {
    const { read: result, dropped } = reading('*i', [1, 'x', 3, null]);
    expect(result).to.deep.equal([1, 3]);
    expect(dropped).to.deep.equal(['/1: expected an integer', '/3: expected an integer']);
  });

  it('of objects names the place inside', () => {
    const { read: result, dropped } = reading(['*', { id: 'd' }], [{ id: 'a' }, { id: 5 }, 7]);
    expect(result).to.deep.equal([{ id: 'a' }]);
    expect(dropped).to.deep.equal(['/1/id: expected an id', '/2: expected an object']);
  });

  it('may be null where that is said, of objects too', () => {
    expect(reading('?*i', null).read).to.equal(null);
    expect(reading('?*i', [1]).read).to.deep.equal([1]);
    expect(reading(['?*', { id: 'd' }], null).read).to.equal(null);
    expect(reading(['?*', { id: 'd' }], [{ id: 'a' }]).read).to.deep.equal([{ id: 'a' }]);
    expect(reading(['?', { id: 'd' }], { id: 'a' }).read).to.deep.equal({ id: 'a' });
  });

  it('is read to its two thousandth item', () => {
    const { read: result } = reading(
      '*i',
      Array.from({ length: 2_001 }, (_, index) => index),
    );
    expect(result).to.have.length(2_000);
  });

  it('is nothing else', () => {
    for (const value of [null, {}, 'x', { length: 1 }]) {
      expect(reading('*i', value).refused).to.equal('/: expected a list');
    }
  });

  it('does not swallow what is our own fault', () => {
    const trap = {
      get id() {
        throw new RangeError('ours');
      },
    };
    expect(() => reading(['*', { id: 'd' }], [trap])).to.throw(RangeError, 'ours');
  });
});

describe('a dictionary', () => {
  it('has whatever names the server chose, and no prototype', () => {
    const value = JSON.parse('{"a":"x","__proto__":"y","constructor":"z"}') as object;
    const { read: result } = reading('%s', value);
    expect(Object.getPrototypeOf(result)).to.equal(null);
    expect(Object.entries(result as object)).to.deep.equal(Object.entries(value));
    expect(({} as { y?: unknown }).y).to.be.undefined;
  });

  it('is refused whole where a value does not fit', () => {
    expect(reading('%s', { a: 'x', b: 5 }).refused).to.equal('/b: expected a text');
    expect(reading('%s', ['x']).refused).to.equal('/: expected an object');
    expect(reading(['%', { id: 'd' }], { a: { id: '' } }).refused).to.equal(
      '/a/id: expected an id',
    );
  });
});

describe('a union', () => {
  const node = { $: 'kind', unit: { value: 'i' }, gift: {}, '': { 'label?': 's' } } as const;

  it('is read by its kind, and keeps it', () => {
    expect(reading(node, { kind: 'unit', value: 5, label: 'x' }).read).to.deep.equal({
      kind: 'unit',
      value: 5,
    });
    expect(reading(node, { kind: 'gift', label: 'x' }).read).to.deep.equal({ kind: 'gift' });
    expect(reading(node, { kind: 'unit' }).refused).to.equal('/value: expected an integer');
  });

  it('of a kind from a later version keeps what all of them have', () => {
    for (const kind of ['new', '$', 'toString', '__proto__', '']) {
      expect(reading(node, { kind, label: 'x', value: 5 }).read, kind).to.deep.equal({
        kind,
        label: 'x',
      });
    }
  });

  it('is an object', () => {
    expect(reading(node, 'unit').refused).to.equal('/: expected an object');
  });
});

describe('a name in the table', () => {
  it('stands for its entry', () => {
    expect(reading('Amount', { value: 5 }, { Amount: { value: 'i' } }).read).to.deep.equal({
      value: 5,
    });
    expect(reading('*Amount', [{ value: 5 }], { Amount: { value: 'i' } }).read).to.deep.equal([
      { value: 5 },
    ]);
    expect(reading('?Amount', null, { Amount: { value: 'i' } }).read).to.equal(null);
  });

  it('that leads to itself is followed as deep as the data goes, and no deeper than sense', () => {
    const tree: DecoderTable = { Tree: { 'of?': 'Tree' } };
    expect(reading('Tree', { of: { of: {} } }, tree).read).to.deep.equal({ of: { of: {} } });
    let deep: object = {};
    for (let depth = 0; depth < 700; depth++) deep = { of: deep };
    expect(reading('Tree', deep, tree).refused).to.match(/^(\/of){33}: too deep$/);
    let bearable: object = {};
    for (let depth = 0; depth < 666; depth++) bearable = { of: bearable };
    expect(reading('Tree', bearable, tree).read).to.deep.equal(bearable);
  });
});

describe('the reader for servers and tools', () => {
  const schema = z.object({
    id: z.string(),
    note: z.string().optional(),
    list: z.array(z.object({ n: z.int() })).optional(),
  });

  it('drops what is broken in a list and names it', () => {
    const document = { id: 'a', list: [{ n: 1 }, { n: 'x' }, { n: 3 }] };
    expect(read(schema, document)).to.deep.include({
      ok: true,
      value: { id: 'a', list: [{ n: 1 }, { n: 3 }] },
    });
    const { dropped } = read(schema, document) as {
      dropped: { pointer: string; reason: string }[];
    };
    expect(dropped.map((one) => one.pointer)).to.deep.equal(['/list/1']);
    expect(dropped[0]?.reason).to.match(/expected number/);
    expect(document.list, 'what was handed in is not changed').to.have.length(3);
  });

  it('takes null for absent where a field may be', () => {
    expect(read(schema, { id: 'a', note: null, list: null })).to.deep.equal({
      ok: true,
      value: { id: 'a' },
      dropped: [],
    });
  });

  it('refuses the whole where something is missing, with its place', () => {
    const refused = read(schema, { note: 5 }) as {
      ok: false;
      error: { pointer: string; reason: string };
    };
    expect(refused.ok).to.equal(false);
    expect(refused.error.pointer).to.equal('/id');
    expect(refused.error.reason).to.match(/expected string/);
    expect(read(schema, { id: 'a', list: 'x' })).to.deep.include({ ok: false });
    expect(read(schema, null)).to.deep.include({ ok: false });
  });

  it('finds what is wrong inside the member of a union that was meant', () => {
    const either = z.union([z.object({ kind: z.literal('a'), of: z.array(z.int()) }), z.string()]);
    const result = read(z.object({ cost: either }), { cost: { kind: 'a', of: [1, 'x', 3] } });
    expect(result).to.deep.include({ ok: true, value: { cost: { kind: 'a', of: [1, 3] } } });
  });

  it('names places as JSON Pointer does', () => {
    expect(pointer([])).to.equal('');
    expect(pointer(['a/b', 'c~d', 0])).to.equal('/a~1b/c~0d/0');
    expect(pointer(['a/b/c', '~~'])).to.equal('/a~1b~1c/~0~0');
  });
});
