/** What a link can open and close. */
interface Panel extends EventTarget {
  open(path?: string): Promise<void>;
  close(): void;
}

/** The path in `#loyalty=rewards/off5`; undefined where the fragment is somebody else's. */
export function pathIn(fragment: string): string | undefined {
  const found = /^#loyalty(?:=(.*))?$/s.exec(fragment);
  if (!found) return undefined;
  const [, path = ''] = found;
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray per cent sign: as it stands it may still name something.
    return path;
  }
}

/**
 * Follows links to `#loyalty=rewards/off5`: opens what they name, and closes the panel when the
 * shopper goes back from there. It only reads the address. A pushed or replaced entry would be news
 * to the shop's own router; the link's own entry is what "back" undoes.
 */
export function followLinks(panel: Panel, signal: AbortSignal): void {
  let isOpenedByLink = false;
  const open = (path: string): void => {
    isOpenedByLink = true;
    void panel.open(path);
  };

  const follow = (): void => {
    const path = pathIn(location.hash);
    if (path !== undefined) open(path);
    else if (isOpenedByLink) panel.close();
  };

  /** A link to where the address is already changes nothing, and says nothing. */
  const again = (event: MouseEvent): void => {
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.defaultPrevented || !isPlain) return;
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    const path = link?.href === location.href ? pathIn(location.hash) : undefined;
    if (path !== undefined) open(path);
  };

  addEventListener('hashchange', follow, { signal });
  addEventListener('click', again, { signal });
  panel.addEventListener('loyalty-closed', () => (isOpenedByLink = false), { signal });
  follow();
}
