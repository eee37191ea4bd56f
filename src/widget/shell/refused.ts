let isSaid = false;

/**
 * The page's Content-Security-Policy allows no Trusted Types policy of ours, and without one nothing can
 * be drawn: says so once, and takes away the button that would open nothing. The page itself goes on,
 * with whatever it wrote inside our tags. It imports nothing, because nothing of ours can be imported.
 */
export function refuse(): void {
  document.querySelectorAll('loyalty-launcher').forEach((launcher) => launcher.remove());
  if (isSaid) return;
  isSaid = true;
  const message =
    'is kept out by the Content-Security-Policy of this page. Add its name there: trusted-types … loyalty-widget. See docs/embedding.md.';
  console.warn(`<loyalty-widget> ${message}`);
  const place = document.querySelector('loyalty-widget') ?? window;
  place.dispatchEvent(
    new CustomEvent('loyalty-error', {
      bubbles: true,
      composed: true,
      detail: { code: 'trusted_types_blocked', message, source: 'page' },
    }),
  );
}
