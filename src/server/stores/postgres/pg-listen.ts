import pg from 'pg';
import type { Database } from './query.js';

/** How long to wait before a lost connection is made anew, in milliseconds; doubled up to the second. */
const AGAIN_MS = 500;
const AGAIN_MOST_MS = 30_000;

/** Listens on a connection of its own, and makes it anew when it breaks. */
export async function listenOn(
  url: string,
  ...[channel, heard, missed]: Parameters<Database['listen']>
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const open = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on('notification', ({ payload }) => heard(payload ?? ''));
    // Reported by `end` as well; without a listener it would end the process.
    next.on('error', () => undefined);
    try {
      await next.connect();
      await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    client = next;
    next.on('end', () => again(AGAIN_MS));
  };

  const again = (wait: number): void => {
    if (isStopped) return;
    timer = setTimeout(() => {
      open().then(missed, () => again(Math.min(AGAIN_MOST_MS, wait * 2)));
    }, wait);
    timer.unref?.();
  };

  await open();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await client?.end();
  };
}
