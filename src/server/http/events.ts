import type { LiveEvent } from '../engine.js';
import type { Handler } from './call.js';
import { HttpRefusal } from './refusal.js';
import { NO_STORE, type Reply } from './reply.js';

/** Server-sent events (WHATWG HTML section 9.2): what changes for a member, as it happens. */

/** A comment this often keeps proxies from taking a quiet stream for a dead one, in milliseconds. */
const HEARTBEAT = 20_000;
/** After so many of them a stream ends: its reader needs a new ticket, and with it a token. */
const BEATS = 180;
/** When a native reader comes back by itself, in milliseconds. */
const RETRY = 5_000;
/** As many as one process holds open; more are sent to polling. */
const STREAMS = 10_000;

const HEADERS = {
  'Content-Type': 'text/event-stream',
  // `no-transform` and the second one keep proxies from collecting events before they pass them on.
  'Cache-Control': `${NO_STORE}, no-transform`,
  'X-Accel-Buffering': 'no',
};

const encoder = new TextEncoder();

/** An event in the stream's own format; the id is what a reader comes back with. */
function written(event: LiveEvent): Uint8Array {
  const lines = (id: string | null, data: unknown): string =>
    `${id === null ? '' : `id: ${id}\n`}event: ${event.type}\ndata: ${JSON.stringify(data)}\n\n`;
  switch (event.type) {
    case 'changes':
      return encoder.encode(lines(event.changes.rev, event.changes));
    case 'program':
      return encoder.encode(lines(null, { rev: event.rev }));
    case 'reset':
      // Without an id nobody comes back for what cannot be told.
      return encoder.encode(lines('', {}));
  }
}

/** The open streams of an endpoint. */
export class Streams {
  readonly #open = new Set<AbortController>();

  /** @param heartbeat in milliseconds; tests do not wait so long */
  constructor(private readonly heartbeat: number = HEARTBEAT) {}

  get size(): number {
    return this.#open.size;
  }

  /** Ends all of them: nobody who waits for running requests waits for these. */
  end(): void {
    for (const stream of [...this.#open]) stream.abort();
  }

  /**
   * Writes events as they come. One event waits at most: the next is asked for when the reader has
   * taken it, so that a slow reader costs no memory.
   */
  write(
    events: AsyncIterable<LiveEvent>,
    life: AbortController,
  ): ReadableStream<Uint8Array<ArrayBufferLike>> {
    const iterator = events[Symbol.asyncIterator]();
    let next: Promise<IteratorResult<LiveEvent>> | undefined;
    let beats = 0;
    const done = (): void => {
      this.#open.delete(life);
      life.abort();
    };
    this.#open.add(life);
    return new ReadableStream({
      start(controller) {
        controller.enqueue(encoder.encode(`retry: ${RETRY}\n\n`));
      },
      pull: async (controller) => {
        try {
          next ??= iterator.next();
          const result = await Promise.race([next, this.#beat(life.signal)]);
          if (result === 'beat') {
            beats += 1;
            if (beats < BEATS) return controller.enqueue(encoder.encode(':\n\n'));
          } else {
            next = undefined;
            if (!result.done) return controller.enqueue(written(result.value));
          }
        } catch {
          // The reader comes back, or polls; why it broke off is nothing that it could use.
        }
        done();
        controller.close();
      },
      cancel: async () => {
        done();
        await iterator.return?.();
      },
    });
  }

  #beat(signal: AbortSignal): Promise<'beat'> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', clear);
        resolve('beat');
      }, this.heartbeat);
      // Once ended, the iterator itself says so.
      const clear = (): void => clearTimeout(timer);
      signal.addEventListener('abort', clear, { once: true });
    });
  }
}

/** @param streams where the open ones are counted */
export const events =
  (streams: Streams): Handler =>
  async ({ request, programme, query }): Promise<Reply> => {
    const { live } = programme.engine;
    if (!live) {
      throw new HttpRefusal('not-supported', 'This programme has no live updates: poll instead.');
    }
    const { ticket } = query;
    if (ticket === undefined) {
      throw new HttpRefusal(
        'token-missing',
        'The stream needs a ticket: use the address in `live.events` of the bootstrap document.',
      );
    }
    if (request.method === 'HEAD') return { status: 200, headers: HEADERS, text: null };
    if (streams.size >= STREAMS) {
      throw new HttpRefusal('upstream-busy', 'Too many streams are open. Poll instead.', {
        after: 60,
      });
    }
    const life = new AbortController();
    request.signal.addEventListener('abort', () => life.abort(), { once: true });
    const last = request.headers.get('Last-Event-ID');
    const all = await live.open(ticket, last === '' ? null : last, life.signal);
    return { status: 200, headers: HEADERS, text: null, stream: streams.write(all, life) };
  };
