import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { CHROMIUM_SHELL } from '../../../scripts/chromium.mjs';

/** A page with the published snippet, whose chunks somebody has changed on the way. */

const built = new URL('../../../dist/cdn/', import.meta.url);
const snippet = readFileSync(new URL('snippet.html', built), 'utf8').split('<!-- Or')[0]!;
const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

describe('the published snippet', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  /** Files that come with something added. */
  let changed = /$^/;

  before(async () => {
    server = createServer(({ url = '/' }, response): void => {
      const [path = '/'] = url.split('?');
      if (path === '/') {
        response.setHeader('content-type', 'text/html').end(`<!doctype html>${snippet}`);
        return;
      }
      if (!path.startsWith('/loyalty/')) {
        response.writeHead(404).end('{}');
        return;
      }
      const text = readFileSync(new URL(path.slice('/loyalty/'.length), built), 'utf8');
      response.setHeader('content-type', types[extname(path)] ?? 'text/plain');
      response.end(changed.test(path) ? `globalThis.tampered=1;${text}` : text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({
      executablePath: CHROMIUM_SHELL,
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  const visit = async (): Promise<void> => {
    page = await browser.newPage();
    const told = changed.test('/loyalty/chunks/core-') ? refusal() : undefined;
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.locator('loyalty-launcher button').click();
    await told;
  };
  /** The browser says so when a hash is not the one that was written. */
  const refusal = () => page.waitForEvent('console', (said) => /integrity/i.test(said.text()));
  const isDefined = () => page.evaluate(() => !!customElements.get('loyalty-widget'));
  const isTampered = () => page.evaluate(() => 'tampered' in globalThis);

  it('runs what was published', async () => {
    changed = /$^/;
    await visit();
    await page.waitForFunction(() => customElements.get('loyalty-widget'));
    assert.equal(await isTampered(), false);
  });

  it('runs no chunk that was changed, and the button stays usable', async () => {
    changed = /chunks\/core-/;
    await visit();
    await page.locator('loyalty-launcher button').click();
    assert.equal(await isDefined(), false);
    assert.equal(await isTampered(), false);
  });

  it('runs no entry that was changed', async () => {
    changed = /loyalty\.js/;
    page = await browser.newPage();
    const told = refusal();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await told;
    assert.equal(await isTampered(), false);
    assert.equal(await page.locator('loyalty-launcher').count(), 0);
  });
});
