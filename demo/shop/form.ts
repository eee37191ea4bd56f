import type { Context } from 'hono';

/** Reads a posted form; what is missing or a file reads as an empty string. */
export async function readForm(c: Context): Promise<(name: string) => string> {
  const body = await c.req.parseBody();
  return (name) => {
    const value = body[name];
    return typeof value === 'string' ? value.trim() : '';
  };
}

/** A whole number from a form, kept between two bounds; null when it is not one. */
export function wholeNumber(text: string, min: number, max: number): number | null {
  if (!/^\d{1,6}$/.test(text)) return null;
  return Math.min(Math.max(Number(text), min), max);
}
