import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { RedeemRequestEvent } from '../../../src/widget/events/requests.js';
import { ask } from '../../../src/widget/events/request-event.js';
import '../../../src/widget/shell/launcher.js';
import '../../../src/widget/shell/widget.js';
import type { LoyaltyWidget } from '../../../src/widget/shell/widget.js';
import { audit } from '../support/audit.js';
import { fits, lessMotion, windowOf } from '../support/device.js';
import { bootstrapText } from '../support/documents.js';
import { FakeEndpoint, hearWarnings } from '../support/fake-endpoint.js';
import { json, restoreFetch } from '../support/fake-fetch.js';
import { until } from '../support/fake-port.js';
import { rendered } from '../support/place.js';
import { say } from '../support/say.js';
import {
  all,
  button,
  find,
  focused,
  hasFocus,
  JUNK,
  maybe,
  saidBy,
  textOf,
} from '../support/shown.js';

describe('the widget', () => {
  // Nothing fades in: what is audited stands still.
  before(() => lessMotion(true));
  after(() => lessMotion(false));

  let endpoint: FakeEndpoint;
  let warnings: ReturnType<typeof hearWarnings>;
  let faults: string[];
  const onFault = (event: PromiseRejectionEvent) => faults.push(String(event.reason));

  beforeEach(async () => {
    await windowOf(1_000);
    sessionStorage.clear();
    endpoint = new FakeEndpoint();
    warnings = hearWarnings();
    faults = [];
    addEventListener('unhandledrejection', onFault);
  });
  afterEach(() => {
    removeEventListener('unhandledrejection', onFault);
    restoreFetch();
    warnings.restore();
    expect(faults, 'nothing is thrown into the page').to.be.empty;
  });

  const make = async (attributes: Record<string, string> = {}): Promise<LoyaltyWidget> => {
    const widget = document.createElement('loyalty-widget');
    const settings = { endpoint: 'https://api.example/v1/pk', locale: 'en', token: 'tok' };
    for (const [name, value] of Object.entries({ ...settings, ...attributes })) {
      widget.setAttribute(name, value);
    }
    await fixture(widget);
    await rendered(widget);
    return widget;
  };
  const dialog = (widget: LoyaltyWidget) => maybe<HTMLDialogElement>(widget, 'dialog');
  const isVisible = (widget: LoyaltyWidget) => dialog(widget)?.checkVisibility() ?? false;
  const launcher = (widget: LoyaltyWidget) => find(find(widget, 'loyalty-launcher'), 'button');
  const opened = async (attributes: Record<string, string> = {}, view?: string) => {
    const widget = await make(attributes);
    await widget.open(view);
    await until(() => textOf(widget).includes('Oak Club'));
    await rendered(widget);
    return widget;
  };

  for (const [device, width] of [
    ['desktop', 1_000],
    ['phone', 400],
  ] as const) {
    if (!fits(width)) continue;
    it(`on a ${device} opens by its button, closes by Escape, and gives the focus back`, async () => {
      await windowOf(width);
      const widget = await make();
      const heard: string[] = [];
      for (const type of ['loyalty-opened', 'loyalty-closed'])
        document.addEventListener(type, () => heard.push(type), { once: true });
      launcher(widget).focus();
      await sendKeys({ press: 'Enter' });
      await until(() => heard.length);
      await rendered(widget);
      expect(isVisible(widget)).to.be.true;
      expect(hasFocus(find(widget, '#name'))).to.equal('focused');
      expect(launcher(widget).ariaExpanded).to.equal('true');
      expect(dialog(widget)!.matches(':modal')).to.equal(device === 'phone');
      await sendKeys({ press: 'Escape' });
      await until(() => heard.length === 2);
      await rendered(widget);
      expect(isVisible(widget)).to.be.false;
      expect(hasFocus(launcher(widget))).to.equal('focused');
      expect(launcher(widget).ariaExpanded).to.equal('false');
      expect(heard).to.deep.equal(['loyalty-opened', 'loyalty-closed']);
    });
  }

  it('closes by its close button, and opens again where it was', async () => {
    const widget = await opened({}, 'rewards');
    find(widget, '[part~=close-button]').click();
    await rendered(widget);
    expect(isVisible(widget)).to.be.false;
    await widget.open();
    await rendered(widget);
    expect(find(widget, '#tab-rewards').ariaSelected).to.equal('true');
  });

  it('opened twice at once is one panel', async () => {
    const widget = await make();
    let times = 0;
    widget.addEventListener('loyalty-opened', () => times++);
    await Promise.all([widget.open(), widget.open('rewards')]);
    await rendered(widget);
    expect(all(widget, 'dialog')).to.have.length(1);
    expect(times).to.equal(1);
    expect(find(widget, '#tab-rewards').ariaSelected).to.equal('true');
  });

  it('opens before there is any data, and fills when it comes', async () => {
    let come: () => void = () => undefined;
    endpoint.answers['GET /bootstrap'] = () =>
      new Promise((resolve) => (come = () => resolve(json(bootstrapText()))));
    const widget = await make();
    await widget.open();
    expect(isVisible(widget)).to.be.true;
    expect(saidBy(widget)).not.to.match(JUNK);
    await until(() => endpoint.seen.length);
    come();
    await until(() => textOf(widget).includes('620'));
  });

  it('removed while it opens throws nothing, and is closed when it comes back', async () => {
    const widget = await make();
    const parent = widget.parentElement!;
    const opening = widget.open();
    widget.remove();
    await opening;
    parent.append(widget);
    await rendered(widget);
    expect(isVisible(widget)).to.be.false;
  });

  for (const width of [1_000, 400].filter(fits)) {
    it(`removed while it stands open (${width} px) is closed when it comes back`, async () => {
      await windowOf(width);
      const widget = await opened();
      const parent = widget.parentElement!;
      widget.remove();
      await rendered(parent);
      parent.append(widget);
      await rendered(widget);
      expect(isVisible(widget)).to.be.false;
      expect(launcher(widget).ariaExpanded).to.equal('false');
      await widget.open();
      await rendered(widget);
      expect(isVisible(widget)).to.be.true;
    });
  }

  it('closed before it has opened stays closed', async () => {
    const widget = await opened();
    widget.close();
    const opening = widget.open();
    await until(() => launcher(widget).ariaExpanded === 'true' || !!maybe(widget, '.view'));
    widget.close();
    await opening;
    widget.close();
    await rendered(widget);
    expect(isVisible(widget)).to.be.false;
  });

  it('with a wrong endpoint warns once, and says so calmly in the panel', async () => {
    const widget = await make({ endpoint: 'http://api.example' });
    await widget.open();
    await until(() => maybe(widget, '[role=alert]'));
    await rendered(widget);
    expect(warnings.heard).to.have.length(1);
    expect(warnings.heard[0]).to.match(/^<loyalty-widget> /);
    expect(textOf(find(widget, '[role=alert]'))).to.contain(say('error.load'));
  });

  it('shows the balance on its button, with its label in the name', async () => {
    const widget = await opened();
    expect(textOf(launcher(widget))).to.equal('620 leaves');
    expect(launcher(widget).ariaLabel).to.equal('Rewards, 620 leaves');
  });

  it('announces a redemption once, in the open panel, and fires no confetti under reduced motion', async () => {
    const widget = await opened();
    const regions = all(widget, '[role=status]:not(.stale)');
    const said: string[] = [];
    for (const region of regions) {
      new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(
        region,
        { childList: true, characterData: true, subtree: true },
      );
    }
    await ask(widget, new RedeemRequestEvent({ rewardId: 'off5' }));
    await until(() => said.length);
    await rendered(widget);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain(say('say.balance', { amount: '320 leaves' }));
    expect(dialog(widget)!.contains(regions.find(({ textContent }) => textContent)!)).to.be.true;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(loaded.filter((name) => /confetti|celebration/.test(name))).to.be.empty;
    expect(all(document.body, 'canvas')).to.be.empty;
  });

  it('does not move the focus when something is announced', async () => {
    const widget = await opened();
    const before = focused();
    await ask(widget, new RedeemRequestEvent({ rewardId: 'off5' }));
    await rendered(widget);
    expect(focused() === before).to.be.true;
  });

  for (const poll of [0, -5, 1, 1e12]) {
    it(`never asks more than every few seconds, also when the server wants ${poll}`, async () => {
      const { setInterval: real } = globalThis;
      const waits: (number | undefined)[] = [];
      globalThis.setInterval = ((act: () => void, ms?: number) => {
        waits.push(ms);
        return real(act, 1e9);
      }) as typeof setInterval;
      try {
        const document = JSON.parse(bootstrapText()) as { live: { poll: number } };
        document.live.poll = poll;
        endpoint.answers['GET /bootstrap'] = () => json(document);
        const widget = await opened();
        widget.close();
        // What the endpoint wants is known by now, however slow the first opening was.
        waits.length = 0;
        await widget.open();
        if (poll > 0) expect(waits.at(-1)).to.be.within(5_000, 2 ** 31 - 1);
        else expect(waits, 'asked never to ask').to.be.empty;
      } finally {
        globalThis.setInterval = real;
      }
    });
  }

  it('passes the audit as a launcher alone', async () => {
    const widget = await make();
    await until(() => textOf(launcher(widget)));
    expect(await audit(widget)).to.deep.equal([]);
    expect(button(widget, 'Rewards').ariaExpanded).to.equal('false');
  });
});
