import type { Me } from '../../contract/types.js';
import { challenges, games, type Catalog } from '../store/catalog.js';
import type { IconName } from '../ui/icons.js';
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
  /** Whether this programme has it, and this shopper something to see there. */
  readonly isIn: (sight: Sight) => boolean;
  /** Its blocks; fetched when it is first shown. */
  readonly load: () => Promise<unknown>;
  /** The block that shows it. */
  readonly tag: keyof HTMLElementTagNameMap;
}

/** The panel's sections. A new one is a line here, and its name in known-words.ts. */
export const views = {
  home: {
    icon: 'home',
    isIn: () => true,
    load: () => import('./home/home.js'),
    tag: 'loyalty-home',
  },
  rewards: {
    icon: 'gift',
    isIn: ({ catalog }) => catalog.rewards.size > 0,
    load: () => import('../blocks/rewards.js'),
    tag: 'loyalty-rewards',
  },
  earn: {
    icon: 'coin',
    isIn: ({ catalog }) => catalog.rules.size > 0,
    load: () => import('../blocks/earn.js'),
    tag: 'loyalty-earn',
  },
  vouchers: {
    icon: 'ticket',
    isIn: ({ catalog, me }) => !!me && (catalog.rewards.size > 0 || me.vouchers.length > 0),
    load: () => import('../blocks/vouchers.js'),
    tag: 'loyalty-vouchers',
  },
  play: {
    icon: 'wheel',
    isIn: ({ catalog }) => games(catalog.program).length > 0,
    load: () => import('../blocks/game.js'),
    tag: 'loyalty-game',
  },
  challenges: {
    icon: 'flame',
    // Home shows one.
    isIn: ({ catalog }) => challenges(catalog.program).length > 1,
    load: () => import('../blocks/challenges.js'),
    tag: 'loyalty-challenges',
  },
  board: {
    icon: 'trophy',
    isIn: ({ catalog }) => catalog.can('boards') && !!catalog.program.boards?.length,
    load: () => import('../blocks/board.js'),
    tag: 'loyalty-board',
  },
  referral: {
    icon: 'users',
    isIn: ({ me }) => !!me?.referral,
    load: () => import('../blocks/referral.js'),
    tag: 'loyalty-referral',
  },
  activity: {
    icon: 'list',
    isIn: ({ me }) => !!me,
    load: () => import('../blocks/activity.js'),
    tag: 'loyalty-activity',
  },
  profile: {
    icon: 'user',
    isIn: ({ catalog, me }) => !!me && (catalog.can('profile') || catalog.can('export')),
    load: () => import('../blocks/profile.js'),
    tag: 'loyalty-profile',
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
