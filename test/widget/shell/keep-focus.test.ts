import { aTimeout, expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Bootstrap } from '../../../src/contract/types.js';
import '../../../src/widget/shell/keep-focus.js';
import type { LoyaltyPanel } from '../../../src/widget/shell/panel.js';
import type { LoyaltyWidget } from '../../../src/widget/shell/widget.js';
import '../../../src/widget/shell/widget.js';
import { lessMotion, windowOf } from '../support/device.js';
import { bootstrap, bootstrapText, NOW } from '../support/documents.js';
import { FakeEndpoint } from '../support/fake-endpoint.js';
import { json, problem, restoreFetch } from '../support/fake-fetch.js';
import { until } from '../support/fake-port.js';
import { rendered } from '../support/place.js';
import { say } from '../support/say.js';
import { button, find, focused, maybe, textOf } from '../support/shown.js';

/** A little longer than a question takes to be open to an answer. */
const QUESTION_MS = 450;

const [gift] = bootstrap().me!.vouchers;
const voucher = {
  ...gift,
  id: 'v_1',
  title: '€5 off',
  source: { kind: 'reward', id: 'off5' },
  undoUntil: new Date(NOW + 600_000).toISOString(),
};
const line = { ...bootstrap().me!.activity[0], id: 't_4', title: 'Order 7' };
const coffee = bootstrap().me!.tracks.find(({ track }) => track === 'coffee');
const news = (change: object) => json({ changes: { rev: 'm_2', ...change } });

/** What the endpoint says beside the examples. */
const answers: FakeEndpoint['answers'] = {
  'GET /bootstrap': () => json(withAll()),
  'POST /rewards/off5/redeem': () =>
    json({ voucher, changes: { rev: 'm_1', vouchers: [voucher] } }),
  'POST /vouchers/v_1/cancel': () => {
    const undone = { ...voucher, status: 'cancelled', undoUntil: null };
    return json({ voucher: undone, changes: { rev: 'm_2', vouchers: [undone] } });
  },
  'GET /vouchers': () => json({ items: [gift, { ...voucher, status: 'used' }], next: null }),
  'GET /activity': () => json({ items: [...bootstrap().me!.activity, line], next: null }),
  'DELETE /tracks/coffee/join': () =>
    news({ tracks: [{ ...coffee, joined: false, have: [], next: null }] }),
  'GET /boards/nov': () =>
    json({ board: 'nov', asOf: '2026-11-22T08:00:00Z', items: [], next: null }),
};

/** The example with a board, a challenge to leave, and lists that go on. */
function withAll(): Bootstrap {
  const all = JSON.parse(bootstrapText()) as Bootstrap;
  const { program, me } = all as { program: NonNullable<Bootstrap['program']>; me: typeof all.me };
  Object.assign(program, {
    capabilities: [...program.capabilities, 'vouchers.pages', 'boards', 'join'],
    boards: [{ id: 'nov', title: 'November', view: 'top', unit: 'pts', window: null, prizes: [] }],
    tracks: program.tracks.map((track) =>
      track.id === 'coffee' ? { ...track, join: 'opt-in' } : track,
    ),
  });
  Object.assign(me!, {
    tracks: me!.tracks.map((one) => (one.track === 'coffee' ? { ...one, joined: true } : one)),
  });
  return all;
}

function withoutCodes(): Bootstrap {
  const all = withAll();
  return { ...all, me: { ...all.me!, vouchers: [] } };
}

interface Row {
  readonly press: string;
  readonly view: string;
  /** What is pressed, one after the other. */
  readonly words: readonly string[];
  /** What has the focus then: a selector. */
  readonly then: string;
  readonly answers?: FakeEndpoint['answers'];
}

const rows: readonly Row[] = [
  {
    press: '“Undo” in the result of a redemption',
    view: 'rewards',
    words: [say('reward.redeem'), say('reward.confirmYes'), say('voucher.undo')],
    then: 'article[part=reward]',
  },
  {
    press: 'the way from a board to one’s own name',
    view: 'board',
    words: [say('board.rename')],
    then: '#view',
  },
  {
    press: 'the way from no codes to the rewards',
    view: 'vouchers',
    words: [say('vouchers.toRewards')],
    then: '#view',
    answers: { 'GET /bootstrap': () => json(withoutCodes()) },
  },
  {
    press: '“Show more” codes, on the last page',
    view: 'vouchers',
    words: [say('vouchers.more')],
    then: 'article.over',
  },
  {
    press: '“Show more” codes, where there are no more',
    view: 'vouchers',
    words: [say('vouchers.more')],
    then: 'article[part=voucher]',
    answers: { 'GET /vouchers': () => json({ items: [gift], next: null }) },
  },
  {
    press: '“Show older” in the ledger, on the last page',
    view: 'activity',
    words: [say('activity.more')],
    then: 'li:last-child',
  },
  {
    press: '“Show older” that fails',
    view: 'activity',
    words: [say('activity.more')],
    then: '[part=error] button',
    answers: { 'GET /activity': () => problem('not-found', 404) },
  },
  {
    press: 'the way out of a challenge, from home',
    view: 'home',
    words: [say('track.leave'), say('leave.yes')],
    then: '#view',
  },
  {
    press: 'the way out of a challenge, among the others',
    view: 'challenges',
    words: [say('track.leave'), say('leave.yes')],
    then: 'button.open',
  },
  { press: 'a section behind “More”', view: 'more', words: [say('view.profile')], then: '#view' },
];

describe('the focus in the panel', () => {
  before(() => lessMotion(true));
  after(() => lessMotion(false));

  let endpoint: FakeEndpoint;
  beforeEach(async () => {
    await windowOf(1_000);
    sessionStorage.clear();
    endpoint = new FakeEndpoint();
    Object.assign(endpoint.answers, answers);
  });
  afterEach(() => restoreFetch());

  const opened = async (view: string): Promise<LoyaltyWidget> => {
    const widget = document.createElement('loyalty-widget');
    const settings = { endpoint: 'https://api.example/v1/pk', locale: 'en', token: 'tok' };
    for (const [name, value] of Object.entries(settings)) widget.setAttribute(name, value);
    await fixture(widget);
    await widget.open(view);
    await until(() => textOf(widget).includes('Oak Club') && !maybe(widget, '.bone'));
    await rendered(widget);
    return widget;
  };
  /** By key, as the focus is where the shopper is. */
  const press = async (widget: LoyaltyWidget, words: string): Promise<void> => {
    const view = find(widget, '#view');
    await until(() => textOf(view).includes(words));
    if (maybe(view, '.confirm')) await aTimeout(QUESTION_MS);
    button(view, words).focus();
    await sendKeys({ press: 'Enter' });
    await rendered(widget);
  };
  const isOpen = (widget: LoyaltyWidget) => find<LoyaltyPanel>(widget, 'loyalty-panel').open;

  for (const row of rows) {
    it(`after ${row.press}: is in the panel, and Escape closes it`, async () => {
      Object.assign(endpoint.answers, row.answers);
      const widget = await opened(row.view);
      for (const words of row.words) await press(widget, words);
      const isThere = () => !!focused()?.matches(row.then);
      await until(isThere).catch(() => undefined);
      expect(isThere() ? row.then : focused()?.outerHTML.slice(0, 120)).to.equal(row.then);
      await sendKeys({ press: 'Escape' });
      expect(isOpen(widget)).to.be.false;
    });
  }

  it('goes on where a challenge was left, which is said once', async () => {
    const widget = await opened('challenges');
    const region = find(widget, 'dialog .main > [role=status]');
    const said: string[] = [];
    new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(
      region,
      { childList: true },
    );
    for (const words of [say('track.leave'), say('leave.yes')]) await press(widget, words);
    const left = say('say.left', { title: withAll().program!.tracks[1]!.title });
    await until(() => said.length);
    await aTimeout(200);
    expect(said).to.deep.equal([left]);
  });

  it('is kept where its card goes by itself', async () => {
    const widget = await opened('vouchers');
    const copy = button(find(widget, '#view'), say('voucher.copy'));
    copy.focus();
    find(widget, '.view').click();
    await rendered(widget);
    find(widget, 'loyalty-voucher-card').remove();
    await until(() => focused()?.matches('#view'));
  });

  it('is on nothing where the shopper pressed beside everything, and Escape closes the panel', async () => {
    const widget = await opened('rewards');
    (focused() as HTMLElement).blur();
    find(widget, '.head').click();
    expect(focused()).to.equal(document.body);
    // Who listens is fetched at the first press.
    await import('../../../src/widget/shell/keep-focus.js');
    await rendered(widget);
    await sendKeys({ press: 'Escape' });
    expect(isOpen(widget)).to.be.false;
  });

  it('is the page’s where the shopper pressed there, and Escape too', async () => {
    const widget = await opened('rewards');
    (focused() as HTMLElement).blur();
    document.body.click();
    await sendKeys({ press: 'Escape' });
    expect(isOpen(widget)).to.be.true;
  });

  it('is nobody’s of ours where the page has used the Escape', async () => {
    const widget = await opened('rewards');
    (focused() as HTMLElement).blur();
    const use = (event: Event) => event.preventDefault();
    document.addEventListener('keydown', use);
    await sendKeys({ press: 'Escape' });
    document.removeEventListener('keydown', use);
    expect(isOpen(widget)).to.be.true;
  });
});
