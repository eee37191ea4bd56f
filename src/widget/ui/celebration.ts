/**
 * Confetti for a redemption, a finished challenge, a new level. Who asks for less motion gets none:
 * the library is then not even loaded.
 */

const PARTICLES = 90;
const TICKS = 160;

/** @param host whose shadow root holds the canvas for as long as it lasts */
export async function celebrate(host: HTMLElement): Promise<void> {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const { default: confetti } = await import('canvas-confetti');
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  // A popover lies in the top layer, above the dialog that the shopper looks at.
  canvas.popover = 'manual';
  const style: Record<string, string> = {
    position: 'fixed',
    inset: '0',
    inlineSize: '100%',
    blockSize: '100%',
    border: '0',
    padding: '0',
    margin: '0',
    background: 'none',
    pointerEvents: 'none',
  };
  Object.assign(canvas.style, style);
  (host.shadowRoot ?? host).append(canvas);
  try {
    canvas.showPopover?.();
    // A worker would come from a blob: address, which a strict CSP refuses, and never settle.
    const fire = confetti.create(canvas, { useWorker: false, resize: true });
    const shot = { particleCount: PARTICLES, spread: 75, startVelocity: 38, ticks: TICKS };
    await Promise.all([
      fire({ ...shot, angle: 60, origin: { x: 0, y: 0.9 } }),
      fire({ ...shot, angle: 120, origin: { x: 1, y: 0.9 } }),
    ]);
  } finally {
    canvas.remove();
  }
}
