import puppeteer, { type BrowserContext, type Page } from 'puppeteer-core';
import { INSECURE_HOST } from './server.js';
import type { Engine, Tab } from './tab.js';

class FirefoxTab implements Tab {
  readonly #context: BrowserContext;
  readonly #page: Page;

  constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.#page = page;
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  async back(): Promise<void> {
    await this.#page.goBack();
  }

  async read(expression: string): Promise<string> {
    return String(await this.#page.evaluate(expression));
  }

  async press(x: number, y: number): Promise<void> {
    await this.#page.mouse.click(x, y);
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

/** Firefox ESR, driven by WebDriver BiDi. */
export async function openFirefox(): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr',
    headless: true,
    defaultViewport: { width: 1000, height: 800 },
    extraPrefsFirefox: {
      'intl.accept_languages': 'en-IE, en',
      'network.dns.localDomains': INSECURE_HOST,
      'ui.prefersReducedMotion': 1,
      'dom.security.https_first': false,
    },
  });
  return {
    name: 'Firefox',
    async newTab() {
      const context = await browser.createBrowserContext();
      return new FirefoxTab(context, await context.newPage());
    },
    close: () => browser.close(),
  };
}
