import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { NotApplicable } from './check.js';

/** What is asked of the shop's command: a token of this member with these claims. */
export interface TokenWish {
  readonly member: string;
  /** `aud`. */
  readonly audience: string;
  /** `iat` and `exp`, seconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly scope: string;
}

/** Makes tokens as the shop's own server would. @throws Error when it cannot */
export type TokenSource = (wish: TokenWish) => Promise<string>;

export const AUDIENCE = 'loyalty-widget';
export const SCOPE = 'read redeem act profile';
/** Five minutes, as the contract advises. */
const LIFETIME = 300;

const run = promisify(execFile);
const SECONDS = 1000;

/**
 * Tokens from a command of the shop, run by the shell with `LOYALTY_MEMBER`, `LOYALTY_AUDIENCE`,
 * `LOYALTY_ISSUED_AT`, `LOYALTY_EXPIRES_AT` and `LOYALTY_SCOPE` in its environment; what it prints is
 * the token.
 */
export const tokenCommand =
  (command: string, timeout: number): TokenSource =>
  async ({ member, audience, issuedAt, expiresAt, scope }) => {
    const [shell, flag] = process.platform === 'win32' ? ['cmd', '/c'] : ['/bin/sh', '-c'];
    const { stdout } = await run(shell, [flag, command], {
      timeout,
      env: {
        ...process.env,
        LOYALTY_MEMBER: member,
        LOYALTY_AUDIENCE: audience,
        LOYALTY_ISSUED_AT: String(issuedAt),
        LOYALTY_EXPIRES_AT: String(expiresAt),
        LOYALTY_SCOPE: scope,
      },
    });
    const token = stdout.trim();
    if (token === '' || /\s/.test(token)) {
      throw new Error(`The token command must print one token and nothing else: ${command}`);
    }
    return token;
  };

/** The claims of a token, unchecked; `null` for what is no JWT. */
export function claimsOf(token: string): Record<string, unknown> | null {
  try {
    const part = token.split('.')[1] ?? '';
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  } catch {
    return null;
  }
}

const now = (): number => Math.floor(Date.now() / SECONDS);

/** A good token of a member, or one that differs in what is named. */
export function wish(member: string, change: Partial<TokenWish> = {}): TokenWish {
  const issuedAt = now();
  return {
    member,
    audience: AUDIENCE,
    issuedAt,
    expiresAt: issuedAt + LIFETIME,
    scope: SCOPE,
    ...change,
  };
}

/** When a token ran out long ago: far beyond any leeway. */
export const expired = (): Partial<TokenWish> => ({
  issuedAt: now() - 2 * 3_600,
  expiresAt: now() - 3_600,
});

/**
 * A token that differs from a good one in one claim, to see it refused.
 * @throws NotApplicable when the command makes the same token whatever it is asked for
 */
export async function differing(
  source: TokenSource,
  member: string,
  change: Partial<TokenWish>,
  claim: 'aud' | 'exp' | 'scope',
): Promise<string> {
  const wanted = wish(member, change);
  const token = await source(wanted);
  const claims = claimsOf(token);
  const asked = { aud: wanted.audience, exp: wanted.expiresAt, scope: wanted.scope }[claim];
  const variable = { aud: 'LOYALTY_AUDIENCE', exp: 'LOYALTY_EXPIRES_AT', scope: 'LOYALTY_SCOPE' };
  if (claims?.[claim] !== asked) {
    throw new NotApplicable(
      `the token command does not put ${variable[claim]} into the token as "${claim}"`,
    );
  }
  return token;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What somebody without a key would send: the claims of a good token, `alg: none`, no signature. */
export const unsigned = (good: string): string =>
  `${encode({ alg: 'none', typ: 'JWT' })}.${good.split('.')[1]}.`;

/** A good token of one member that was rewritten to name another. */
export function renamed(good: string, member: string): string {
  const [header, , signature] = good.split('.');
  return `${header}.${encode({ ...claimsOf(good), sub: member })}.${signature}`;
}

/** A good token whose signature was made with nobody's key. */
export function forged(good: string): string {
  const [header, claims, signature = ''] = good.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 0xff;
  return `${header}.${claims}.${bytes.toString('base64url')}`;
}
