import { expect, oneEvent } from '@open-wc/testing';
import type {
  Outcome,
  Program,
  Reward,
  RewardState,
  Voucher,
} from '../../../src/contract/types.js';
import '../../../src/widget/cards/reward-donate.js';
import '../../../src/widget/cards/reward-plan.js';
import '../../../src/widget/cards/reward-prices.js';
import '../../../src/widget/cards/gift-box.js';
import '../../../src/widget/cards/voucher-card.js';
import { SeenRequestEvent } from '../../../src/widget/events/play.js';
import { ApplyRequestEvent, RedeemRequestEvent } from '../../../src/widget/events/requests.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import { me, program, redeemResult } from '../support/documents.js';
import { until } from '../support/fake-port.js';
import { place, rendered, shown } from '../support/place.js';
import { say } from '../support/say.js';
import { all, button, find, JUNK, maybe, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const READY: RewardState = { reward: 'r', availability: { state: 'available' } };
const reward = (change: Partial<Reward>): Reward => ({
  ...program().rewards[0]!,
  id: 'r',
  title: 'Plus',
  ...change,
});
/** Opens the question, waits until a tap may answer it, and gives what is then asked of the shop. */
async function answered(card: HTMLElement): Promise<RedeemRequestEvent['detail']> {
  button(card, /./).click();
  await rendered(card);
  await new Promise((resolve) => setTimeout(resolve, 450));
  const asked = oneEvent<RedeemRequestEvent>(card, RedeemRequestEvent.type);
  find(card, '[part~=confirm-button]').click();
  return (await asked).detail;
}

describe('a reward that is', () => {
  let loc: Localizer;
  before(async () => (loc = await wordsIn('en')));

  describe('a plan', () => {
    const plan = reward({
      view: 'plan',
      label: 'Order with obligation to pay',
      cost: { kind: 'price', amount: { unit: 'eur', value: 3_900 }, every: 'P1Y' },
      grants: [{ kind: 'status', track: 'vip', step: 'oak' }],
    });
    const mine = (change: Partial<Voucher>): Voucher => ({
      ...me().vouchers[0]!,
      source: { kind: 'reward', id: 'r' },
      ...change,
    });
    const links = { cancel: '/cancel' };
    const show = (vouchers: Voucher[] = [], of: Program = { ...program(), links }) =>
      shown('loyalty-reward-plan', {
        loc,
        program: of,
        reward: plan,
        rewardState: READY,
        vouchers,
      });

    it('says its price for each period, and what is in it', async () => {
      const card = await show();
      expect(textOf(find(card, '.cost'))).to.equal(say('every.year', { n: 1, amount: '€39' }));
      expect(textOf(card)).to.contain('2 leaves per euro');
      expect(saidBy(card)).not.to.match(JUNK);
    });

    it('is ordered by the words that the law wants, and paid at the shop’s till', async () => {
      const card = await show();
      const voucher = { ...mine({ status: 'pending', applyUrl: '/pay/1' }), code: null };
      card.addEventListener(RedeemRequestEvent.type, (event) =>
        event.respondWith(Promise.resolve<Outcome>({ ...redeemResult(), voucher })),
      );
      const till = oneEvent<ApplyRequestEvent>(card, ApplyRequestEvent.type);
      button(card, say('reward.buy')).click();
      await rendered(card);
      expect(textOf(find(card, '[part~=confirm-button]'))).to.equal('Order with obligation to pay');
      await new Promise((resolve) => setTimeout(resolve, 450));
      find(card, '[part~=confirm-button]').click();
      expect((await till).detail.url).to.equal('/pay/1');
    });

    it('that runs says when it renews, and where it is cancelled', async () => {
      const card = await show([mine({ status: 'ready', renewsAt: '2027-03-01T11:00:00Z' })]);
      expect(textOf(card)).to.contain(say('plan.active'));
      expect(textOf(card)).to.contain('Mar 1, 2027');
      expect(find<HTMLAnchorElement>(card, 'a[href$="/cancel"]').pathname).to.equal('/cancel');
    });

    it('that was cancelled says until when it lasts, and offers no cancelling', async () => {
      const expiresAt = '2027-03-01T00:00:00+01:00';
      const card = await show([mine({ status: 'ready', expiresAt })]);
      expect(textOf(card)).to.contain(say('plan.ends', { day: 'Feb 28, 2027' }));
      expect(!!maybe(card, 'a[href$="/cancel"]')).to.be.false;
    });
  });

  it('a donation goes to the cause that was chosen, by its id', async () => {
    const choices = [
      { id: 'bees', title: 'Bees' },
      { id: 'school', title: 'School' },
    ];
    const card = await shown('loyalty-reward-donate', {
      loc,
      program: program(),
      reward: reward({ view: 'donate', grants: [{ kind: 'donation', cause: 'Good', choices }] }),
      rewardState: { ...READY, raised: { unit: 'eur', value: 124_000 } },
    });
    expect(textOf(card)).to.contain(say('donate.raised', { amount: '€1,240' }));
    all<HTMLInputElement>(card, '[type=radio]')[1]!.click();
    await rendered(card);
    expect(await answered(card)).to.deep.equal({ rewardId: 'r', choice: 'school' });
  });

  it('had for several prices is paid with the one that was chosen', async () => {
    const card = await shown('loyalty-reward-prices', {
      loc,
      program: program(),
      reward: reward({
        grants: [],
        cost: {
          kind: 'any',
          of: [
            { kind: 'fixed', amount: { unit: 'pts', value: 900 } },
            { kind: 'fixed', amount: { unit: 'spin', value: 3 } },
            { kind: 'price', amount: { unit: 'eur', value: 1_900 } },
          ],
        },
      }),
      rewardState: READY,
      wallets: me().wallets,
    });
    expect(all(card, '[type=radio]')).to.have.length(3);
    expect(textOf(card)).to.contain(say('reward.have', { amount: '620 leaves' }));
    all<HTMLInputElement>(card, '[type=radio]')[1]!.click();
    await rendered(card);
    expect(await answered(card)).to.deep.equal({ rewardId: 'r', choice: 'spin' });
  });
});

describe('a surprise', () => {
  it('opens itself once, tells the server once, and is said once', async () => {
    const loc = await wordsIn('en');
    const parent = await place();
    const seen: string[] = [];
    parent.addEventListener(SeenRequestEvent.type, (event) => seen.push(event.detail.voucherId));
    const voucher = { ...me().vouchers[0]!, id: 'surprise', seenAt: null };
    const card = await shown('loyalty-voucher-card', { loc, voucher }, parent);
    await until(() => maybe(card, '.unwrapped'));
    expect(textOf(find(card, 'article > [role=status]'))).to.contain(
      say('gift.inside', { title: voucher.title }),
    );
    const again = await shown('loyalty-voucher-card', { loc, voucher }, parent);
    await rendered(again);
    expect(!!maybe(again, 'loyalty-gift-box')).to.be.false;
    expect(seen).to.deep.equal(['surprise']);
  });

  for (const [what, change, isWrapped] of [
    ['points, which are used at once', { source: { kind: 'gift' } }, true],
    ['points that the shopper asked for', { source: { kind: 'reward' } }, false],
    [
      'a code that was used unseen',
      { source: { kind: 'gift' }, grant: { kind: 'coupon', discount: { type: 'shipping' } } },
      false,
    ],
  ] as const satisfies [string, Partial<Voucher>, boolean][]) {
    it(`${what}: ${isWrapped ? 'wrapped too' : 'not wrapped'}`, async () => {
      const grant = { kind: 'unit', amount: { unit: 'pts', value: 300 } } as const;
      const known = { ...me().vouchers[0]!, id: what, status: 'used', code: null, grant } as const;
      const voucher = { ...known, seenAt: null, ...change };
      const loc = await wordsIn('en');
      const card = await shown('loyalty-voucher-card', { loc, voucher });
      await rendered(card);
      expect(!!maybe(card, '.wrapped, .unwrapped')).to.equal(isWrapped);
    });
  }
});
