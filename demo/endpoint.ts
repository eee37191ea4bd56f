import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import openapi from '../src/contract/generated/openapi.json' with { type: 'json' };
import { momentsOf, relive } from '../src/sandbox/pasts.js';
import { createLedgerEngine } from '../src/server/engines/ledger/index.js';
import { createEndpoint, type Endpoint } from '../src/server/index.js';
import { openStore, type Store } from '../src/server/stores/index.js';
import type { Preset } from './presets.js';

/** What the shops share with the endpoint they mount, and where its data lies. */
export interface EndpointSettings {
  presets: ReadonlyMap<string, Preset>;
  /** The programme that is started at once; the others start when they are first asked for. */
  first: string;
  secretKey: string;
  tokenKey: { kid: string; secret: string };
  /** Folder of the embedded database; not used with `databaseUrl`. */
  dataFolder: string;
  databaseUrl: string | undefined;
  /** Forgets all members and seeds anew. */
  reset: boolean;
}

/** The publishable key of a programme, the last part of its endpoint's path. */
export const publishableKey = (name: string): string => `pk_${name}`;

/** Who signs the tokens of a programme's members: one shop's must not open another's. */
export const issuer = (name: string): string => `shop_${name}`;

/**
 * The loyalty endpoint that the demo mounts below `/loyalty/v1/`: our own engine over PostgreSQL, once
 * for each programme. A programme starts, and its members get their past, when it is first asked for.
 */
export async function connectEndpoint(settings: EndpointSettings): Promise<Endpoint> {
  const store = await open(settings);
  const started = new Map<string, Promise<Endpoint>>();

  const start = (preset: Preset): Promise<Endpoint> => {
    const known = started.get(preset.name);
    if (known) return known;
    const starting = startProgramme(preset, shared(store), settings);
    started.set(preset.name, starting);
    // Whoever asks next tries again.
    starting.catch(() => started.delete(preset.name));
    return starting;
  };
  const running = async (): Promise<Endpoint[]> =>
    (await Promise.allSettled(started.values())).flatMap((one) =>
      one.status === 'fulfilled' ? [one.value] : [],
    );
  const nobody = createEndpoint({ programmes: {}, openapi });
  const first = settings.presets.get(settings.first);
  try {
    if (first) await start(first);
  } catch (error) {
    await store.close();
    throw error;
  }

  return {
    async fetch(request) {
      const [, name = ''] = /\/pk_([^/]+)/.exec(new URL(request.url).pathname) ?? [];
      const preset = settings.presets.get(name);
      return (preset ? await start(preset) : nobody).fetch(request);
    },
    async tick() {
      for (const endpoint of await running()) await endpoint.tick();
    },
    endStreams() {
      void running().then((all) => all.forEach((endpoint) => endpoint.endStreams()));
    },
    async close() {
      for (const endpoint of await running()) endpoint.endStreams();
      await store.close();
    },
  };
}

/** The store as one of several engines gets it: none of them closes it for the others. */
const shared = (store: Store): Store => ({
  feed: store.feed,
  transaction: (programme, work) => store.transaction(programme, work),
  snapshot: (programme, work) => store.snapshot(programme, work),
  close: () => Promise.resolve(),
});

async function startProgramme(
  { name, programme, past }: Preset,
  store: Store,
  { secretKey, tokenKey }: EndpointSettings,
): Promise<Endpoint> {
  let clock = 0;
  await relive(momentsOf(past, new Date(), programme.calendar.timeZone), {
    engine: createLedgerEngine({ store, programme, now: () => new Date(clock) }),
    turn: (at) => {
      clock = at;
    },
  });
  return createEndpoint({
    openapi,
    programmes: {
      [publishableKey(name)]: {
        engine: createLedgerEngine({ store, programme }),
        // The demo's pages have the endpoint's own origin; a shop elsewhere lists its own here.
        origins: [],
        token: { issuer: issuer(name), keys: { hs256: { [tokenKey.kid]: tokenKey.secret } } },
        shopSecrets: [secretKey],
      },
    },
  });
}

async function open({ databaseUrl, dataFolder, reset }: EndpointSettings): Promise<Store> {
  if (databaseUrl) {
    if (reset) {
      throw new Error(
        '--reset empties the embedded database only. Empty the one behind DATABASE_URL yourself, or unset DATABASE_URL.',
      );
    }
    return openStore(databaseUrl);
  }
  const isThere = existsSync(dataFolder);
  const store = await openStore({ dir: dataFolder });
  if (!reset || !isThere) return store;
  // Opened first, because only the lock tells whether another process still uses the folder.
  await store.close();
  await rm(dataFolder, { recursive: true, force: true });
  return openStore({ dir: dataFolder });
}
