import { randomUUID } from 'node:crypto';
import { Client } from '../../../src/widget/client/client.js';
import { Store } from '../../../src/widget/store/store.js';
import { memoryStore } from '../../../src/server/stores/index.js';
import { wish } from '../../../src/conformance/tokens.js';
import type { Endpoint } from '../../../src/server/endpoint.js';
import {
  MEMBER,
  OTHER,
  openEndpoint,
  tell,
  tokens,
  URL_OF_ENDPOINT,
} from '../../conformance/stage.js';
import type { FaultServer, Line } from './server.js';

/** What the client asks of a browser before it asks the network. */
Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });

/** A shop's page without its elements: the widget's own client and store, and what they complain of. */
export interface Page {
  readonly store: Store;
  readonly line: Line;
  readonly endpoint: Endpoint;
  /** Everything that the store has reported. */
  readonly errors: unknown[];
  /** The code of somebody's link. */
  readonly invitation: () => Promise<string>;
  readonly close: () => void;
}

interface PageOptions {
  /** Who is signed in; null for a guest. */
  readonly member?: string | null;
  readonly fetch?: typeof fetch;
}

/** A member with points and an unopened gift looks at a page whose endpoint can be spoiled. */
export async function openPage(
  server: FaultServer,
  { member = MEMBER, fetch: call }: PageOptions = {},
): Promise<Page> {
  const endpoint = await openEndpoint(memoryStore());
  await tell(endpoint, {
    type: 'voucher.granted',
    member: MEMBER,
    title: 'A surprise',
    grant: { kind: 'custom', label: 'A bell' },
  });
  const { line, url } = server.open(endpoint);
  const errors: unknown[] = [];
  const store = new Store({
    // Of its own, as the storage of a tab is.
    scope: `${url}#${randomUUID()}`,
    // On Node no page stands around it that could be asked.
    settings: () => ({ allowFramed: true }),
    port: new Client({
      endpoint: url,
      locale: () => 'en',
      getToken: () => Promise.resolve(member === null ? null : tokens(wish(member))),
      ...(call ? { fetch: call } : {}),
    }),
    onError: (error) => void errors.push(error),
  });
  return {
    store,
    line,
    endpoint,
    errors,
    invitation: async () => {
      const headers = { Authorization: `Bearer ${await tokens(wish(OTHER))}` };
      const answer = await endpoint.fetch(new Request(`${URL_OF_ENDPOINT}/bootstrap`, { headers }));
      const { me } = (await answer.json()) as { me: { referral: { code: string } } };
      return me.referral.code;
    },
    close: () => store.disconnect(),
  };
}
