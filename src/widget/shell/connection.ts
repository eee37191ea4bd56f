import type { OnDropped } from '../../contract/decode.js';
import { Client } from '../client/client.js';
import { endpointUrl } from '../client/endpoint.js';
import { LoyaltyError } from '../client/errors.js';
import type { Port } from '../client/port.js';
import { tokenFrom, type GetToken } from '../client/token.js';
import { Store, type Settings, type StoreListeners } from '../store/store.js';

/** What the merchant wrote on the provider, and the token source that the page may have set. */
export interface ConnectionSettings extends Settings {
  endpoint: string | null;
  tokenUrl: string | null;
  getToken: GetToken | undefined;
  locale: () => string;
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
  const { joinUrl, signInUrl, applyUrl, hasPanel = false } = settings;
  const { port, scope } = portFrom(settings, listeners.onDropped);
  return new Store({
    ...listeners,
    port,
    scope,
    settings: { joinUrl, signInUrl, applyUrl, hasPanel },
  });
}

function portFrom(
  settings: ConnectionSettings,
  onDropped: OnDropped,
): { port: Port; scope: string } {
  const page = location.href;
  try {
    const endpoint = endpointUrl(settings.endpoint, page);
    const { tokenUrl, locale } = settings;
    const asked = settings.getToken ?? (tokenUrl ? tokenFrom(tokenUrl, page) : undefined);
    const getToken: GetToken = asked ?? (() => Promise.resolve(null));
    return { port: new Client({ endpoint, getToken, locale, onDropped }), scope: endpoint };
  } catch (error) {
    if (!(error instanceof LoyaltyError)) throw error;
    const fail = () => Promise.reject(error);
    return {
      port: { call: fail, isSignedIn: () => Promise.resolve(false), forget: () => undefined },
      scope: '',
    };
  }
}
