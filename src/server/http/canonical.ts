/** Fingerprints of JSON: the same value gives the same text, and the same text the same hash. */

/**
 * JSON with its fields in order of their UTF-16 code units and without spaces (RFC 8785). Meant for
 * values that a schema has let through: their depth is known, so the recursion is bounded.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

const encoder = new TextEncoder();

export async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}

export async function sha256Hex(text: string): Promise<string> {
  const bytes = await sha256(text);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
