import type * as contract from './types.js';

/**
 * The page's reader: walks the generated table, copies known fields only, drops a broken item and
 * keeps its list. About 1 kB where the schemas themselves would be 9 to 26 (docs/decisions).
 */

type Node = string | { readonly [field: string]: Node } | readonly [string, Node];

/** Entries by name, as the build draws them from the schemas. */
export type DecoderTable = Readonly<Record<string, Node>>;

/** The documents that the page reads, by name. */
export interface Documents {
  Bootstrap: contract.Bootstrap;
  Program: contract.Program;
  Me: contract.Me;
  Changes: contract.Changes;
  Outcome: contract.Outcome;
  RedeemResult: contract.RedeemResult;
  ActivityPage: contract.ActivityPage;
  VoucherPage: contract.VoucherPage;
  Voucher: contract.Voucher;
  Quote: contract.Quote;
  CartPreview: contract.CartPreview;
  Export: contract.Export;
  Problem: contract.Problem;
  BoardPage: contract.BoardPage;
  ClaimResult: contract.ClaimResult;
}

/** A document, or a part that cannot be left out, does not fit the contract. */
export class MalformedError extends Error {
  override name = 'MalformedError';
  /** @param pointer JSON Pointer of the place @param reason what was expected there */
  constructor(
    readonly pointer: string,
    readonly reason: string,
  ) {
    super(`${pointer || '/'}: ${reason}`);
  }
}

/** Hears of each item that was dropped. */
export type OnDropped = (problem: MalformedError) => void;

interface Reading {
  readonly table: DecoderTable;
  readonly onDropped: OnDropped;
}

const TEXT_LENGTH = 10_000;
const LIST_LENGTH = 2_000;
const POINTER_LENGTH = 2_000;
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;

const atoms: Record<string, [expected: string, test: (value: unknown) => boolean]> = {
  d: ['an id', (value) => isText(value, 255) && value !== ''],
  s: ['a text', (value) => isText(value, TEXT_LENGTH)],
  t: ['a time', (v) => isText(v, 64) && RFC3339.test(v) && !Number.isNaN(Date.parse(v))],
  y: ['a day', (value) => isText(value, 10) && /^\d{4}-\d\d-\d\d$/.test(value)],
  i: ['an integer', Number.isSafeInteger],
  c: ['0 to 6', (value) => [0, 1, 2, 3, 4, 5, 6].includes(value as number)],
  n: ['a number', Number.isFinite],
  b: ['true or false', (value) => typeof value === 'boolean'],
  a: ['anything', () => true],
};

function object(value: unknown, pointer: string): Record<string, unknown> {
  if (typeof value !== 'object' || !value || Array.isArray(value)) {
    throw new MalformedError(pointer, 'expected an object');
  }
  return value as Record<string, unknown>;
}

function list(items: unknown, node: Node, pointer: string, reading: Reading): unknown[] {
  if (!Array.isArray(items)) throw new MalformedError(pointer, 'expected a list');
  const result: unknown[] = [];
  for (const [index, item] of items.slice(0, LIST_LENGTH).entries()) {
    try {
      result.push(walk(item, node, `${pointer}/${index}`, reading));
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      reading.onDropped(error);
    }
  }
  return result;
}

function dictionary(value: unknown, node: Node, pointer: string, reading: Reading): unknown {
  // Without a prototype: the keys are the server's, `__proto__` among them.
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(object(value, pointer))) {
    result[key] = walk(item, node, `${pointer}/${key}`, reading);
  }
  return result;
}

function fields(
  value: unknown,
  node: { readonly [field: string]: Node },
  pointer: string,
  reading: Reading,
): unknown {
  const source = object(value, pointer);
  const result: Record<string, unknown> = {};
  for (const [name, child] of Object.entries(node)) {
    const field = name.replace('?', '');
    const item = Object.hasOwn(source, field) ? source[field] : undefined;
    const mayBeNull = marksOf(child).startsWith('?');
    if (field !== name && (item === undefined || (item === null && !mayBeNull))) continue;
    result[field] = walk(item, child, `${pointer}/${field}`, reading);
  }
  return result;
}

/** The prefixes of a node; none for an object. */
const marksOf = (node: Node): string =>
  typeof node === 'string' ? node : Array.isArray(node) ? (node as [string, Node])[0] : '';

function union(
  value: unknown,
  node: { readonly [tag: string]: Node },
  pointer: string,
  reading: Reading,
): unknown {
  const tagField = node.$ as string;
  const tag = object(value, pointer)[tagField];
  const known = typeof tag === 'string' && tag !== '$' && tag && Object.hasOwn(node, tag);
  const member = walk(value, node[known ? tag : ''] ?? '', pointer, reading) as object;
  return { [tagField]: tag, ...member };
}

function walk(value: unknown, node: Node, pointer: string, reading: Reading): unknown {
  // Deeper than any programme; recursion must not be driven by data.
  if (pointer.length > POINTER_LENGTH) throw new MalformedError(pointer.slice(0, 99), 'too deep');
  if (typeof node === 'object' && !Array.isArray(node)) {
    const shape = node as { readonly [field: string]: Node };
    return (shape.$ ? union : fields)(value, shape, pointer, reading);
  }
  const [marks, inner] = typeof node === 'string' ? [node, undefined] : (node as [string, Node]);
  const rest = inner !== undefined && marks.length === 1 ? inner : withoutFirst(marks, inner);
  if (marks[0] === '?') return value === null ? null : walk(value, rest, pointer, reading);
  if (marks[0] === '*') return list(value, rest, pointer, reading);
  if (marks[0] === '%') return dictionary(value, rest, pointer, reading);
  const atom = atoms[marks];
  if (!atom) return walk(value, reading.table[marks] ?? '', pointer, reading);
  if (!atom[1](value)) throw new MalformedError(pointer, `expected ${atom[0]}`);
  return value;
}

const withoutFirst = (marks: string, inner: Node | undefined): Node =>
  inner === undefined ? marks.slice(1) : [marks.slice(1), inner];

/**
 * Reads parsed JSON as a document of the contract.
 * @param name the document's name in the contract
 * @param table holds the entry of the document and all that it refers to
 * @param onDropped hears of every list item that was left out
 * @throws MalformedError where something that is needed does not fit
 */
export function decode<Name extends keyof Documents>(
  name: Name,
  value: unknown,
  table: DecoderTable,
  onDropped: OnDropped,
): Documents[Name] {
  return walk(value, name, '', { table, onDropped }) as Documents[Name];
}
