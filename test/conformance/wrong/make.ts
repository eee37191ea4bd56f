import { claimsOf, wish } from '../../../src/conformance/tokens.js';
import { tokens } from '../stage.js';

/** How an endpoint is made wrong in one thing. */

export type Serve = (request: Request) => Promise<Response>;
export type Json = Record<string, unknown>;

export interface Wrong {
  /** What it does wrong, as its developer would not say it. */
  readonly is: string;
  /** The check that must notice. */
  readonly caughtBy: string;
  /** Checks that must have run before. */
  readonly after?: readonly string[];
  /** The wrong endpoint, made of the right one. */
  readonly make: (right: Serve) => Serve;
}

export const path = (request: Request): string =>
  new URL(request.url).pathname.replace(/.*pk_oak/, '');
export const isRedemption = (request: Request): boolean =>
  /^\/rewards\/small\/redeem/.test(path(request));
export const tokenOf = (request: Request): string =>
  request.headers.get('Authorization')?.replace('Bearer ', '') ?? '';

/** The same request with other headers; `null` takes one away. */
export function asking(
  request: Request,
  headers: Record<string, string | null>,
  method = request.method,
): Request {
  const all = new Headers(request.headers);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) all.delete(name);
    else all.set(name, value);
  }
  return new Request(request, { headers: all, method });
}

/** The same answer with other headers, status or body. */
export function answering(
  response: Response,
  {
    headers = {},
    status = response.status,
    body,
  }: { headers?: Record<string, string | null>; status?: number; body?: string | null },
): Response {
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) all.delete(name);
    else all.set(name, value);
  }
  return new Response(body === undefined ? response.body : body, { status, headers: all });
}

/** Changes the document of every answer to such a request. */
export const document =
  (fits: (request: Request) => boolean, change: (body: Json) => unknown): Wrong['make'] =>
  (right) =>
  async (request) => {
    const response = await right(request);
    if (!fits(request) || response.status === 304) return response;
    const text = await response.text();
    if (text === '') return answering(response, { body: null });
    const body = JSON.parse(text) as Json;
    return answering(response, { body: JSON.stringify(change(body) ?? body) });
  };

export const header =
  (
    headers: Record<string, string | null>,
    fits: (request: Request, response: Response) => boolean = () => true,
  ): Wrong['make'] =>
  (right) =>
  async (request) => {
    const response = await right(request);
    if (!fits(request, response) || response.status === 304) return response;
    return answering(response, { headers });
  };

/** Answers some requests in its own way, and leaves the others to the right one. */
export const instead =
  (fits: (request: Request) => boolean, answer: (request: Request) => Response): Wrong['make'] =>
  (right) =>
  (request) =>
    fits(request) ? Promise.resolve(answer(request)) : right(request);

/** Changes some requests before they are looked at. */
export const before =
  (
    fits: (request: Request) => boolean,
    change: (request: Request) => Request | Promise<Request>,
  ): Wrong['make'] =>
  (right) =>
  async (request) =>
    right(fits(request) ? await change(request) : request);

/** Whoever asks is believed to be this member. */
export async function signedAs(request: Request, member: string): Promise<Request> {
  return asking(request, { Authorization: `Bearer ${await tokens(wish(member))}` });
}

/** Believes what a token says, whatever its signature is worth. */
export const believing = (fits: (claims: Json, token: string) => boolean): Wrong['make'] =>
  before(
    (request) => {
      const claims = claimsOf(tokenOf(request));
      return claims !== null && fits(claims, tokenOf(request));
    },
    (request) => signedAs(request, String(claimsOf(tokenOf(request))?.['sub'])),
  );

export const is = (route: string) => (request: Request) => path(request) === route;
export const starts = (route: string) => (request: Request) => path(request).startsWith(route);
export const html = (status: number) => () =>
  new Response('<h1>Oops</h1>', { status, headers: { 'Content-Type': 'text/html' } });
export const signedIn = (request: Request): boolean => request.headers.has('Authorization');
export const set = (name: string, value: unknown) => (body: Json) => ({ ...body, [name]: value });
export const inside = (name: string, change: (part: Json) => unknown) => (body: Json) =>
  body[name] === null ? body : { ...body, [name]: change(body[name] as Json) };
export const keyOf = (request: Request): string =>
  (request.headers.get('Idempotency-Key') ?? '').replaceAll('"', '');
