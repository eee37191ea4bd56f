import type { Tx } from '../../../stores/store.js';

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A fingerprint of a member's id that only this programme's store can draw. */
export async function printOf(tx: Tx, member: string): Promise<string> {
  const fresh = globalThis
    .btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  const key = await tx.tickets.key(fresh);
  const text = new TextEncoder().encode(JSON.stringify([key, member]));
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
}
