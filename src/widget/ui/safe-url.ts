/**
 * An address from data that may become a link: `https:`, `http:` on this very origin, or a path of
 * the page's own origin. Anything else (`javascript:`, `data:`, `//evil`) is no address.
 * Parsed, not matched; against the page's address and not its `<base href>`.
 *
 * @returns the absolute address, or undefined: then the text stays and the link goes
 */
export function safeUrl(
  value: string | null | undefined,
  page = location.href,
): string | undefined {
  if (!value) return undefined;
  let url: URL;
  try {
    url = new URL(value, page);
  } catch {
    return undefined;
  }
  const isOwn = url.origin === new URL(page).origin && url.protocol.startsWith('http');
  const isWritten = /^(https?:\/\/|\/(?![/\\\s])|[#?])/i.test(value);
  const isAllowed = isWritten && (isOwn || url.protocol === 'https:');
  return isAllowed && !url.username && !url.password ? url.href : undefined;
}
