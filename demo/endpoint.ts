import { readFile, rm } from 'node:fs/promises';
import openapi from '../src/contract/generated/openapi.json' with { type: 'json' };
import { createLedgerEngine } from '../src/server/engines/ledger/index.js';
import { createEndpoint, ShopEvent, type Endpoint } from '../src/server/index.js';
import { openStore, type Store } from '../src/server/stores/index.js';
import { seedEvents } from './seed.js';

/** What the shop shares with the endpoint it mounts, and where its data lies. */
export interface EndpointSettings {
  /** The publishable key in the endpoint's path. */
  publishableKey: string;
  secretKey: string;
  tokenKey: { kid: string; secret: string };
  programmeFile: URL;
  /** Folder of the embedded database; not used with `databaseUrl`. */
  dataFolder: string;
  databaseUrl: string | undefined;
  /** Forgets all members and seeds anew. */
  reset: boolean;
}

/** The loyalty endpoint that the demo mounts below `/loyalty/v1/`: our own engine over PostgreSQL. */
export async function connectEndpoint(settings: EndpointSettings): Promise<Endpoint> {
  const { publishableKey, secretKey, tokenKey, programmeFile } = settings;
  const store = await open(settings);
  try {
    const engine = createLedgerEngine({
      store,
      programme: JSON.parse(await readFile(programmeFile, 'utf8')),
      name: programmeFile.pathname.split('/').slice(-2).join('/'),
    });
    for (const event of seedEvents(new Date())) await engine.shopEvent(ShopEvent.parse(event));
    return createEndpoint({
      openapi,
      programmes: {
        [publishableKey]: {
          engine,
          // The demo's pages have the endpoint's own origin; a shop elsewhere lists its own here.
          origins: [],
          token: { issuer: 'shop_oak', keys: { hs256: { [tokenKey.kid]: tokenKey.secret } } },
          shopSecrets: [secretKey],
        },
      },
    });
  } catch (error) {
    await store.close();
    throw error;
  }
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
  const store = await openStore({ dir: dataFolder });
  if (!reset) return store;
  // Opened first, because only the lock tells whether another process still uses the folder.
  await store.close();
  await rm(dataFolder, { recursive: true, force: true });
  return openStore({ dir: dataFolder });
}
