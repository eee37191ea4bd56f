import { html } from 'hono/html';
import type { Html } from './shop/art/ink.js';
import { langs, type Lang } from './shop/i18n.js';
import { themes } from './shop/session.js';
import type { Visit } from './shop/visit.js';
import { memberStates } from './presets.js';

/** A programme as the demo offers it. */
export interface Offer {
  readonly name: string;
  /** The shop it is shown in. */
  readonly shop: string;
  /** What kind of programme it is. */
  readonly kind: Readonly<Record<Lang, string>>;
  readonly about: Readonly<Record<Lang, string>>;
}

const words = {
  de: {
    demo: 'Demo',
    programme: 'Programm',
    member: 'Mitglied',
    language: 'Sprache',
    theme: 'Ansicht',
    show: 'Zeigen',
    all: 'Alle Programme',
    states: { guest: 'Gast', new: 'neu', middle: 'mittendrin', top: 'ganz oben', empty: 'leer' },
    themes: { auto: 'wie das Gerät', light: 'hell', dark: 'dunkel' },
    langs: { de: 'Deutsch', en: 'English' },
  },
  en: {
    demo: 'Demo',
    programme: 'Programme',
    member: 'Member',
    language: 'Language',
    theme: 'Theme',
    show: 'Show',
    all: 'All programmes',
    states: { guest: 'guest', new: 'new', middle: 'middle', top: 'top', empty: 'empty' },
    themes: { auto: 'as the device', light: 'light', dark: 'dark' },
    langs: { de: 'Deutsch', en: 'English' },
  },
} as const;

/** The picker's words; the gallery says the states in the same ones. */
export const pickerWords = (lang: Lang): (typeof words)[Lang] => words[lang];

type Option = readonly [value: string, text: string];

const select = (name: string, label: string, options: readonly Option[], chosen: string): Html =>
  html`<label
    >${label}
    <select name="${name}">
      ${options.map(
        ([value, text]) =>
          html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${text}</option>`,
      )}
    </select></label
  >`;

/** People beyond the five states, where a programme has them. */
const others = ({ shop }: Visit): Option[] =>
  shop.members
    .filter(({ key, state }) => !memberStates.some((known) => known === (state ?? key)))
    .map(({ key, name }) => [key, name]);

/** The bar above every page of the demo: which programme, who, in which language and light. */
export function pickerBar(offers: readonly Offer[], visit: Visit): Html {
  const { lang, shop, member, session } = visit;
  const t = words[lang];
  const state = member ? (member.state ?? member.key) : 'guest';
  const offer = offers.find(({ name }) => name === shop.name);
  const states = memberStates.map((one): Option => [one, t.states[one]]);
  const who = [...states, ...others(visit)].find(([value]) => value === state)?.[1] ?? '';
  return html`<aside class="demo" aria-label="${t.demo}">
    <details>
      <summary>
        <b>${t.demo}</b> <span>${offer?.kind[lang]}</span> <span>${who}</span>
        <span>${t.langs[lang]}</span> <span>${t.themes[session.theme ?? 'auto']}</span>
      </summary>
      <form method="get" action="/">
        ${select(
          'programme',
          t.programme,
          offers.map(({ name, kind, shop: title }) => [name, `${kind[lang]} (${title})`]),
          shop.name,
        )}
        ${select('member', t.member, [...states, ...others(visit)], state)}
        ${select(
          'lang',
          t.language,
          langs.map((one) => [one, t.langs[one]]),
          lang,
        )}
        ${select(
          'theme',
          t.theme,
          (['auto', ...themes] as const).map((one) => [one, t.themes[one]]),
          session.theme ?? 'auto',
        )}
        <button>${t.show}</button>
        <a href="/programmes">${t.all}</a>
      </form>
    </details>
  </aside>`;
}
