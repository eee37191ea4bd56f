import type { LoyaltyWidget } from '../../../src/widget/shell/widget.js';
import { expect, type Locator, type Page, type Request } from '@playwright/test';

/** How long a question refuses answers after it opened: a tap that opens it must not answer it. */
const INERT_MS = 400;

/** The words of a language that these journeys look for. */
const words = {
  de: {
    tabs: {
      home: 'Start',
      rewards: 'Prämien',
      earn: 'Sammeln',
      vouchers: 'Codes',
      activity: 'Verlauf',
    },
    more: 'Mehr',
    redeem: 'Einlösen',
    yes: 'Ja, einlösen',
    no: 'Doch nicht',
    copy: 'Code kopieren',
    copied: 'Kopiert',
    undo: 'Rückgängig',
    apply: 'Im Warenkorb nutzen',
    close: 'Schließen',
    off5: '5 € Rabatt',
  },
  en: {
    tabs: {
      home: 'Home',
      rewards: 'Rewards',
      earn: 'Earn',
      vouchers: 'My codes',
      activity: 'Activity',
    },
    more: 'More',
    redeem: 'Redeem',
    yes: 'Yes, redeem',
    no: 'Not now',
    copy: 'Copy code',
    copied: 'Copied',
    undo: 'Undo',
    apply: 'Use in the cart',
    close: 'Close',
    off5: '€5 off',
  },
} as const;

export type Lang = keyof typeof words;
export type ViewName = keyof (typeof words)['de']['tabs'];
export const VIEWS = Object.keys(words.de.tabs) as ViewName[];

/** What a shopper sees and presses of the widget on a page. */
export class Panel {
  readonly say: (typeof words)[Lang];
  readonly launcher: Locator;
  readonly dialog: Locator;
  readonly header: Locator;
  readonly close: Locator;
  /** The number in the panel's first section. */
  readonly balance: Locator;
  readonly code: Locator;

  constructor(
    readonly page: Page,
    lang: Lang = 'de',
  ) {
    this.say = words[lang];
    this.launcher = page.locator('loyalty-launcher').getByRole('button');
    this.dialog = page.locator('loyalty-panel dialog[part~=panel]');
    this.header = page.locator('header loyalty-points[compact]');
    this.close = this.dialog.getByRole('button', { name: this.say.close });
    this.balance = this.dialog.locator('loyalty-points .balance');
    this.code = this.dialog.locator('[part~=code]');
  }

  tab(name: ViewName): Locator {
    return this.dialog.getByRole('tab', { name: this.say.tabs[name] });
  }

  /** Opens the panel and waits until it shows something of the programme. */
  async open(view: ViewName = 'home'): Promise<void> {
    await this.launcher.click();
    await expect(this.dialog.locator('[role=tab][aria-selected=true]')).toBeVisible();
    await this.show(view);
  }

  /** Shows a section; those that have no tab of their own lie behind the last one. */
  async show(view: ViewName): Promise<void> {
    await this.settle();
    const own = this.tab(view);
    if (await own.isVisible()) {
      await own.click();
      await expect(own).toHaveAttribute('aria-selected', 'true');
    } else {
      await this.more.click();
      await this.dialog.getByRole('button', { name: this.say.tabs[view], exact: true }).click();
      await expect(this.more).toHaveAttribute('aria-selected', 'true');
    }
    await this.settle();
  }

  /** Shows any section by its name, as a link of the shop's page would. */
  async showByName(section: string): Promise<void> {
    await this.page.evaluate(
      (view) => document.querySelector<LoyaltyWidget>('loyalty-widget')!.open(view),
      section,
    );
    await this.settle();
  }

  get more(): Locator {
    return this.dialog.getByRole('tab', { name: this.say.more, exact: true });
  }

  /** Until nothing is a placeholder any more. */
  async settle(): Promise<void> {
    await expect(this.dialog.locator('#view')).toBeVisible();
    await expect(this.dialog.locator('.bone, :not(:defined)')).toHaveCount(0);
  }

  reward(title: string = this.say.off5): Locator {
    return this.dialog.locator('[part~=reward]').filter({
      has: this.page.getByRole('heading', { name: title, exact: true }),
    });
  }

  /** Presses a reward's button and waits until its question can be answered. */
  async ask(title: string = this.say.off5): Promise<Locator> {
    const reward = this.reward(title);
    await reward.getByRole('button', { name: this.say.redeem }).click();
    const yes = reward.getByRole('button', { name: this.say.yes });
    await expect(yes).toBeVisible();
    await untilAnswerable(this.page);
    return yes;
  }

  /** Redeems a reward. @returns the code */
  async redeem(title: string = this.say.off5): Promise<string> {
    await (await this.ask(title)).click();
    const code = this.reward(title).locator('[part~=code]');
    await expect(code).toBeVisible();
    return (await code.innerText()).trim();
  }
}

/** By the page's own clock, which is what the question goes by. */
export async function untilAnswerable(page: Page): Promise<void> {
  const now = await page.evaluate(() => performance.now());
  await page.waitForFunction((until) => performance.now() > until, now + INERT_MS);
}

/** Requests that want to redeem something, from now on. */
export function redeemRequests(page: Page): Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/redeem')) requests.push(request);
  });
  return requests;
}

export const keyOf = (request: Request): string => request.headers()['idempotency-key'] ?? '';
