import { loggable } from './log-error.js';

/** What the shop's operators get to read. Never a token, a key, a secret or a body. */

export interface LogEntry {
  /** `error`: a fault of ours. `warn`: the engine or the shop's key server cannot be reached. */
  readonly level: 'error' | 'warn';
  readonly message: string;
  /** The same words that the caller was given, to find this entry by. */
  readonly reference: string;
  readonly method: string;
  /** The template of the resource, without ids; `?` before it was found. */
  readonly route: string;
  readonly status: number;
  /** An error with name, code, message, stack and causes, without what a driver hangs on it. */
  readonly error: unknown;
}

export type Log = (entry: LogEntry) => void;

export const logToConsole: Log = ({ level, message, reference, method, route, status, error }) => {
  const say = level === 'warn' ? console.warn : console.error;
  say(`[loyalty-widget] ${method} ${route} ${status} ${reference}: ${message}`, error);
};

/** Logs what may be logged. A log that fails must not take the answer with it. */
export function quietly(log: Log, entry: LogEntry): void {
  try {
    log({ ...entry, error: loggable(entry.error) });
  } catch (error) {
    console.error('[loyalty-widget] the log itself failed', loggable(error));
  }
}
