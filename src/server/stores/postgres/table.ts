import type { Param, Query } from './query.js';

/** How a column's value travels: times as milliseconds, objects as JSON. */
type Kind = 'text' | 'int' | 'bool' | 'time' | 'json';

/** `joinedAt` → `joined_at` */
const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function toParam(kind: Kind, value: unknown): Param {
  if (value === null || value === undefined) return null;
  if (kind === 'time') return new Date(value as number).toISOString();
  if (kind === 'json') return JSON.stringify(value);
  return value as Param;
}

/** PostgreSQL takes at most 65535 parameters in one statement; far below that it is quick anyway. */
const ROWS_AT_ONCE = 500;

/**
 * A table as its rows are typed: writes the lists of columns, so that each name stands once. All
 * tables begin with the programme, which `$1` always holds.
 */
export class SqlTable<Row extends object> {
  /** The select list, aliased to the row's field names. */
  readonly columns: string;
  readonly #kinds: readonly (readonly [keyof Row & string, Kind])[];

  /**
   * @param name the table's name
   * @param kinds field → kind, for every field that is written
   * @param unique the fields that together with the programme name a row
   */
  constructor(
    readonly name: string,
    kinds: Readonly<Record<keyof Row & string, Kind>>,
    private readonly unique: readonly (keyof Row & string)[],
  ) {
    this.#kinds = Object.entries(kinds) as [keyof Row & string, Kind][];
    this.columns = this.#kinds.map(([field]) => `"${snake(field)}" AS "${field}"`).join(', ');
  }

  /** Reads rows; `rest` is everything after WHERE and may use `$1` for the programme. */
  select<Extra extends object = object>(
    query: Query,
    programme: string,
    rest: string,
    params: readonly Param[] = [],
    extra = '',
  ): Promise<(Row & Extra)[]> {
    return query.query(
      `SELECT ${this.columns}${extra} FROM ${this.name} WHERE programme = $1 AND ${rest}`,
      [programme, ...params],
    );
  }

  /** Adds rows; @returns how many were new, where `skip` passes over those that exist */
  insert(
    query: Query,
    programme: string,
    rows: readonly Row[],
    skip: '' | 'ON CONFLICT DO NOTHING' = '',
  ): Promise<number> {
    return this.#write(query, programme, rows, skip);
  }

  /** Adds rows or replaces those that exist. */
  async upsert(query: Query, programme: string, rows: readonly Row[]): Promise<void> {
    const unique = new Set<string>(this.unique);
    const changed = this.#kinds.filter(([field]) => !unique.has(field));
    const set = changed.map(([field]) => `"${snake(field)}" = EXCLUDED."${snake(field)}"`);
    const keys = ['programme', ...this.unique.map((field) => `"${snake(field)}"`)];
    await this.#write(
      query,
      programme,
      rows,
      `ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${set.join(', ')}`,
    );
  }

  async #write(
    query: Query,
    programme: string,
    rows: readonly Row[],
    conflict: string,
  ): Promise<number> {
    let written = 0;
    const names = this.#kinds.map(([field]) => `"${snake(field)}"`).join(', ');
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const params: Param[] = [programme];
      const values = rows.slice(start, start + ROWS_AT_ONCE).map((row) => {
        const places = this.#kinds.map(
          ([field, kind]) => `$${params.push(toParam(kind, row[field]))}`,
        );
        return `($1, ${places.join(', ')})`;
      });
      const result = await query.query(
        `INSERT INTO ${this.name} (programme, ${names}) VALUES ${values.join(', ')} ${conflict} RETURNING 1`,
        params,
      );
      written += result.length;
    }
    return written;
  }
}

/** A moment as a parameter. */
export const time = (at: number): string => new Date(at).toISOString();
