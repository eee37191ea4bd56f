import { expect, type Locator, type Page } from '@playwright/test';
import { Panel, untilAnswerable } from '../../support/panel.js';
import type { Noise } from '../../support/noise.js';
import { test as base } from '../../support/test.js';
import { Shop, type ShopOptions } from './shop.js';

/**
 * One shop and one shopper for one programme. The shop's server is told what happens outside of the
 * page (`shop.order`, `shop.tell`), the shopper does the rest with the widget, and `shop.ledger` says
 * what came of it.
 */
export class Stage {
  readonly panel: Panel;

  constructor(
    readonly shop: Shop,
    readonly page: Page,
    readonly noise: Noise,
    lang: 'de' | 'en' = 'de',
  ) {
    this.panel = new Panel(page, lang);
  }

  /** The shopper comes to the page, or reloads it. @param blocks tags that the page has */
  async visit(...blocks: readonly string[]): Promise<void> {
    const query = new URLSearchParams(blocks.map((block) => ['block', block]));
    await this.page.goto(`${this.shop.origin}/?${query.toString()}`);
  }

  /** Comes to the page and opens a section of the panel: `rewards`, `board`, `play`. */
  async open(section: string): Promise<void> {
    await this.visit();
    await this.panel.open();
    await this.show(section);
  }

  /** Shows another section of the open panel. */
  show(section: string): Promise<void> {
    return this.panel.showByName(section);
  }

  /** A card of the panel by its title, whatever it shows. */
  card(title: string, scope: Locator = this.panel.dialog): Locator {
    const heading = this.page.getByRole('heading', { name: title, exact: true });
    return scope.locator('article, section, li').filter({ has: heading }).last();
  }

  /** Presses a button that asks first, and answers that question. */
  async press(button: Locator, answer?: Locator): Promise<void> {
    await button.click();
    if (!answer) return;
    await expect(answer).toBeVisible();
    await untilAnswerable(this.page);
    await answer.click();
  }

  /** Turns the clock of the shop and of the browser. @param at RFC 3339 */
  async turn(at: string): Promise<void> {
    // A page that stays open asks once with the token that has grown old meanwhile, then with a new one.
    this.noise.allow(/status of 401 .*\/pk_stage\//);
    await this.shop.turn(at);
    await this.page.clock.setSystemTime(this.shop.now);
  }
}

interface Fixtures {
  /** Opens a shop; it closes with the test. */
  open: (options: ShopOptions) => Promise<Stage>;
}

export const test = base.extend<Fixtures>({
  open: async ({ page, noise }, use) => {
    const shops: Shop[] = [];
    await use(async (options) => {
      const shop = new Shop(options);
      await shop.open();
      shops.push(shop);
      noise.from(shop.origin);
      await page.clock.install({ time: shop.now });
      return new Stage(shop, page, noise, options.lang);
    });
    // First the page, whose stream would otherwise be cut off and complain.
    await page.close();
    await Promise.all(shops.map((shop) => shop.close()));
  },
});

export { expect };
