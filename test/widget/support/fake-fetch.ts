/** One request as the network saw it. */
export interface Sent {
  readonly url: URL;
  readonly init: RequestInit;
  readonly headers: Headers;
}

type Responder = (sent: Sent, attempt: number) => Response | Promise<Response>;

const real = globalThis.fetch;

/** Stands in for the network until `restoreFetch`. @returns the requests, as they come */
export function stubFetch(respond: Responder): Sent[] {
  const seen: Sent[] = [];
  globalThis.fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const sent = { url, init, headers: new Headers(init.headers) };
    seen.push(sent);
    if (init.signal?.aborted) throw init.signal.reason;
    const aborted = new Promise<never>((_, reject) =>
      init.signal?.addEventListener('abort', () =>
        reject(new DOMException('The user aborted a request.', 'AbortError')),
      ),
    );
    return Promise.race([respond(sent, seen.length - 1), aborted]);
  };
  return seen;
}

export const restoreFetch = (): void => {
  globalThis.fetch = real;
};

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });

/** A problem of the contract. */
export const problem = (
  code: string,
  status: number,
  headers: Record<string, string> = {},
): Response =>
  json({ type: 'about:blank', title: code, status, code, retry: 'never' }, status, {
    'content-type': 'application/problem+json',
    ...headers,
  });

export const page = (status: number): Response =>
  new Response('<!doctype html><h1>Oops</h1>', {
    status,
    headers: { 'content-type': 'text/html' },
  });
