import type { ShopOptions } from './options.js';

/** The shop's own door to the loyalty endpoint. */
export interface EndpointClient {
  get(path: string): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
}

/** No shopper waits longer than this for points. */
const patience = 4000;

/** Makes a client that speaks with the shop's secret key. */
export function createEndpointClient({
  endpoint,
  endpointUrl,
  secretKey,
}: Pick<ShopOptions, 'endpoint' | 'endpointUrl' | 'secretKey'>): EndpointClient {
  const call = (path: string, init: RequestInit): Promise<Response> => {
    const signal = AbortSignal.timeout(patience);
    const request = new Request(endpointUrl + path, {
      ...init,
      signal,
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    });
    // A handler in the same process need not heed the signal, so the shop heeds it as well.
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('the loyalty endpoint is too slow')));
      endpoint(request).then(resolve, reject);
    });
  };
  return {
    get: (path) => call(path, { method: 'GET' }),
    post: (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}
