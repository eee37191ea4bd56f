/** What of an error may stand in a log: where and why it happened, never what it happened with. */

/** Causes of causes that are followed; more is a circle. */
const DEPTH = 5;

/** SQLSTATE classes whose messages quote the data: data exceptions, and what a function raises. */
const QUOTING = /^(?:22|P0)/;
const SQLSTATE = /^[0-9A-Z]{5}$/;

type Fields = Readonly<Record<string, unknown>>;

/** Whether the message may hold values: the database's own words are safe by their class only. */
function mayQuote(error: Error, fields: Fields): boolean {
  // A parser's words quote what it read.
  if (error instanceof SyntaxError) return true;
  const { code } = fields;
  if (typeof code === 'string' && SQLSTATE.test(code) && 'severity' in fields) {
    return QUOTING.test(code);
  }
  return 'query' in fields || 'params' in fields || 'parameters' in fields;
}

const framesOf = ({ stack = '', message }: Error): string[] =>
  stack
    .split(message || '\0')
    .join('')
    .split('\n')
    .filter((line) => /^\s+at |^[\w.$<>/[\] ]*@\S+:\d+:\d+$/.test(line));

/**
 * The same error without what a driver hangs on it (a statement with its parameters, a row): only
 * name, code, message where it quotes no data, stack, and the same of its causes.
 */
export function loggable(error: unknown, depth = DEPTH): unknown {
  if (error === undefined) return undefined;
  if (!(error instanceof Error)) return new Error(`something else was thrown: a ${typeof error}`);
  const fields = error as Error & Fields;
  const message = mayQuote(error, fields) ? '(not shown: it may quote data)' : error.message;
  const clean = new Error(message) as Error & Record<string, unknown>;
  const hidden = { enumerable: false, configurable: true, writable: true };
  Object.defineProperty(clean, 'name', { ...hidden, value: error.name });
  const stack = [`${error.name}: ${message}`, ...framesOf(error)].join('\n');
  Object.defineProperty(clean, 'stack', { ...hidden, value: stack });
  const { code, cause, errors } = fields;
  if (typeof code === 'string' || typeof code === 'number') clean['code'] = code;
  if (depth === 0) return clean;
  if (cause !== undefined) {
    Object.defineProperty(clean, 'cause', { ...hidden, value: loggable(cause, depth - 1) });
  }
  if (error instanceof AggregateError && Array.isArray(errors)) {
    clean['errors'] = errors.map((one) => loggable(one, depth - 1));
  }
  return clean;
}
