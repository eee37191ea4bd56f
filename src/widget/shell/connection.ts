import type { OnDropped } from '../../contract/decode.js';
import { Client } from '../client/client.js';
import { endpointUrl } from '../client/endpoint.js';
import { LoyaltyError } from '../client/errors.js';
import type { Port } from '../client/port.js';
import type { GetToken } from '../client/token.js';
import { Store, type Settings, type StoreListeners } from '../store/store.js';

/** What the merchant wrote on the provider. */
export interface ConnectionSettings {
  endpoint: string | null;
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
  const { port, scope } = portFrom(settings, listeners.onDropped);
  return new Store({ ...listeners, port, scope, settings: settings.settings });
}

function portFrom(
  settings: ConnectionSettings,
  onDropped: OnDropped,
): { port: Port; scope: string } {
  try {
    const endpoint = endpointUrl(settings.endpoint, location.href);
    const { getToken, locale } = settings;
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
