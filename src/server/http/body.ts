import { HttpRefusal, invalid } from './refusal.js';
import { isStorable } from './text.js';

/** Reads a JSON body without trusting its length, its type or its encoding. */

/** What a page may send, in bytes: the longest form with every answer filled in stays far below. */
export const PAGE_BODY_BYTES = 64 * 1024;

const isJson = (type: string): boolean =>
  /^application\/(?:[\w.!#$&^-]+\+)?json\s*(?:;|$)/i.test(type);

const unsupported = (detail: string): HttpRefusal =>
  new HttpRefusal('validation-failed', detail, { status: 415, errors: [{ detail, pointer: '' }] });

const tooLong = (limit: number): HttpRefusal => {
  const detail = `The request body is longer than ${limit / 1024} kB.`;
  return new HttpRefusal('validation-failed', detail, { errors: [{ detail, pointer: '' }] });
};

const unreadable = (detail: string): HttpRefusal =>
  invalid('The request body cannot be read', [{ detail, pointer: '' }]);

/** The body's bytes, read piece by piece and given up as soon as there are too many. */
async function bytesOf(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length')) > limit) throw tooLong(limit);
  if (!request.body) {
    // No body; or a browser that does not give a request's body as a stream, where the sandbox runs.
    const whole = new Uint8Array(await request.arrayBuffer());
    if (whole.byteLength > limit) throw tooLong(limit);
    return whole;
  }
  const reader = request.body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw unreadable('the request ended before its body did');
    });
    if (done) break;
    length += value.byteLength;
    if (length > limit) {
      await reader.cancel();
      throw tooLong(limit);
    }
    pieces.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.byteLength;
  }
  return bytes;
}

/** Refuses a text that the store could not keep. */
function storable(name: string, value: unknown): unknown {
  if (!isStorable(name) || (typeof value === 'string' && !isStorable(value))) {
    throw new SyntaxError('a text that cannot be kept');
  }
  return value;
}

/**
 * @param limit the most bytes that are read
 * @returns the value; `{}` for no body, since every field of a request may be absent
 * @throws HttpRefusal `validation-failed`, with status 415 for another type than JSON
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const bytes = await bytesOf(request, limit);
  if (bytes.byteLength === 0) return {};
  if (!isJson(request.headers.get('Content-Type') ?? '')) {
    throw unsupported('The request body must be JSON, with Content-Type: application/json.');
  }
  if ((request.headers.get('Content-Encoding') ?? 'identity').toLowerCase() !== 'identity') {
    throw unsupported('The request body must not be compressed.');
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text, storable) as unknown;
  } catch {
    // The parser's own words would quote the body.
    throw unreadable('this is not well-formed JSON in UTF-8 without NUL and unpaired surrogates');
  }
}
