/** The language that a request asks for. */

/** A BCP 47 tag in its canonical spelling; `null` when the text is none. */
export function localeTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * The most wanted language of an `Accept-Language` (RFC 9110 section 12.5.4). What cannot be read is
 * passed over: browsers send this header unasked, and nobody should be refused for it.
 */
export function preferredLocale(header: string | null): string | undefined {
  let best: { tag: string; weight: number } | undefined;
  for (const entry of (header ?? '').split(',')) {
    const [range = '', ...parameters] = entry.split(';').map((part) => part.trim());
    const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
    const weight = quality === undefined ? 1 : Number(quality);
    const tag = range === '' ? null : localeTag(range);
    if (tag !== null && weight > (best?.weight ?? 0)) best = { tag, weight };
  }
  return best?.tag;
}
