import type { OnDropped } from '../../contract/decode.js';
import { Client } from '../client/client.js';
import { endpointUrl } from '../client/endpoint.js';
import { LoyaltyError } from '../client/errors.js';
import type { Port } from '../client/port.js';
import type { GetToken } from '../client/token.js';
import { Store, type Settings, type StoreListeners } from '../store/store.js';

/** A programme that a page hands over, to be served inside the page (`loyalty-widget/sandbox`). */
export interface SandboxSetup {
  /** A programme file's content. */
  readonly programme: unknown;
  /** The members' past, as in `<programme>.members.json`. */
  readonly past?: unknown;
  /** Who looks: a member's key or state in `past`, any name for somebody new, `guest` for nobody. */
  readonly member?: string | null;
}

/** What the merchant wrote on the provider. */
export interface ConnectionSettings {
  endpoint: string | null;
  sandbox: SandboxSetup | undefined;
  preview: string | null;
  getToken: GetToken;
  locale: () => string;
  /** Read when it is needed, so that a late attribute counts. */
  settings: () => Settings;
}

/** Listens to what happens in the store. */
export interface ConnectionListeners extends StoreListeners {
  /** A list item of an answer was left out. */
  onDropped: OnDropped;
}

/**
 * A store over the configured endpoint. A wrong setting does not throw into the page: it gives a
 * store whose every call fails with that error, so that blocks say so and the console names it.
 */
export function connectionFrom(
  settings: ConnectionSettings,
  listeners: ConnectionListeners,
): Store {
  const { endpoint, preview, getToken } = settings;
  const open = (token: GetToken) => portTo(settings, token, listeners.onDropped);
  const port =
    preview === null
      ? open(getToken)
      : lazily(
          import('./preview/port.js').then(({ previewPort }) =>
            previewPort(preview, open, getToken, () => void store.refresh()),
          ),
        );
  // What was pressed in earnest is never asked again by a preview, nor the other way round.
  const scope = `${preview === null ? '' : 'preview '}${endpoint ?? ''}`;
  const store = new Store({ ...listeners, port, scope, settings: settings.settings });
  return store;
}

function portTo(
  { endpoint, sandbox, locale }: ConnectionSettings,
  getToken: GetToken,
  onDropped: OnDropped,
): Port {
  if (sandbox || endpoint?.startsWith('sandbox:')) {
    const wish = { endpoint, setup: sandbox, locale, onDropped };
    return lazily(import('../../sandbox/connect.js').then(({ connect }) => connect(wish)));
  }
  try {
    return new Client({
      endpoint: endpointUrl(endpoint, location.href),
      getToken,
      locale,
      onDropped,
    });
  } catch (error) {
    if (!(error instanceof LoyaltyError)) throw error;
    return lazily(Promise.reject(error));
  }
}

/** A port whose code is on its way, or that cannot be had: then every call fails with the reason. */
function lazily(coming: Promise<Port>): Port {
  coming.catch(() => undefined);
  return {
    call: async (name, call) => (await coming).call(name, call),
    isSignedIn: async () => (await coming).isSignedIn(),
    forget: () =>
      void coming.then(
        (port) => port.forget(),
        () => undefined,
      ),
  };
}
