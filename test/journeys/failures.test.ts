import type { BrowserContext, Page, Route } from '@playwright/test';
import type { Bootstrap } from '../../src/contract/types.js';
import { answerChanged, changePages } from './support/answers.js';
import { Panel } from './support/panel.js';
import { quietOf } from './support/quiet.js';
import { newMember, tokenFor, vouchersOf } from './support/shop.js';
import { expect, signIn, test } from './support/test.js';

const CALM = 'Dieser Teil lässt sich gerade nicht anzeigen.';
/** What the browser itself writes about a request that failed. */
const BROWSER = /^error: Failed to load resource:/;
const ENDPOINT = '**/loyalty/v1/**';

const failures: Record<string, (route: Route) => Promise<void>> = {
  'a page of HTML': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Bald zurück</h1>' }),
  'an error of 500': (route) => route.fulfill({ status: 500, json: { message: 'Oops' } }),
  'nothing at all': (route) => route.abort(),
  'JSON that breaks off': (route) => answerChanged(route, (text) => text.slice(0, text.length / 2)),
};

/** The longest pause before the widget itself tries a failed request again, and some more. */
const CALM_MS = 1_500;
/** Until a page has asked three times and says that it is of no use. */
const RETRIED_MS = 15_000;

for (const [what, fail] of Object.entries(failures)) {
  test(`when the endpoint answers with ${what}, the shop stays open and the panel says so calmly`, async ({
    page,
    noise,
  }) => {
    noise.allow(BROWSER);
    noise.allow(/^warning: <loyalty-widget> bootstrap: /);
    await page.route(ENDPOINT, fail);
    const quiet = quietOf(page, CALM_MS);
    await page.goto('/products/ember?member=near&lang=de');
    const panel = new Panel(page);
    const sentence = panel.dialog.getByRole('alert');
    await panel.launcher.click();
    await expect(sentence).toHaveCount(1, { timeout: RETRIED_MS });
    await expect(sentence).toContainText(CALM);
    expect(noise.warnings).toHaveLength(1);

    await panel.close.click();
    await page.getByRole('button', { name: 'In den Warenkorb' }).click();
    await expect(page.getByRole('heading', { name: 'Warenkorb', level: 1 })).toBeVisible();

    await panel.launcher.click();
    await expect(sentence).toContainText(CALM, { timeout: RETRIED_MS });
    // What is under way would be answered by an endpoint that is well again.
    await quiet();
    await page.unroute(ENDPOINT);
    await panel.dialog.getByRole('button', { name: 'Noch einmal' }).click();
    await expect(panel.balance).toContainText('Blätter');
    await expect(panel.header).toContainText('Blätter');
    await expect(sentence).toHaveCount(0);
  });
}

const wrongEndpoints = {
  'http://points.example/v1/pk_oak': 'is not an https address',
  '/loyalty/v1/pk_nobody': 'There is no programme with this key.',
};

for (const [endpoint, hint] of Object.entries(wrongEndpoints)) {
  test(`a wrong endpoint, ${endpoint}, is named on the console once`, async ({ page, noise }) => {
    noise.allow(BROWSER);
    noise.allow(/^warning: <loyalty-widget> bootstrap: /);
    await changePages(page, '/?*', (html) =>
      html.replace(/data-endpoint="[^"]*"/, `data-endpoint="${endpoint}"`),
    );
    await page.goto('/?member=near&lang=de');
    const panel = new Panel(page);
    await panel.launcher.click();
    await expect(panel.dialog.getByRole('alert')).toContainText(CALM);
    expect(noise.warnings).toEqual([expect.stringContaining(hint)]);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

async function breakReward(page: Page, id: string): Promise<void> {
  await page.route('**/bootstrap*', (route) =>
    answerChanged(route, (text) => {
      const json = JSON.parse(text) as Bootstrap;
      const reward = json.program?.rewards.find((one) => one.id === id);
      if (reward) Object.assign(reward, { title: 7 });
      return JSON.stringify(json);
    }),
  );
}

test('one malformed reward is left out, and all others are there', async ({ page, noise }) => {
  noise.allow(
    /^warning: <loyalty-widget> an item of the answer was left out: \/program\/rewards\/\d+\/title/,
  );
  await breakReward(page, 'freeship');
  await page.goto('/?member=near&lang=de');
  const panel = new Panel(page);
  await panel.open('rewards');
  await expect(panel.reward()).toBeVisible();
  await expect(panel.reward('Der Eichenbeutel')).toBeVisible();
  await expect(panel.reward('Versand geschenkt')).toHaveCount(0);
  expect(noise.warnings).toHaveLength(1);
});

test('a token that has run out is renewed once, and the shopper notices nothing', async ({
  page,
  noise,
}) => {
  noise.allow(/^error: Failed to load resource: .* 401/);
  const member = await newMember(400);
  let asked = 0;
  await page.route('**/demo/token*', async (route) => {
    asked++;
    await route.fulfill({ json: { token: await tokenFor(member, asked === 1 ? 600 : 0) } });
  });
  await page.goto('/');
  const panel = new Panel(page);
  await panel.open('rewards');
  await panel.redeem();
  expect(asked).toBe(2);
  expect(noise.warnings).toEqual([]);
});

async function expectRedeemedOnceOnline(panel: Panel, context: BrowserContext): Promise<void> {
  const yes = await panel.ask();
  await context.setOffline(true);
  await yes.click();
  await expect(panel.reward().getByRole('alert')).toContainText('Du bist offline.');
  await context.setOffline(false);
  await yes.click();
  await expect(panel.reward().locator('[part~=code]')).toBeVisible();
}

test('offline, a press is answered with a sentence; online again, it works', async ({
  page,
  context,
  noise,
}) => {
  noise.allow(/^error: Failed to load resource: net::ERR_INTERNET_DISCONNECTED/);
  await signIn(page, await newMember(400));
  await page.goto('/');
  const panel = new Panel(page);
  await panel.open('rewards');
  await expectRedeemedOnceOnline(panel, context);
});

test(
  'who has redeemed before and goes offline is answered with a sentence; online again, it works',
  { tag: '@core' },
  async ({ page, context, noise }) => {
    noise.allow(/^error: Failed to load resource: net::ERR_INTERNET_DISCONNECTED/);
    const member = await newMember(2_000);
    await signIn(page, member);
    await page.goto('/');
    const panel = new Panel(page);
    await panel.open('rewards');
    await panel.redeem('Versand geschenkt');
    await expectRedeemedOnceOnline(panel, context);
    expect(await vouchersOf(member)).toHaveLength(2);
  },
);

test('offline, a section that was never opened says so; online again, it opens', async ({
  page,
  context,
  noise,
}) => {
  noise.allow(/^error: Failed to load resource: net::ERR_INTERNET_DISCONNECTED/);
  await page.goto('/?member=near&lang=de');
  const panel = new Panel(page);
  await panel.open();
  await context.setOffline(true);
  await panel.tab('rewards').click();
  await expect(panel.dialog.getByRole('alert')).toContainText('Du bist offline.');
  await context.setOffline(false);
  await panel.dialog.getByRole('button', { name: 'Noch einmal' }).click();
  await expect(panel.reward()).toBeVisible();
});
