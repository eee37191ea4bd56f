import type { LoyaltyEngine } from '../engine.js';
import { createSecretCheck, type CheckSecret } from './secret.js';
import { createVerifier, type TokenConfig, type VerifyToken } from './token.js';

/** One programme as the shop configures it, and as the endpoint holds it ready. */

export interface ProgrammeConfig {
  readonly engine: LoyaltyEngine;
  /**
   * The pages that may call, as exact origins (`https://shop.example`). Pages of the endpoint's own
   * origin may always; `*` lets everyone, and must be written out.
   */
  readonly origins: readonly string[];
  readonly token: TokenConfig;
  /** Secrets of the shop's own API; two at a time while one is replaced. Empty turns that API off. */
  readonly shopSecrets: readonly string[];
  /** How often the widget asks for changes while its panel is open, in seconds. Absent means 60. */
  readonly live?: { readonly poll: number };
}

export interface Programme {
  /** The publishable key: the last part of the endpoint's address. */
  readonly key: string;
  readonly engine: LoyaltyEngine;
  readonly origins: ReadonlySet<string>;
  readonly verifyToken: VerifyToken;
  readonly checkSecret: CheckSecret;
  readonly poll: number;
}

const POLL_SECONDS = 60;

/** The key stands in a path: what would be encoded there is refused at once, not found missing later. */
const KEY = /^[\w.~-]{1,255}$/;

/** The reader waits so long between two questions; nothing or a fraction would be a storm. */
function checkPoll(seconds: number): number {
  if (Number.isInteger(seconds) && seconds >= 1) return seconds;
  throw new TypeError('live.poll is a whole number of seconds, 1 or more');
}

function checkOrigin(origin: string): void {
  if (origin === '*') return;
  const parsed = URL.canParse(origin) ? new URL(origin).origin : null;
  if (parsed !== origin) {
    throw new TypeError(
      `"${origin}" is no origin: write scheme and host (and port) without a path, ` +
        `such as ${parsed === null || parsed === 'null' ? 'https://shop.example' : parsed}`,
    );
  }
}

/** @throws TypeError that names the programme and the setting, so that a shop sees it at the start */
export function createProgramme(key: string, config: ProgrammeConfig): Programme {
  if (!KEY.test(key)) throw new TypeError(`"${key}" cannot be a publishable key`);
  try {
    config.origins.forEach(checkOrigin);
    return {
      key,
      engine: config.engine,
      origins: new Set(config.origins),
      verifyToken: createVerifier(config.token),
      checkSecret: createSecretCheck(config.shopSecrets),
      poll: checkPoll(config.live?.poll ?? POLL_SECONDS),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TypeError(`programme "${key}": ${reason}`, { cause: error });
  }
}
