import { emulateMedia, setViewport } from '@web/test-runner-commands';

/**
 * What a test wants of the device it runs on. Only Chromium can be told; the others run under less
 * motion from the start (scripts/wtr.config.mjs), in a window that stays as it is.
 */
export const isChromium = /Chrome\//.test(navigator.userAgent);

/** Nothing moves from here on, or things move again. */
export const lessMotion = async (isLess: boolean): Promise<void> => {
  if (isChromium) await emulateMedia({ reducedMotion: isLess ? 'reduce' : 'no-preference' });
};

/** A window of so many pixels, where that can be had: tests of one width ask `fits` first. */
export const windowOf = async (width: number, height = 800): Promise<void> => {
  if (isChromium) await setViewport({ width, height });
};

/** Whether a test of a window of this width says anything here. */
export const fits = (width: number): boolean => isChromium || innerWidth >= 720 === width >= 720;
