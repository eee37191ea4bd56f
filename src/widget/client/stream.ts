import type { Changes } from '../../contract/types.js';

/** What a stream of live updates tells. */
export interface StreamListener {
  onOpen(): void;
  onChanges(changes: Changes): void;
  /** The definitions are others, or what was missed cannot be told: read everything anew. */
  onNews(): void;
  /** It is over; a new one needs a new ticket. */
  onEnd(): void;
}

/**
 * Opens an event stream. It is never left to come back by itself, because its ticket is spent: whoever
 * asked gets a new one with the state as it is by then, so that nothing is missed.
 * @param read makes changes of what arrives @returns the way to close it
 */
export function openStream(
  address: URL,
  read: (data: unknown) => Changes,
  listener: StreamListener,
): () => void {
  const source = new EventSource(address);
  const end = (): void => {
    source.close();
    listener.onEnd();
  };
  source.addEventListener('open', () => listener.onOpen());
  source.addEventListener('error', end);
  source.addEventListener('changes', ({ data }: MessageEvent<string>) => {
    try {
      listener.onChanges(read(JSON.parse(data)));
    } catch {
      // Half a document is none: the whole one is asked for.
      listener.onNews();
    }
  });
  source.addEventListener('program', () => listener.onNews());
  source.addEventListener('reset', end);
  return () => source.close();
}
