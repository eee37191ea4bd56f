import assert from 'node:assert/strict';
import type { Hostility } from './page.js';
import { BALANCE, type Host } from './server.js';
import { about, press, rectOf, textOf, until, type Tab } from './tab.js';

const PRICE = 500;
const REWARD = '€5 off';
const LAUNCHER = '[part~=launcher]';
/** A question refuses answers for a moment after it opened. */
const INERT_MS = 450;
const COPY_MS = 4_000;

/** What a journey leaves to be compared with that on the clean page. */
export interface Travelled {
  readonly pictures: Pictures;
  /** Of all POSTs, in their order. */
  readonly bodies: readonly string[];
}

export interface Pictures {
  readonly launcher?: Buffer;
  readonly home?: Buffer;
  readonly question?: Buffer;
}

/**
 * What a shopper comes for: opens the panel, redeems a reward, copies its code, closes. Then the ledger
 * is asked whether that happened, once.
 */
export async function journey(tab: Tab, page: Hostility, host: Host): Promise<Travelled> {
  const { member, url } = await host.visit(page);
  await tab.open(url);
  const { beforehand } = page;
  if (beforehand) await until(tab, `String(${beforehand})`, (text) => text === 'yes');
  await textOf(tab, LAUNCHER, 'leaves');
  // Where another way in is taken, the button is covered or shrunk, as it should be.
  const launcher = page.opensBy === 'link' ? undefined : await shoot(tab, LAUNCHER);
  if (page.opensBy === 'link') await tab.read(`(location.hash = 'loyalty', '')`);
  else await press(tab, LAUNCHER);
  await textOf(tab, '.balance', '1,200');
  await settle(tab);
  const home = await shoot(tab, 'dialog[part~=panel]');

  await press(tab, '[role=tab]', 'Rewards');
  await textOf(tab, '[part~=redeem-button]', REWARD);
  await settle(tab);
  await press(tab, '[part~=redeem-button]', REWARD);
  await rectOf(tab, 'button', 'Yes, redeem');
  const question = await shoot(tab, 'dialog[part~=panel]');
  await new Promise((resolve) => setTimeout(resolve, INERT_MS));
  await press(tab, 'button', 'Yes, redeem');
  const code = await textOf(tab, '[part~=code]');
  await copy(tab, page);

  assert.deepEqual(await host.codesOf(member), [code], 'the ledger has exactly this code');
  assert.equal(await host.balanceOf(member), BALANCE - PRICE, 'the points fell once');

  await press(tab, '[part~=close-button]');
  await until(tab, about('dialog[part~=panel]', '', '"open"'), (text) => text === '');
  await calm(tab, page);
  const pictures = {
    ...(launcher && { launcher }),
    ...(home && { home }),
    ...(question && { question }),
  };
  return { pictures, bodies: host.bodiesOf(member) };
}

/**
 * The card of the code still finds its place when it appears, and on a loaded machine a press comes
 * late: then the shopper presses again.
 */
async function copy(tab: Tab, { isClipboardClosed }: Hostility): Promise<void> {
  // Said in place of "Copied"; what is selected inside a shadow tree not every engine tells.
  const isDone = isClipboardClosed
    ? about('p.small[role=status]', '', '"selected"')
    : about('[part~=copy-button]', 'Copied', '"copied"');
  for (let more = 2; ; more--) {
    await press(tab, '[part~=copy-button]');
    try {
      await until(tab, isDone, undefined, COPY_MS);
      return;
    } catch (error) {
      if (more === 0) throw error;
    }
  }
}

/** The widget must stay away, say so once, and leave the page as it was. */
export async function refusal(tab: Tab, page: Hostility, host: Host): Promise<void> {
  await tab.open((await host.visit(page)).url);
  await until(tab, 'window.reports', (text) => text.includes('loyalty-error'));
  await until(tab, about('loyalty-launcher', '', '"there"'), (text) => text === '');
  await calm(tab, page);
}

/** The shop stands there as if nobody had pasted a tag. */
export async function nothing(tab: Tab, page: Hostility, host: Host): Promise<void> {
  await tab.open((await host.visit(page)).url);
  await until(tab, 'document.readyState', (text) => text === 'complete');
  await textOf(tab, '#own', 'Coffee');
  await calm(tab, page);
}

/** Nothing was reported but what the page's own nature makes; and the page itself works. */
async function calm(tab: Tab, { reports = [], afterwards }: Hostility): Promise<void> {
  if (afterwards) await until(tab, `String(${afterwards})`, (text) => text === 'yes');
  const lines = (await tab.read('window.reports')).split('\n').filter(Boolean);
  const unexpected = lines.filter((line) => !reports.some((one) => one.test(line)));
  assert.deepEqual(unexpected, [], 'what the page had to report');
  for (const one of reports) {
    assert.equal(lines.filter((line) => one.test(line)).length, 1, `one report of ${String(one)}`);
  }
}

/** Until nothing is a placeholder any more, and frames have been drawn. */
async function settle(tab: Tab): Promise<void> {
  await until(tab, about('.bone', '', '"there"'), (text) => text === '');
  const before = await tab.read('String(performance.now())');
  await until(tab, 'String(performance.now())', (now) => Number(now) > Number(before) + 150);
}

const shoot = async (tab: Tab, selector: string): Promise<Buffer | undefined> =>
  tab.picture?.(await rectOf(tab, selector));
