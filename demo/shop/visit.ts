import type { Html } from './art/ink.js';
import { type Lang, type Messages, isLang } from './i18n.js';
import type { Member } from './members.js';
import { formatMoney } from './money.js';
import { type Flash, type Session, themes } from './session.js';
import type { Shop } from './shop.js';

/** One request of one visitor: what every page needs to be written. */
export interface Visit {
  shop: Shop;
  session: Session;
  lang: Lang;
  t: Messages;
  money: (cents: number) => string;
  member: Member | null;
  nonce: string;
  /** Path of the page, for links that come back to it. */
  path: string;
  /** The message left by the request before, already taken out of the session. */
  flash: Flash | null;
  /** What the demo shows above every page; nothing in a shop that stands alone. */
  bar: (visit: Visit) => Html | '';
  /** Where the widget finds the endpoint; part of every page. */
  endpointPath: string;
}

/** Opens a visit. `?lang=`, `?theme=` and `?member=` in the address are heeded and remembered. */
export function openVisit(
  session: Session,
  url: URL,
  { shop, nonce, bar, endpointPath }: Pick<Visit, 'shop' | 'nonce' | 'bar' | 'endpointPath'>,
): Visit {
  const wantedLang = url.searchParams.get('lang') ?? undefined;
  if (isLang(wantedLang)) session.lang = wantedLang;
  const wantedTheme = url.searchParams.get('theme');
  if (wantedTheme === 'auto') session.theme = null;
  session.theme = themes.find((theme) => theme === wantedTheme) ?? session.theme;
  const wantedMember = url.searchParams.get('member');
  const nextMember =
    wantedMember === 'guest' ? null : (shop.member(wantedMember)?.key ?? session.member);
  // Whoever comes next must not read the orders of whoever was here.
  if (nextMember !== session.member) session.orders = [];
  session.member = nextMember;

  const lang = session.lang ?? 'de';
  return {
    shop,
    session,
    lang,
    t: shop.words[lang],
    money: (cents) => formatMoney(cents, lang),
    member: shop.member(session.member),
    nonce,
    // Two slashes would begin another site's address.
    path: url.pathname.replace(/^\/{2,}/, '/'),
    flash: null,
    bar,
    endpointPath,
  };
}

/** Takes the message for this page out of the session. */
export function takeFlash(visit: Visit): void {
  visit.flash = visit.session.flash;
  visit.session.flash = null;
}

/** Leaves a message for the next page. */
export function leaveFlash({ session }: Visit, tone: Flash['tone'], text: string): void {
  session.flash = { tone, text };
}
