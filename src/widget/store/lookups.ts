import type { BoardPage, CartPreview, CartRequest, Quote } from '../../contract/types.js';
import type { Call, Port } from '../client/port.js';
import { failed, fresh, idle, loading, valueOf, type Failure, type Remote } from './remote.js';
import type { Snapshot } from './snapshot.js';

/**
 * What only some blocks want to know, as a table: a board's page, what a cart earns, what a reward
 * costs in this size. A chunk of its own. A new one is a line in each of these three.
 */
export interface LookupDetails {
  /** With a cursor the next page joins those before it. */
  board: { id: string; cursor?: string | undefined; around?: 'me' | undefined };
  cart: CartRequest;
  quote: { id: string; spend?: number | undefined; choice?: string | undefined };
}

export interface LookupAnswers {
  board: BoardPage;
  cart: CartPreview;
  quote: Quote;
}

export type LookupName = keyof LookupDetails;

interface Row<Name extends LookupName> {
  /** The same question in one text; what only pages through the answer is no part of it. */
  readonly key: (detail: LookupDetails[Name]) => string;
  readonly call: (detail: LookupDetails[Name]) => Call;
  readonly joined?: (
    before: LookupAnswers[Name],
    page: LookupAnswers[Name],
    detail: LookupDetails[Name],
  ) => LookupAnswers[Name];
}

const lookups: { readonly [Name in LookupName]: Row<Name> } = {
  board: {
    key: ({ id, around }) => `${id} ${around ?? ''}`,
    call: ({ id, cursor, around }) => ({ id, query: { cursor, around } }),
    joined: (before, page, { cursor }) =>
      cursor ? { ...page, items: [...before.items, ...page.items] } : page,
  },
  cart: { key: (cart) => JSON.stringify(cart), call: (cart) => ({ body: cart }) },
  quote: {
    key: ({ id, spend, choice }) => JSON.stringify([id, spend, choice]),
    call: ({ id, spend, choice }) => ({ id, body: { spend, choice } }),
  },
};

/** A shopper who slides and types asks for much, and looks at the last. */
const KEPT = 40;

/** What a lookup needs of the store. */
export interface LookupHost {
  readonly port: Port;
  readonly snapshot: Snapshot;
  /** Aborts when the member changes or the page lets go. */
  readonly signal: AbortSignal;
  now(): number;
  set(part: Partial<Snapshot>): void;
  onError(error: unknown, what: string): Failure;
}

const keyOf = <Name extends LookupName>(name: Name, detail: LookupDetails[Name]): string =>
  `${name} ${lookups[name].key(detail)}`;

/** The answer to a question as it stands; the same object until it changes. */
export const foundOf = <Name extends LookupName>(
  { found }: Snapshot,
  name: Name,
  detail: LookupDetails[Name],
): Remote<LookupAnswers[Name]> =>
  (found[keyOf(name, detail)] ?? idle) as Remote<LookupAnswers[Name]>;

/** @throws never: why there is no answer is part of what is found */
export async function look<Name extends LookupName>(
  host: LookupHost,
  name: Name,
  detail: LookupDetails[Name],
): Promise<void> {
  const key = keyOf(name, detail);
  const { signal } = host;
  const row = lookups[name];
  const before = foundOf(host.snapshot, name, detail);
  if (before.status === 'loading') return;
  keep(host, key, loading(before));
  try {
    // The table's row and the route have one name.
    const answer = (await host.port.call(name, {
      ...row.call(detail),
      signal,
    })) as LookupAnswers[Name];
    if (signal.aborted) return;
    const known = valueOf(before);
    const whole = known && row.joined ? row.joined(known, answer, detail) : answer;
    keep(host, key, fresh(whole, host.now()));
  } catch (error) {
    if (signal.aborted) return;
    keep(host, key, failed(before, host.onError(error, name)));
  }
}

/** The newest last; the oldest make room. */
function keep(host: LookupHost, key: string, remote: Remote<unknown>): void {
  const others = Object.entries(host.snapshot.found).filter(([other]) => other !== key);
  host.set({ found: Object.fromEntries([...others.slice(1 - KEPT), [key, remote]]) });
}
