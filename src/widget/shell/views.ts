import { html, type TemplateResult } from 'lit';
import type { TermKey } from '../i18n/catalogue.js';
import type { IconName } from '../ui/icons.js';
import { PARTS } from '../ui/parts.js';

/** One section of the panel. */
export interface View {
  readonly icon: IconName;
  readonly term: TermKey;
  /** Members alone have something to see here. */
  readonly isPrivate?: boolean;
  /** Its blocks; fetched when it is first shown. */
  readonly load: () => Promise<unknown>;
  readonly render: () => TemplateResult;
}

/** The panel's sections in their order. A new one is a line here. */
export const views = {
  home: {
    icon: 'home',
    term: 'view.home',
    load: () => import('../blocks/first.js'),
    render: () =>
      html`<div class="hero">
          <loyalty-points exportparts=${PARTS}></loyalty-points>
        </div>
        <loyalty-tier exportparts=${PARTS}></loyalty-tier>
        <loyalty-challenges exportparts=${PARTS}></loyalty-challenges>`,
  },
  rewards: {
    icon: 'gift',
    term: 'view.rewards',
    load: () => import('../blocks/rewards.js'),
    render: () => html`<loyalty-rewards exportparts=${PARTS}></loyalty-rewards>`,
  },
  earn: {
    icon: 'coin',
    term: 'view.earn',
    load: () => import('../blocks/earn.js'),
    render: () => html`<loyalty-earn exportparts=${PARTS}></loyalty-earn>`,
  },
  vouchers: {
    icon: 'ticket',
    term: 'view.vouchers',
    isPrivate: true,
    load: () => import('../blocks/vouchers.js'),
    render: () => html`<loyalty-vouchers exportparts=${PARTS}></loyalty-vouchers>`,
  },
  activity: {
    icon: 'list',
    term: 'view.activity',
    isPrivate: true,
    load: () => import('../blocks/activity.js'),
    render: () => html`<loyalty-activity exportparts=${PARTS}></loyalty-activity>`,
  },
} as const satisfies Record<string, View>;

export type ViewName = keyof typeof views;

/** An unknown name leads home: links of a newer version must not break an older one. */
export const viewNamed = (name: string | null | undefined): ViewName =>
  name && Object.hasOwn(views, name) ? (name as ViewName) : 'home';
