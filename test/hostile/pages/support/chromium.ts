import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { INSECURE_HOST } from './server.js';
import type { Engine, Rect, Tab } from './tab.js';

class ChromiumTab implements Tab {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #session: CDPSession;

  constructor(context: BrowserContext, page: Page, session: CDPSession) {
    this.#context = context;
    this.#page = page;
    this.#session = session;
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  async back(): Promise<void> {
    await this.#page.goBack();
  }

  /** By the protocol itself: Playwright's own helpers live in the page, and use what it has patched. */
  async read(expression: string): Promise<string> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return String(result.value);
  }

  async press(x: number, y: number): Promise<void> {
    await this.#page.mouse.click(x, y);
  }

  picture(clip: Rect): Promise<Buffer> {
    return this.#page.screenshot({ clip, animations: 'allow', caret: 'initial' });
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

export async function openChromium(): Promise<Engine> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`],
  });
  return {
    name: 'Chromium',
    async newTab() {
      const context = await browser.newContext({
        viewport: { width: 1000, height: 800 },
        locale: 'en-IE',
        timezoneId: 'Europe/Vienna',
        reducedMotion: 'reduce',
        permissions: ['clipboard-write'],
      });
      const page = await context.newPage();
      return new ChromiumTab(context, page, await context.newCDPSession(page));
    },
    close: () => browser.close(),
  };
}
