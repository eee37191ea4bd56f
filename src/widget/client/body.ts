import { LoyaltyError } from './errors.js';

/** More than any programme needs; a longer answer would block a phone while it is parsed. */
const MOST_BYTES = 2_000_000;

/**
 * Reads a JSON body and counts bytes while they come, because Content-Length says nothing about a
 * compressed body.
 * @throws LoyaltyError `bad-answer`
 */
export async function readJson(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (!/\bjson\b/.test(type)) {
    throw new LoyaltyError(
      'bad-answer',
      `${response.url} answered ${response.status} with "${type || 'no type'}" where JSON was expected. Is the endpoint's address right?`,
    );
  }
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > MOST_BYTES) {
      void reader.cancel();
      throw new LoyaltyError('bad-answer', `${response.url} answered more than 2 MB.`);
    }
    text += decoder.decode(value, { stream: true });
  }
  try {
    return JSON.parse(text + decoder.decode()) as unknown;
  } catch {
    throw new LoyaltyError('bad-answer', `${response.url} answered JSON that breaks off.`);
  }
}
