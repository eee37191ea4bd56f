/** The small layer between our SQL and whichever driver speaks to PostgreSQL. */

/** What a statement may be given; objects go in as JSON text. */
export type Param = string | number | boolean | null | readonly string[];

export interface Query {
  /**
   * Runs one statement. `bigint` and `timestamptz` come back as numbers (milliseconds for times);
   * one that JavaScript cannot hold exactly is an error.
   */
  query<Row>(text: string, params?: readonly Param[]): Promise<Row[]>;
}

export interface Database extends Query {
  /** Runs `work` in one transaction; rolls back when it throws. */
  transaction<T>(work: (query: Query) => Promise<T>, mode?: 'write' | 'snapshot'): Promise<T>;
  /**
   * Hears what is sent on a channel, from the moment the promise resolves on.
   * @param missed called when the connection was lost for a while: anything may have been said
   * @returns the way to stop
   */
  listen(
    channel: string,
    heard: (payload: string) => void,
    missed: () => void,
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** PostgreSQL's type numbers of what is parsed here. */
export const INT8 = 20;
export const TIMESTAMPTZ = 1184;

/** @throws RangeError for a number that JavaScript cannot hold exactly */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`The database holds ${text}, which is not an exact integer in JavaScript`);
  }
  return value;
}

/** `2026-11-22 10:30:00.5+01` → milliseconds since 1970. */
export function parseTimestamp(text: string): number {
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  const value = Date.parse(iso);
  if (Number.isNaN(value)) throw new RangeError(`The database holds the time "${text}"`);
  return value;
}

/** How the snapshot mode begins: one unchanging picture, and no writing by mistake. */
export const SNAPSHOT = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** The SQLSTATE of a database error, from either driver. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
