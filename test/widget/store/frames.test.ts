import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/widget/cards/reward-card.js';
import '../../../src/widget/shell/provider.js';
import { Actions, type ActionHost } from '../../../src/widget/store/actions.js';
import { FramedError, isFramedByOthers } from '../../../src/widget/store/frames.js';
import { emptySnapshot } from '../../../src/widget/store/snapshot.js';
import { me, program, redeemResult } from '../support/documents.js';
import { failure } from '../support/fails.js';
import { FakePort, until } from '../support/fake-port.js';
import { shown } from '../support/place.js';
import { button, find, maybe, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

describe('a page in a frame', () => {
  it('is its own at the top, and in a frame of its own origin', async () => {
    expect(isFramedByOthers()).to.equal(false);
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="of the shop"></iframe>`);
    expect(isFramedByOthers(frame.contentWindow as Window)).to.equal(false);
  });

  it('is somebody else’s where the page at the top lets nobody look', () => {
    const closed = {
      get location(): never {
        throw new DOMException('Blocked a frame from accessing a cross-origin frame.');
      },
    };
    expect(isFramedByOthers({ top: closed as unknown as Window })).to.equal(true);
    expect(isFramedByOthers({ top: null }), 'a frame that was taken out').to.equal(true);
  });

  let port: FakePort;
  let errors: string[];
  const acting = (isFramed: boolean, allowFramed?: boolean): Actions => {
    port = new FakePort();
    errors = [];
    const host: ActionHost = {
      port,
      scope: 'frames',
      snapshot: emptySnapshot,
      signal: new AbortController().signal,
      now: () => Date.now(),
      set: () => undefined,
      outdate: () => undefined,
      isLive: () => true,
      settings: () => ({ ...(allowFramed !== undefined && { allowFramed }) }),
      refresh: () => Promise.resolve(),
      onRedeemed: () => undefined,
      onError: (error, what) => errors.push(`${what}: ${(error as Error).message}`),
    };
    return new Actions(host, () => isFramed);
  };
  beforeEach(() => sessionStorage.clear());

  const { id: member } = me().member;
  it('of somebody else’s redeems nothing, and tells the developer the remedy', async () => {
    const error = await failure(acting(true).request('redeem', { id: 'off5' }, member));
    expect(error).to.include({ code: 'framed', isUnsent: true });
    expect(port.names).to.be.empty;
    expect(errors).to.have.length(1);
    expect(errors[0]).to.match(/^redeem: .*nothing was done.*write allow-framed/);
    expect(sessionStorage.length, 'no wish is left to be asked again').to.equal(0);
  });

  it('of somebody else’s gives nobody’s membership up', async () => {
    const error = await failure(acting(true).request('leave', { id: '' }, member));
    expect(error).to.include({ code: 'framed' });
    expect(port.names).to.be.empty;
  });

  const allowed: [name: string, isFramed: boolean, allowFramed?: boolean][] = [
    ['of somebody else’s redeems where the merchant allows it', true, true],
    ['of the shop’s own redeems without', false],
  ];
  for (const [name, isFramed, allowFramed] of allowed) {
    it(name, async () => {
      const redeeming = acting(isFramed, allowFramed).request('redeem', { id: 'off5' }, member);
      const call = await port.next();
      expect(call.name).to.equal('redeem');
      call.answer(redeemResult());
      expect((await redeeming)?.voucher?.id).to.equal('v_78');
    });
  }

  it('of somebody else’s does what spends nothing', async () => {
    void acting(true).request('complete', { id: 'review' }, member);
    expect((await port.next()).name).to.equal('complete');
  });

  it('is allowed by an attribute that is not there by default', () => {
    const provider = document.createElement('loyalty-provider');
    expect(provider.allowFramed).to.equal(false);
    provider.setAttribute('allow-framed', '');
    expect(provider.allowFramed).to.equal(true);
  });

  for (const locale of ['en', 'de']) {
    it(`tells the shopper in ${locale} where it works, and leads there`, async () => {
      const loc = await wordsIn(locale);
      const reward = program().rewards.find(({ id }) => id === 'off5')!;
      const rewardState = me().rewards.find((state) => state.reward === 'off5')!;
      const card = await shown('loyalty-reward-card', { loc, reward, rewardState });
      card.addEventListener('loyalty-redeem-request', (event) =>
        event.respondWith(Promise.reject(new FramedError())),
      );
      find<HTMLButtonElement>(card, '.open').click();
      await until(() => !!maybe(card, '[part~=confirm-button]'));
      await new Promise((resolve) => setTimeout(resolve, 450));
      button(card, loc.term('reward.confirmYes')).click();
      await until(() => textOf(card).includes(loc.term('error.framed')));
      const link = find<HTMLAnchorElement>(card, '[role=alert] a');
      expect(link.href).to.equal(location.href);
      expect(link.target).to.equal('_blank');
      expect(textOf(link)).to.equal(loc.term('error.framedOpen'));
    });
  }
});
