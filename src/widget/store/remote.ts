/**
 * What we know of one resource. Each has its own: one that fails never blanks another, and the last
 * good value stays while a new one is fetched.
 */
export type Remote<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly value?: T; readonly at?: number }
  | { readonly status: 'fresh'; readonly value: T; readonly at: number }
  | { readonly status: 'stale'; readonly value: T; readonly at: number; readonly error: Failure }
  | { readonly status: 'failed'; readonly error: Failure };

/** Why a resource is not there; `code` picks the sentence that the shopper reads. */
export interface Failure {
  readonly code: string;
}

export const idle: Remote<never> = { status: 'idle' };

/** The last good value, however old. */
export const valueOf = <T>(remote: Remote<T>): T | undefined =>
  'value' in remote ? remote.value : undefined;

export const loading = <T>(before: Remote<T>): Remote<T> =>
  'value' in before && before.value !== undefined && 'at' in before && before.at !== undefined
    ? { status: 'loading', value: before.value, at: before.at }
    : { status: 'loading' };

export const fresh = <T>(value: T, at: number): Remote<T> => ({ status: 'fresh', value, at });

export const failed = <T>(before: Remote<T>, error: Failure): Remote<T> =>
  'value' in before && before.value !== undefined
    ? { status: 'stale', value: before.value, at: before.at ?? 0, error }
    : { status: 'failed', error };
