/** One worker for all tabs of a browser: the first leads, the others listen, and one of them follows. */

export interface Share {
  /** Says something to the other tabs. */
  post(message: unknown): void;
  /** Leaves; where this tab led, another one takes over. */
  stop(): void;
}

/**
 * @param name the same in all tabs that share
 * @param lead begins the work in the tab that leads; gives the way to end it
 * @param hear what another tab has posted
 */
export function share(
  name: string,
  lead: () => () => void,
  hear: (message: unknown) => void,
): Share {
  // Where tabs cannot agree (no secure page, an old browser), each does it for itself.
  if (!('locks' in navigator) || !('BroadcastChannel' in globalThis)) {
    return { post: () => undefined, stop: lead() };
  }
  const channel = new BroadcastChannel(name);
  const waiting = new AbortController();
  let end: (() => void) | undefined;
  channel.addEventListener('message', ({ data }) => hear(data));
  navigator.locks
    .request(name, { signal: waiting.signal }, () => {
      if (waiting.signal.aborted) return undefined;
      return new Promise<void>((resolve) => {
        const stop = lead();
        end = () => {
          stop();
          resolve();
        };
      });
    })
    .catch(() => undefined);
  const stop = (): void => {
    waiting.abort();
    end?.();
    // A page that was kept for the way back is told once more when it returns.
    end = undefined;
    channel.close();
    removeEventListener('pagehide', stop);
  };
  // A page that holds a lock cannot be kept for the way back.
  addEventListener('pagehide', stop);
  return { post: (message) => channel.postMessage(message), stop };
}
