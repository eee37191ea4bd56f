import { LoyaltyError } from '../../client/errors.js';

/** What `preview="…"` asks to be shown. */
export interface PreviewWish {
  /** Whose state: nobody's, one with nothing in it, one at a step; absent, whoever looks. */
  readonly member?: 'guest' | 'empty' | { readonly track: string; readonly step: string };
  /** The endpoint is out of reach. */
  readonly isBroken: boolean;
  /** It was in reach once, and is no more. */
  readonly isStale: boolean;
}

/** Mirrored, in the language that is spoken anyway: read where the words are made. */
const LOOKS = ['rtl'];
const HELP =
  'Write guest, empty, error, stale, rtl or a track and its step ("tier:gold"); several with a blank between.';

/** @throws LoyaltyError `bad-config` that names what it does not know */
export function readPreview(text: string): PreviewWish {
  let member: PreviewWish['member'];
  const words = text
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean);
  for (const word of words) {
    const [, track, step] = /^([^:]+):(.+)$/.exec(word) ?? [];
    if (track && step) member = { track, step };
    else if (word === 'guest' || word === 'empty') member = word;
    else if (!['error', 'stale', ...LOOKS].includes(word)) {
      throw new LoyaltyError('bad-config', `preview="${text}" is not known at "${word}". ${HELP}`);
    }
  }
  return {
    ...(member && { member }),
    isBroken: words.includes('error'),
    isStale: words.includes('stale'),
  };
}
