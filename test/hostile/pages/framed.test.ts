import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM_SHELL } from '../../../scripts/chromium.mjs';
import { inline, shop, type Hostility } from './support/page.js';
import { BALANCE, openHost, type Host } from './support/server.js';

/** The shop's page, as it is and as a merchant has it who allows frames. */
const plain: Hostility = { name: 'plain', title: 'a shop', html: (place) => shop(place) };
const allowing: Hostility = {
  name: 'allowing',
  title: 'a shop that may be framed',
  html: (place) => shop(place, { script: place.tag('/loyalty/', 'data-allow-framed') }),
};
/** A page around the one that its fragment names. */
const around: Hostility = {
  name: 'around',
  title: 'a page around another',
  html: (place) =>
    shop(place, {
      script: inline(
        place,
        `const frame = document.createElement('iframe');
         frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0';
         frame.src = decodeURIComponent(location.hash.slice(1));
         document.body.append(frame);`,
      ),
    }),
};

const INERT_MS = 450;

describe('a shop in a frame', () => {
  let host: Host;
  let browser: Browser;
  before(async () => {
    host = await openHost([plain, allowing, around]);
    browser = await chromium.launch({
      executablePath: CHROMIUM_SHELL,
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  after(async () => {
    await browser.close();
    await host.close();
  });

  /** Presses "redeem" in a shop whose page stands in a frame of the page at `name`. */
  const redeemIn = async (shopPage: Hostility, name: string) => {
    const { member, url } = await host.visit(shopPage);
    const page = await browser.newPage();
    const outer = new URL('/page/around/nobody', url);
    outer.hostname = name;
    await page.goto(`${outer.href}#${encodeURIComponent(url)}`);
    const frame = page.frameLocator('iframe');
    await frame.locator('loyalty-launcher button').click();
    await frame.getByRole('tab', { name: 'Rewards' }).click();
    await frame.getByRole('button', { name: 'Redeem: €5 off' }).click();
    const yes = frame.getByRole('button', { name: 'Yes, redeem' });
    await yes.waitFor();
    await page.waitForTimeout(INERT_MS);
    await yes.click();
    return { member, page, frame, url };
  };

  it('of somebody else’s redeems nothing and says where it works', async () => {
    const { member, page, frame, url } = await redeemIn(plain, 'localhost');
    const said = frame.getByRole('alert');
    await said.getByText('this can only be done on the shop’s own page').waitFor();
    assert.equal(await said.getByRole('link').getAttribute('href'), url);
    assert.deepEqual(await host.codesOf(member), []);
    assert.equal(await host.balanceOf(member), BALANCE);
    await page.close();
  });

  const allowed: [name: string, page: Hostility, host: string][] = [
    ['of somebody else’s redeems where the merchant allows it', allowing, 'localhost'],
    ['of the shop’s own redeems', plain, '127.0.0.1'],
  ];
  for (const [name, shopPage, where] of allowed) {
    it(name, async () => {
      const { member, page, frame } = await redeemIn(shopPage, where);
      const code = await frame.locator('[part~=code]').first().textContent();
      assert.deepEqual(await host.codesOf(member), [code?.trim()]);
      assert.ok((await host.balanceOf(member)) < BALANCE);
      await page.close();
    });
  }
});
