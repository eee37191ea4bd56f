import type { Page, Request } from '@playwright/test';
import { Panel } from './support/panel.js';
import { newMember } from './support/shop.js';
import { expect, signIn, test } from './support/test.js';

/** The token says who the shopper is: whoever reads it is them. Where it may stand, and where not. */

/** What the page's own code could find: every attribute of every root, storage, cookies, the address. */
const traces = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const found: string[] = [location.href, document.cookie, document.referrer];
    for (const storage of [localStorage, sessionStorage])
      found.push(JSON.stringify({ ...storage }));
    const walk = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) found.push(`${name}=${value}`);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
      found.push(root.textContent ?? '');
    };
    walk(document);
    const { heard = [] } = globalThis as { heard?: string[] };
    return [...found, ...heard].join('\n');
  });

const hearEverything = (): void => {
  const heard: string[] = ((globalThis as { heard?: string[] }).heard = []);
  const types = ['ready', 'opened', 'closed', 'points-changed', 'redeemed', 'voucher-copied'];
  const asked = ['redeem', 'cancel', 'open', 'apply'].map((name) => `${name}-request`);
  for (const type of [...types, ...asked, 'error']) {
    addEventListener(`loyalty-${type}`, (event) => {
      const { detail } = event as CustomEvent<unknown>;
      const told = JSON.stringify(detail, (_key, value: unknown) =>
        value instanceof Error ? String(value) : value,
      );
      heard.push(`${type} ${told}`);
    });
  }
};

test(
  'the token goes to the endpoint, in one header, and is found nowhere else',
  { tag: '@core' },
  async ({ page, noise, browserName }) => {
    noise.allow(
      /Failed to load resource|Firefox can’t establish|^warning: <loyalty-widget> bootstrap: /,
    );
    const member = await newMember(500);
    const tokens = new Set<string>();
    const requests: Request[] = [];
    const lines: string[] = [];
    page.on('console', (line) => lines.push(line.text()));
    page.on('request', (request) => requests.push(request));
    page.on('response', async (response) => {
      if (!response.url().includes('/demo/token')) return;
      const { token } = (await response.json().catch(() => ({}))) as { token?: string | null };
      if (token) tokens.add(token);
    });
    await page.addInitScript(hearEverything);
    await signIn(page, member);
    await page.goto('/?lang=de');

    const expectUnseen = async (when: string): Promise<void> => {
      expect(tokens.size, 'the shop has given a token').toBeGreaterThan(0);
      const seen = `${await traces(page)}\n${lines.join('\n')}`;
      for (const token of tokens) {
        expect(seen.includes(token), `the token ${when}`).toBe(false);
        // Its signature alone would do for a thief who knows the rest.
        expect(seen.includes(token.split('.')[2]!), `its signature ${when}`).toBe(false);
      }
    };

    const panel = new Panel(page);
    await panel.open('rewards');
    await expectUnseen('while the panel stands open');
    await panel.redeem();
    await expect(panel.code.first()).toBeVisible();
    await expectUnseen('after a redemption');
    await page.route('**/loyalty/v1/**', (route) => route.abort());
    await page.reload();
    await expect(panel.launcher).toBeVisible();
    await panel.launcher.click();
    await expect(panel.dialog).toBeVisible();
    await expectUnseen('while the endpoint is down');
    await page.unroute('**/loyalty/v1/**');
    await page.context().unroute('**/demo/token*');
    await page.goto('/?member=guest&lang=de');
    await expectUnseen('after signing out');

    const carried = requests.filter((request) =>
      [...tokens].some((token) =>
        `${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`.includes(
          token,
        ),
      ),
    );
    expect(carried.length).toBeGreaterThan(0);
    for (const request of carried) {
      const { authorization = '', ...headers } = request.headers();
      expect(new URL(request.url()).pathname).toMatch(/^\/loyalty\/v1\/pk_oak\//);
      const rest = `${request.url()} ${request.postData() ?? ''} ${JSON.stringify(headers)}`;
      for (const token of tokens) expect(rest.includes(token)).toBe(false);
      expect(authorization).toMatch(/^Bearer /);
      // Nothing but an id and a key: the server knows what it costs.
      expect(headers['cookie'], 'no cookie of the shop').toBe(undefined);
      expect(headers['referer'], 'no referrer').toBe(undefined);
    }
    const [redemption, ...others] = carried.filter((request) => request.url().includes('/redeem'));
    expect(others).toEqual([]);
    // Firefox does not tell what a request says.
    if (browserName === 'chromium') expect(redemption!.postData()).toBe('{}');
    expect(redemption!.method()).toBe('POST');
  },
);
