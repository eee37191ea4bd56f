import { html, type TemplateResult } from 'lit';
import type { Me } from '../../contract/types.js';
import type { TermKey } from '../i18n/catalogue.js';
import { challenges, games, type Catalog } from '../store/catalog.js';
import type { IconName } from '../ui/icons.js';
import { PARTS } from '../ui/parts.js';
import { viewNames, type ViewName } from './known-words.js';

export type { ViewName };

/** What a section looks at to say whether it is in. */
export interface Sight {
  readonly catalog: Catalog;
  /** `null` is a guest. */
  readonly me: Me | null;
}

/** One section of the panel. */
export interface View {
  readonly icon: IconName;
  readonly term: TermKey;
  /** Whether this programme has it, and this shopper something to see there. */
  readonly isIn: (sight: Sight) => boolean;
  /** Its blocks; fetched when it is first shown. */
  readonly load: () => Promise<unknown>;
  readonly render: () => TemplateResult;
}

/** The panel's sections. A new one is a line here, and its name in known-words.ts. */
export const views = {
  home: {
    icon: 'home',
    term: 'view.home',
    isIn: () => true,
    load: () => import('./home/home.js'),
    render: () => html`<loyalty-home exportparts=${PARTS}></loyalty-home>`,
  },
  rewards: {
    icon: 'gift',
    term: 'view.rewards',
    isIn: ({ catalog }) => catalog.rewards.size > 0,
    load: () => import('../blocks/rewards.js'),
    render: () => html`<loyalty-rewards exportparts=${PARTS}></loyalty-rewards>`,
  },
  earn: {
    icon: 'coin',
    term: 'view.earn',
    isIn: ({ catalog }) => catalog.rules.size > 0,
    load: () => import('../blocks/earn.js'),
    render: () => html`<loyalty-earn exportparts=${PARTS}></loyalty-earn>`,
  },
  vouchers: {
    icon: 'ticket',
    term: 'view.vouchers',
    isIn: ({ catalog, me }) => !!me && (catalog.rewards.size > 0 || me.vouchers.length > 0),
    load: () => import('../blocks/vouchers.js'),
    render: () => html`<loyalty-vouchers exportparts=${PARTS}></loyalty-vouchers>`,
  },
  play: {
    icon: 'wheel',
    term: 'view.play',
    isIn: ({ catalog }) => games(catalog.program).length > 0,
    load: () => import('../blocks/game.js'),
    render: () => html`<loyalty-game exportparts=${PARTS}></loyalty-game>`,
  },
  challenges: {
    icon: 'flame',
    term: 'view.challenges',
    // Home shows one.
    isIn: ({ catalog }) => challenges(catalog.program).length > 1,
    load: () => import('../blocks/challenges.js'),
    render: () => html`<loyalty-challenges exportparts=${PARTS}></loyalty-challenges>`,
  },
  board: {
    icon: 'trophy',
    term: 'view.board',
    isIn: ({ catalog }) => catalog.can('boards') && !!catalog.program.boards?.length,
    load: () => import('../blocks/board.js'),
    render: () => html`<loyalty-board exportparts=${PARTS}></loyalty-board>`,
  },
  referral: {
    icon: 'users',
    term: 'view.referral',
    isIn: ({ me }) => !!me?.referral,
    load: () => import('../blocks/referral.js'),
    render: () => html`<loyalty-referral exportparts=${PARTS}></loyalty-referral>`,
  },
  activity: {
    icon: 'list',
    term: 'view.activity',
    isIn: ({ me }) => !!me,
    load: () => import('../blocks/activity.js'),
    render: () => html`<loyalty-activity exportparts=${PARTS}></loyalty-activity>`,
  },
  profile: {
    icon: 'user',
    term: 'view.profile',
    isIn: ({ catalog, me }) => !!me && (catalog.can('profile') || catalog.can('export')),
    load: () => import('../blocks/profile.js'),
    render: () => html`<loyalty-profile exportparts=${PARTS}></loyalty-profile>`,
  },
} as const satisfies Record<ViewName, View>;

const isName = (name: string): name is ViewName => Object.hasOwn(views, name);

/** The sections that a merchant lists, in their order; all of them where nothing is listed. */
export function listedViews(list: string | null | undefined): readonly ViewName[] {
  const listed = [...new Set(list?.split(/[\s,]+/))].filter(isName);
  return listed.length ? listed : viewNames;
}

/** Where `rewards/off5` leads: a section, and an item in it. */
export interface Place {
  readonly view: string;
  readonly item?: string | undefined;
}

/** An item may be called anything, `/` included: only the first one divides. */
export function placeOf(path: string): Place {
  const [, view = '', item] = /^([^/]*)\/?(.*)$/s.exec(path) ?? [];
  return { view, item: item || undefined };
}
