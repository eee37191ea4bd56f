import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { CartItem } from './cart.js';
import type { Lang } from './i18n.js';

/** A message shown once, on the page that comes next. */
export interface Flash {
  tone: 'good' | 'bad' | 'info';
  text: string;
}

/** Light or dark, where a visitor has asked for one. */
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What the shop remembers of a visitor. */
export interface Session {
  lang: Lang | null;
  theme: Theme | null;
  member: string | null;
  cart: CartItem[];
  codes: string[];
  /** Orders made in this browser: only they can be looked at, order numbers are easily guessed. */
  orders: string[];
  flash: Flash | null;
}

const maxSessions = 5000;

const emptySession = (): Session => ({
  lang: null,
  theme: null,
  member: null,
  cart: [],
  codes: [],
  orders: [],
  flash: null,
});

/** Sessions in memory, behind a random id in a cookie. */
export interface SessionStore {
  /** Runs `handle` with the visitor's session and keeps what it changed. */
  within(c: Context, handle: (session: Session) => Promise<void>): Promise<void>;
}

/**
 * Makes a session store; the oldest sessions give way when it is full.
 * @param cookieName one for each shop, since all of them may have one address
 */
export function createSessionStore(cookieName: string): SessionStore {
  const sessions = new Map<string, Session>();

  const keep = (id: string, session: Session): void => {
    sessions.delete(id);
    sessions.set(id, session);
    const oldest = sessions.keys().next().value;
    if (sessions.size > maxSessions && oldest !== undefined) sessions.delete(oldest);
  };

  return {
    async within(c, handle) {
      const known = getCookie(c, cookieName) ?? '';
      const session = sessions.get(known) ?? emptySession();
      const before = JSON.stringify(session);
      const memberBefore = session.member;
      await handle(session);

      // No cookie for somebody who only looks around.
      if (JSON.stringify(session) === before) return;
      // A new id on sign-in and sign-out: an id from before must not open the account.
      const isSameVisitor = sessions.has(known) && session.member === memberBefore;
      const id = isSameVisitor ? known : randomBytes(18).toString('base64url');
      if (id !== known) sessions.delete(known);
      keep(id, session);
      if (id !== known) {
        setCookie(c, cookieName, id, {
          httpOnly: true,
          sameSite: 'Lax',
          path: '/',
          secure: new URL(c.req.url).protocol === 'https:',
        });
      }
    },
  };
}
