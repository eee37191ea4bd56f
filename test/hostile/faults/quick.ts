/** How much faster short waits pass than elsewhere. */
const FACTOR = 20;
/** Waits that are shorter lie between two attempts; a longer one is the patience for an answer. */
const PATIENCE_MS = 10_000;

const real = globalThis.setTimeout;

/**
 * Lets the waits between attempts pass twenty times as fast in this process, so that no test waits
 * for them.
 * @returns the way back
 */
export function hurry(): () => void {
  globalThis.setTimeout = ((act: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
    real(act, ms < PATIENCE_MS ? ms / FACTOR : ms, ...args)) as typeof setTimeout;
  return () => void (globalThis.setTimeout = real);
}
