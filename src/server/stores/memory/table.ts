/** Undoes the latest changes, newest first. */
export type Journal = (() => void)[];

/** Rows by key, with a way back: every change notes in the journal how to undo it. */
export class Table<Row extends object> {
  readonly #rows = new Map<string, Row>();
  readonly #byMember = new Map<string, Map<string, Row>>();

  /**
   * @param journal where changes are noted
   * @param memberOf whose row it is, for tables that are read by member
   */
  constructor(
    private readonly journal: Journal,
    private readonly memberOf: (row: Row) => string,
  ) {}

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  /** The rows of one member, in the order in which they were first written. */
  of(member: string): Row[] {
    return [...(this.#byMember.get(member)?.values() ?? [])];
  }

  /** The same with their keys. */
  entriesOf(member: string): [string, Row][] {
    return [...(this.#byMember.get(member)?.entries() ?? [])];
  }

  all(): Row[] {
    return [...this.#rows.values()];
  }

  set(key: string, row: Row): void {
    const before = this.#rows.get(key);
    this.#put(key, Object.freeze({ ...row }));
    this.journal.push(() => {
      if (before) this.#put(key, before);
      else this.#drop(key);
    });
  }

  delete(key: string): void {
    const before = this.#rows.get(key);
    if (!before) return;
    this.#drop(key);
    this.journal.push(() => this.#put(key, before));
  }

  #put(key: string, row: Row): void {
    this.#rows.set(key, row);
    const member = this.memberOf(row);
    const rows = this.#byMember.get(member) ?? new Map<string, Row>();
    rows.set(key, row);
    this.#byMember.set(member, rows);
  }

  #drop(key: string): void {
    const row = this.#rows.get(key);
    if (!row) return;
    this.#rows.delete(key);
    this.#byMember.get(this.memberOf(row))?.delete(key);
  }
}
