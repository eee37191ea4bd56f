import { expect, fixture } from '@open-wc/testing';
import '../../../src/widget/blocks/rewards.js';
import { ask } from '../../../src/widget/events/request-event.js';
import { RedeemRequestEvent } from '../../../src/widget/events/requests.js';
import { JoinRequestEvent } from '../../../src/widget/events/ways-in.js';
import { invented } from '../../../src/widget/shell/preview/member.js';
import '../../../src/widget/shell/widget.js';
import type { LoyaltyWidget } from '../../../src/widget/shell/widget.js';
import { NOW, program } from '../support/documents.js';
import { FakeEndpoint, hearWarnings } from '../support/fake-endpoint.js';
import { restoreFetch } from '../support/fake-fetch.js';
import { until } from '../support/fake-port.js';
import { failure } from '../support/fails.js';
import { rendered } from '../support/place.js';
import { say } from '../support/say.js';
import { find, JUNK, maybe, saidBy, textOf } from '../support/shown.js';

describe('a preview', () => {
  let endpoint: FakeEndpoint;
  let warnings: ReturnType<typeof hearWarnings>;
  beforeEach(() => {
    sessionStorage.clear();
    endpoint = new FakeEndpoint();
    warnings = hearWarnings();
  });
  afterEach(() => {
    restoreFetch();
    warnings.restore();
  });

  const opened = async (preview: string): Promise<LoyaltyWidget> => {
    const widget = document.createElement('loyalty-widget');
    const settings = { endpoint: 'https://api.example/v1/pk', locale: 'en', token: 'tok', preview };
    for (const [name, value] of Object.entries(settings)) widget.setAttribute(name, value);
    await fixture(widget);
    await widget.open();
    await until(() => textOf(widget).includes(say('preview.badge')));
    await rendered(widget);
    return widget;
  };
  const tiers = program().tracks.find(({ view }) => view === 'tiers')!;

  const states: [preview: string, shows: RegExp][] = [
    ['guest', new RegExp(say('guest.join'))],
    ['empty', /\b0 leaves/],
    ['error', new RegExp(say('error.load'))],
    ...tiers.steps.map((step): [string, RegExp] => [`tier:${step.id}`, new RegExp(step.title)]),
    ['stale', new RegExp(say('stale.since', { time: '' }))],
  ];
  for (const [preview, shows] of states) {
    it(`of “${preview}” shows it, says that it is one, and only ever asks by GET`, async () => {
      const widget = await opened(preview);
      await until(() => shows.test(textOf(widget)));
      expect(saidBy(widget)).not.to.match(JUNK);
      expect(endpoint.requests.filter((one) => !one.startsWith('GET '))).to.be.empty;
    });
  }

  it('of a made-up member carries nobody’s token', async () => {
    await opened(`tier:${tiers.steps[0]!.id}`);
    expect(endpoint.seen.map(({ headers }) => headers.get('authorization'))).to.deep.equal([null]);
  });

  it('mirrors the panel and keeps the language', async () => {
    const widget = await opened('empty rtl');
    const dialog = find(widget, 'dialog');
    expect([dialog.dir, dialog.lang]).to.deep.equal(['rtl', 'en']);
    expect(find(widget, 'loyalty-points').dir).to.equal('rtl');
  });

  it('does nothing that is asked for, says so, and keeps nothing', async () => {
    const widget = await opened(`tier:${tiers.steps[0]!.id}`);
    const error = await failure(ask(widget, new RedeemRequestEvent({ rewardId: 'off5' })));
    expect(error.code).to.equal('preview');
    await until(() => textOf(widget).includes(say('error.preview')));
    expect((await failure(widget.redeem('off5'))).code).to.equal('preview');
    const here = location.href;
    await failure(ask(widget, new JoinRequestEvent({ url: '/elsewhere' })));
    expect(location.href).to.equal(here);
    expect(endpoint.requests.filter((one) => !one.startsWith('GET '))).to.be.empty;
    expect({ ...sessionStorage }).to.deep.equal({});
  });

  for (const wrong of ['gold', 'tier:platinum-plus']) {
    it(`of “${wrong}”, which is unknown, names it on the console`, async () => {
      const widget = await opened(wrong);
      await until(() => maybe(widget, '[role=alert]'));
      expect(warnings.heard.join()).to.contain(wrong);
    });
  }

  it('ends as soon as the attribute goes', async () => {
    const widget = await opened('empty');
    widget.removeAttribute('preview');
    await until(() => textOf(widget).includes('620'));
    expect(textOf(widget)).not.to.contain(say('preview.text'));
  });
});

describe('a made-up member', () => {
  for (const track of program().tracks) {
    for (const step of track.steps) {
      it(`stands at ${track.id}:${step.id}, with a state for every definition`, () => {
        const me = invented(program(), { track: track.id, step: step.id }, NOW)!;
        expect(me.tracks.find((one) => one.track === track.id)?.step).to.equal(step.id);
        expect(me.rewards.map(({ reward }) => reward)).to.have.members(
          program().rewards.map(({ id }) => id),
        );
        for (const { available } of me.wallets) expect(Number.isInteger(available)).to.be.true;
      });
    }
  }
});
