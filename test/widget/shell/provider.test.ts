import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { nothing } from 'lit';
import { Block } from '../../../src/widget/blocks/block.js';
import '../../../src/widget/blocks/points.js';
import '../../../src/widget/blocks/rewards.js';
import { RedeemRequestEvent } from '../../../src/widget/events/requests.js';
import { ask } from '../../../src/widget/events/request-event.js';
import '../../../src/widget/shell/provider.js';
import type { LoyaltyProvider } from '../../../src/widget/shell/provider.js';
import { define } from '../../../src/widget/ui/define.js';
import { bootstrapText, redeemResult } from '../support/documents.js';
import { FakeEndpoint, hearWarnings } from '../support/fake-endpoint.js';
import { json, page, restoreFetch } from '../support/fake-fetch.js';
import { until } from '../support/fake-port.js';
import { rendered } from '../support/place.js';
import { say } from '../support/say.js';
import { button, find, JUNK, maybe, saidBy, textOf } from '../support/shown.js';

const ENDPOINT = 'https://api.example/v1/pk';

describe('a provider', () => {
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

  const provider = (attributes: Record<string, string> = {}): LoyaltyProvider => {
    const element = document.createElement('loyalty-provider');
    const all = { endpoint: ENDPOINT, locale: 'en', token: 'tok', ...attributes };
    for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
    return element;
  };
  const points = () => document.createElement('loyalty-points');
  const balance = (block: Element) => until(() => textOf(block).includes('620'));

  it('for the page serves blocks anywhere, added before and after it, with one request', async () => {
    const place = await fixture<HTMLElement>(
      html`<div>
        <p></p>
        <p></p>
      </div>`,
    );
    const [here, there] = [points(), points()];
    place.firstElementChild!.append(here);
    await rendered(place);
    place.lastElementChild!.append(provider({ scope: 'page' }));
    await balance(here);
    place.append(there);
    await balance(there);
    expect(endpoint.requests).to.deep.equal(['GET /bootstrap']);
  });

  it('serves its own subtree and nobody else', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const mine = provider();
    const [inside, outside] = [points(), points()];
    mine.append(inside);
    place.append(mine, outside);
    await balance(inside);
    await rendered(place);
    expect(textOf(outside)).to.equal('');
  });

  it('asks nothing while nobody wants to show anything', async () => {
    await fixture(provider());
    await rendered(document.body);
    expect(endpoint.requests).to.be.empty;
  });

  it('takes a token that is written later, for who signs in without a new page', async () => {
    const mine = provider({ token: 'first' });
    mine.append(points());
    await fixture(mine);
    await until(() => endpoint.seen.length === 1);
    mine.setAttribute('token', 'second-secret');
    await until(() => endpoint.seen.length === 2);
    expect(mine.outerHTML).not.to.contain('secret');
    expect(endpoint.seen[1]!.headers.get('authorization')).to.equal('Bearer second-secret');
  });

  it('reads the token once, removes it from the page and sends it as the shopper’s', async () => {
    const mine = provider({ token: 'secret-token' });
    mine.append(points());
    await fixture(mine);
    await until(() => endpoint.seen.length);
    expect(mine.hasAttribute('token')).to.be.false;
    expect(document.documentElement.outerHTML).not.to.contain('secret-token');
    expect(endpoint.seen[0]!.headers.get('authorization')).to.equal('Bearer secret-token');
  });

  it('says that it is ready, once, and for whom', async () => {
    const mine = provider();
    mine.append(points());
    const heard: (string | null)[] = [];
    mine.addEventListener('loyalty-ready', ({ detail }) => heard.push(detail.member));
    await fixture(mine);
    await balance(mine);
    await mine.refresh();
    expect(heard).to.deep.equal(['c_1001']);
  });

  const wrong: [what: string, attributes: Record<string, string>, words: RegExp][] = [
    ['no endpoint', { endpoint: '' }, /No endpoint is set/],
    ['an endpoint without https', { endpoint: 'http://api.example/v1' }, /not an https address/],
    ['a password in it', { endpoint: 'https://a:b@api.example/v1' }, /may hold no password/],
    [
      'a token address elsewhere',
      { 'token-url': 'https://evil.example/t', token: '' },
      /own origin/,
    ],
  ];
  for (const [what, attributes, words] of wrong) {
    it(`with ${what} warns once, tells the page, and stays calm`, async () => {
      const mine = provider(attributes);
      if (attributes.token === '') mine.removeAttribute('token');
      mine.append(points(), points());
      const codes: string[] = [];
      mine.addEventListener('loyalty-error', ({ detail }) => codes.push(detail.code));
      await fixture(mine);
      await until(() => maybe(mine, '[part=error]'));
      await rendered(mine);
      expect(warnings.heard).to.have.length(1);
      expect(warnings.heard[0])
        .to.match(words)
        .and.to.match(/^<loyalty-provider>/);
      expect(codes).to.deep.equal(['bad-config']);
      expect(textOf(mine)).to.contain(say('error.load'));
      expect(saidBy(mine)).not.to.match(JUNK);
    });
  }

  const callbacks: [what: string, getToken: () => unknown][] = [
    [
      'throws',
      () => {
        throw new Error('the shop is broken');
      },
    ],
    // A page may reject with anything.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    ['rejects with nothing', () => Promise.reject(undefined)],
    ['gives nothing', () => undefined],
    ['gives a number', () => 42],
    ['gives a promise of an object', () => Promise.resolve({ token: 'tok' })],
  ];
  for (const [what, getToken] of callbacks) {
    it(`whose page has a getToken that ${what} warns once, tells the page, and stays calm`, async () => {
      const mine = provider();
      mine.getToken = getToken as () => Promise<string>;
      mine.append(points(), points());
      const codes: string[] = [];
      mine.addEventListener('loyalty-error', ({ detail }) => codes.push(detail.code));
      await fixture(mine);
      await until(() => maybe(mine, '[part=error]'));
      await rendered(mine);
      expect(warnings.heard).to.have.length(1);
      expect(warnings.heard[0]).to.match(/^<loyalty-provider> .*token/);
      expect(codes).to.deep.equal(['token-missing']);
      expect(endpoint.requests, 'nobody is asked in a stranger’s name').to.be.empty;
      expect(saidBy(mine)).not.to.match(JUNK);
    });
  }

  it('keeps the blocks beside one that throws while it draws', async () => {
    class Broken extends Block {
      protected override renderSkeleton(): typeof nothing {
        return nothing;
      }
      protected override renderGuest(): typeof nothing {
        return nothing;
      }
      protected override renderMember(): never {
        throw new Error('a mistake of ours');
      }
    }
    define('loyalty-broken', Broken);
    const mine = provider();
    mine.append(points(), document.createElement('loyalty-broken'), points());
    const sources: string[] = [];
    mine.addEventListener('loyalty-error', ({ detail }) => sources.push(detail.source));
    await fixture(mine);
    const [first, broken, last] = [...mine.children] as [Element, Element, Element];
    await until(() => maybe(broken, '[part=error]'));
    await balance(first);
    await balance(last);
    await mine.refresh();
    await rendered(mine);
    expect(textOf(broken)).to.contain(say('error.load')).and.not.to.contain('mistake');
    expect(sources).to.deep.equal(['loyalty-broken']);
    expect(warnings.heard).to.have.length(1);
  });

  it('takes what is no promise from a page that answers in its place', async () => {
    const mine = provider();
    await fixture(mine);
    const answer = { voucher: undefined } as never;
    mine.addEventListener('loyalty-redeem-request', (event) => event.respondWith(answer));
    const result = await ask(mine, new RedeemRequestEvent({ rewardId: 'off5' }));
    expect(result).to.equal(answer);
  });

  it('whose endpoint answers nonsense says so, and Retry works', async () => {
    endpoint.answers['GET /bootstrap'] = () => page(200);
    const mine = provider();
    mine.append(points());
    await fixture(mine);
    await until(() => maybe(mine, '[part=error]'));
    endpoint.answers['GET /bootstrap'] = () => json(bootstrapText());
    button(mine, say('error.retry')).click();
    await balance(mine);
    expect(warnings.heard).to.have.length(1);
  });

  it('moved in the page keeps what it knows', async () => {
    const place = await fixture<HTMLElement>(html`<div><p></p></div>`);
    const mine = provider();
    const block = points();
    mine.append(block);
    place.append(mine);
    await balance(block);
    const { store } = mine;
    place.firstElementChild!.append(mine);
    await rendered(place);
    expect(mine.store === store).to.be.true;
    expect(textOf(block)).to.contain('620');
    expect(endpoint.requests).to.deep.equal(['GET /bootstrap']);
  });

  it('removed and put back later connects anew', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const mine = provider();
    mine.append(points());
    place.append(mine);
    await balance(mine);
    mine.remove();
    await rendered(place);
    place.append(mine);
    await until(() => endpoint.requests.length === 2);
    await balance(mine);
  });

  it('does what a block asks for, and tells the page what has happened', async () => {
    const mine = provider();
    const block = points();
    mine.append(block);
    await fixture(mine);
    await balance(block);
    const told = oneEvent(mine, 'loyalty-points-changed');
    const redeemed = oneEvent(document, 'loyalty-redeemed');
    const outcome = await ask(block, new RedeemRequestEvent({ rewardId: 'off5' }));
    expect(outcome?.voucher?.id).to.equal('v_78');
    expect((await told).detail).to.include({ before: 620, after: 320 });
    expect((await redeemed).detail).to.deep.include({ rewardId: 'off5' });
    await until(() => textOf(block).includes('320'));
  });

  it('leaves alone what the page stops', async () => {
    const mine = provider();
    const block = points();
    mine.append(block);
    await fixture(mine);
    await balance(block);
    document.addEventListener(RedeemRequestEvent.type, (event) => event.preventDefault(), {
      once: true,
    });
    expect(await ask(block, new RedeemRequestEvent({ rewardId: 'off5' }))).to.be.undefined;
    expect(endpoint.requests).to.deep.equal(['GET /bootstrap']);
  });

  it('leaves alone what the page answers in its place', async () => {
    const mine = provider({ scope: 'page' });
    const block = points();
    mine.append(block);
    await fixture(mine);
    await balance(block);
    const own = { changes: { rev: 'own' } };
    document.addEventListener(
      RedeemRequestEvent.type,
      (event) => event.respondWith(Promise.resolve(own)),
      { once: true },
    );
    expect(await ask(block, new RedeemRequestEvent({ rewardId: 'off5' }))).to.equal(own);
    expect(endpoint.requests).to.deep.equal(['GET /bootstrap']);
  });

  it('within another one answers first, and alone', async () => {
    const outer = provider({ endpoint: 'https://outer.example/v1/pk' });
    const inner = provider();
    const block = points();
    inner.append(block);
    outer.append(inner);
    await fixture(outer);
    await balance(block);
    await ask(block, new RedeemRequestEvent({ rewardId: 'off5' }));
    const writes = endpoint.seen.filter(({ init }) => init.method === 'POST');
    expect(writes.map(({ url }) => url.host)).to.deep.equal(['api.example']);
  });

  it('speaks another language as soon as it is asked to', async () => {
    const mine = provider();
    mine.append(points());
    await fixture(mine);
    await until(() => textOf(mine).includes(say('points.balance')));
    mine.setAttribute('locale', 'de');
    await until(() => textOf(mine).includes('Dein Guthaben'));
    await until(() => endpoint.seen.at(-1)!.url.searchParams.get('locale') === 'de');
  });

  it('announces a redemption once, in one message', async () => {
    const mine = provider();
    mine.append(points());
    await fixture(mine);
    await balance(mine);
    const region = find(mine, '[role=status]');
    const said: string[] = [];
    new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(
      region,
      {
        childList: true,
        characterData: true,
        subtree: true,
      },
    );
    await ask(mine, new RedeemRequestEvent({ rewardId: 'off5' }));
    await until(() => said.length);
    await rendered(mine);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain(say('say.balance', { amount: '320 leaves' }));
    expect(said[0]).to.contain(say('say.redeemed', { title: redeemResult().voucher.title }));
  });
});
