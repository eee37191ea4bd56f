/** Debian's Chromium as shoppers have it, or the one that `CHROMIUM_PATH` names. */
export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/**
 * The same without tabs and bars, which the one above draws for every page though nobody sees them:
 * an empty page takes a third of the time. It keeps no page for the way back, and may never find a
 * page idle. Debian's script for it hands on no signal.
 */
export const CHROMIUM_SHELL =
  process.env.CHROMIUM_PATH ?? '/usr/lib/chromium/chromium-headless-shell';
