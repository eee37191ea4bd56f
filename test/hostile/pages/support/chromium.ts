import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { CHROMIUM } from '../../../../scripts/chromium.mjs';
import { INSECURE_HOST } from './server.js';
import type { Engine, Rect, Tab } from './tab.js';

export class ChromiumTab implements Tab {
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
    // Out of the cache there is no second `load`.
    await this.#page.goBack({ waitUntil: 'commit' });
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

  /** What the page holds when all garbage is gone. */
  async held(): Promise<{ listeners: number; nodes: number; heap: number }> {
    await this.#session.send('Performance.enable');
    // Twice: what the first round frees may free more.
    for (let round = 0; round < 2; round++) await this.#session.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    return { listeners: of('JSEventListeners'), nodes: of('Nodes'), heap: of('JSHeapUsedSize') };
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

export interface Chromium extends Engine {
  newTab(): Promise<ChromiumTab>;
}

export async function openChromium(executablePath = CHROMIUM): Promise<Chromium> {
  const browser = await chromium.launch({
    executablePath,
    // Playwright keeps no page for the way back; a shopper's browser does.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
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
