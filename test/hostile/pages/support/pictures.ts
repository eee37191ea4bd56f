import type { Tab } from './tab.js';

/** How much a channel of a pixel may differ before it counts: less is rounding of a blend. */
const TOLERANCE = 8;

/** The share of pixels that differ, 0 to 1; 1 when the sizes differ. Compared by a browser itself. */
export async function difference(tab: Tab, one: Buffer, other: Buffer): Promise<number> {
  const load = (picture: Buffer) =>
    `createImageBitmap(new Blob([Uint8Array.from(atob('${picture.toString('base64')}'), (c) => c.charCodeAt(0))]))`;
  return Number(
    await tab.read(`(async () => {
      const [a, b] = await Promise.all([${load(one)}, ${load(other)}]);
      if (a.width !== b.width || a.height !== b.height) return 1;
      const pixels = [a, b].map((picture) => {
        const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        pen.drawImage(picture, 0, 0);
        return pen.getImageData(0, 0, picture.width, picture.height).data;
      });
      let different = 0;
      for (let at = 0; at < pixels[0].length; at += 4) {
        const far = [0, 1, 2].some((c) => Math.abs(pixels[0][at + c] - pixels[1][at + c]) > ${TOLERANCE});
        if (far) different += 1;
      }
      return different / (pixels[0].length / 4);
    })()`),
  );
}
