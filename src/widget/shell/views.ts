import { html, type TemplateResult } from 'lit';
import type { TermKey } from '../i18n/catalogue.js';
import type { IconName } from '../ui/icons.js';

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

const REWARD_PARTS =
  'reward, cost, state, progress, confirm, button, redeem-button, confirm-button, voucher, code, copy-button, apply-button, undo-button';

/** The panel's sections in their order. A new one is a line here. */
export const views = {
  home: {
    icon: 'home',
    term: 'view.home',
    load: () => import('./home-blocks.js'),
    render: () =>
      html`<div class="hero">
          <loyalty-points
            exportparts="balance, worth, pending, expiring, guest, button"
          ></loyalty-points>
        </div>
        <loyalty-tier exportparts="tier, level, progress, ladder"></loyalty-tier>
        <loyalty-challenges exportparts="track, progress, stamp, button"></loyalty-challenges>`,
  },
  rewards: {
    icon: 'gift',
    term: 'view.rewards',
    load: () => import('../blocks/rewards.js'),
    render: () => html`<loyalty-rewards exportparts=${REWARD_PARTS}></loyalty-rewards>`,
  },
  earn: {
    icon: 'coin',
    term: 'view.earn',
    load: () => import('../blocks/earn.js'),
    render: () => html`<loyalty-earn exportparts="rule, gives, button"></loyalty-earn>`,
  },
  vouchers: {
    icon: 'ticket',
    term: 'view.vouchers',
    isPrivate: true,
    load: () => import('../blocks/vouchers.js'),
    render: () => html`<loyalty-vouchers exportparts=${REWARD_PARTS}></loyalty-vouchers>`,
  },
  activity: {
    icon: 'list',
    term: 'view.activity',
    isPrivate: true,
    load: () => import('../blocks/activity.js'),
    render: () => html`<loyalty-activity exportparts="line, amount, button"></loyalty-activity>`,
  },
} as const satisfies Record<string, View>;

export type ViewName = keyof typeof views;

/** An unknown name leads home: links of a newer version must not break an older one. */
export const viewNamed = (name: string | null | undefined): ViewName =>
  name && Object.hasOwn(views, name) ? (name as ViewName) : 'home';
