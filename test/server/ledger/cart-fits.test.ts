import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CartPreview, CartRequest } from '../../../src/contract/types.js';
import { basics, programme, Shop } from './shop.js';

/** What each kind of thing is worth on a cart, and why another is worth nothing there. */

const eur = (value: number) => ({ unit: 'eur', value });
const beans = { product: 'beans', collections: ['coffee'], qty: 2, total: 3_001 };
const mug = { product: 'mug', collections: ['china'], qty: 1, total: 900 };
const cart = (lines: CartRequest['lines'], more: object = {}): CartRequest => ({
  currency: 'EUR',
  subtotal: lines.reduce((sum, { total }) => sum + total, 0),
  lines,
  ...more,
});
const coupon = (discount: object, more: object = {}) => ({ kind: 'coupon', discount, ...more });
const off = (value: number, more: object = {}) =>
  coupon({ type: 'amount', amount: eur(value) }, more);
const free = (id: string, grants: object[], more: object = {}) => ({
  id,
  view: 'card',
  title: id,
  cost: { kind: 'free' },
  grants,
  delivery: 'code',
  ...more,
});
const coffee = { collections: ['coffee'], text: 'coffee' };
const china = { collections: ['china'] };

const look = (shop: Shop, request: CartRequest, member: string | null = 'lena') =>
  shop.engine.preview(member === null ? null : { id: member }, request, 'en');
const fit = ({ rewards = [] }: CartPreview, id: string) =>
  rewards.find(({ reward }) => reward === id);

describe('on a cart', () => {
  const worth: [what: string, grants: object[], more: object, saves: number | undefined][] = [
    [
      'a share takes off of what it is for, rounded down',
      [coupon({ type: 'percent', percent: 12.5 }, { appliesTo: coffee })],
      {},
      375,
    ],
    [
      'a share takes off no more than it may',
      [coupon({ type: 'percent', percent: 50, upTo: eur(1_000) })],
      {},
      1_000,
    ],
    [
      'a share below what it may takes off its own',
      [coupon({ type: 'percent', percent: 10, upTo: eur(1_000) })],
      {},
      390,
    ],
    [
      'an amount takes off no more than there is of what the reward is for',
      [off(5_000)],
      { appliesTo: china },
      900,
    ],
    [
      'a free piece is worth one of its line',
      [coupon({ type: 'product', product: 'beans', title: 'beans' })],
      {},
      1_500,
    ],
    [
      'a gift card pays no more than the order',
      [{ kind: 'giftCard', amount: eur(9_900) }],
      {},
      3_901,
    ],
    [
      'a present that lies on it is worth its piece',
      [{ kind: 'product', product: 'mug', title: 'Mug' }],
      {},
      900,
    ],
    [
      'several things of one reward add up, those for another day aside',
      [off(100), off(200), { kind: 'custom', label: 'A hug' }],
      {},
      300,
    ],
    [
      'free shipping fits, for a sum that only the shop knows',
      [coupon({ type: 'shipping' })],
      {},
      undefined,
    ],
  ];
  for (const [what, grants, more, saves] of worth) {
    it(what, async () => {
      const shop = new Shop(programme({ rewards: [free('it', grants, more)] }));
      assert.deepEqual(fit(await look(shop, cart([beans, mug])), 'it'), {
        reward: 'it',
        availability: { state: 'available' },
        ...(saves === undefined ? {} : { saves: eur(saves) }),
      });
    });
  }

  const unfit: [what: string, grants: object[], more: object, text: string][] = [
    ['it says what it is for', [off(100)], { appliesTo: coffee }, 'Only for: coffee'],
    [
      'it says that it is for something else',
      [off(100)],
      { appliesTo: { products: ['tea'] } },
      'Does not apply to anything in this cart.',
    ],
    [
      'it names what would be free',
      [coupon({ type: 'product', product: 'tea', title: 'Green tea' })],
      {},
      'Only for: Green tea',
    ],
    [
      'a coupon’s own choice goes before that of its reward',
      [off(100, { appliesTo: coffee })],
      { appliesTo: china },
      'Only for: coffee',
    ],
  ];
  for (const [what, grants, more, text] of unfit) {
    it(what, async () => {
      const shop = new Shop(programme({ rewards: [free('it', grants, more)] }));
      const preview = await look(shop, cart([mug]));
      assert.deepEqual(fit(preview, 'it')?.availability, { state: 'cart', text });
      assert.equal(preview.best, undefined);
    });
  }

  it('nothing is said of what no checkout takes, of what is over, and of what was not put there', async () => {
    const window = { to: '2026-01-01T00:00:00Z' };
    const shop = new Shop(
      programme({
        rewards: [
          free('hug', [{ kind: 'custom', label: 'A hug' }]),
          free('over', [off(100)], { window }),
          free('posted', [off(100)], { delivery: 'manual' }),
          free('elsewhere', [{ kind: 'product', product: 'tea', title: 'Tea' }]),
        ],
      }),
    );
    assert.deepEqual((await look(shop, cart([mug]))).rewards, []);
  });

  it('a slider takes off what the balance pays for, also as one of two prices', async () => {
    const slider = { kind: 'range', unit: 'pts', min: 100, max: 900, step: 100, gives: eur(100) };
    const price = { kind: 'price', amount: eur(500), checkoutUrl: '/pay/{voucher}' };
    const cost = { kind: 'any', of: [slider, price] };
    const shop = new Shop(programme({ rewards: [free('slide', [off(100)], { cost })] }));
    await shop.adjust('pts', 450);
    assert.deepEqual(fit(await look(shop, cart([mug])), 'slide')?.saves, eur(400));
  });

  it('as many codes lie as one order takes', async () => {
    const codes = { prefix: 'OAK', perOrder: 2 };
    const shop = new Shop(programme({ codes, rewards: [free('it', [off(100)])] }));
    const preview = async (...lying: string[]) =>
      fit(await look(shop, cart([mug], { codes: lying })), 'it');
    assert.deepEqual((await preview('A'))?.combines, true);
    assert.deepEqual((await preview('A', 'B'))?.availability, {
      state: 'cart',
      text: 'This order takes no more codes.',
    });
  });
});

describe('what a member holds, on a cart', () => {
  const given = async (grant: object, parts: object = {}) => {
    const shop = new Shop(programme({ rewards: [], ...parts }));
    await shop.tell({
      type: 'voucher.granted',
      member: 'lena',
      title: 'It',
      grant: grant as never,
    });
    return shop;
  };

  it('is worth what is left of a gift card', async () => {
    const shop = await given({ kind: 'giftCard', amount: eur(500) });
    const { vouchers, best } = await look(shop, cart([mug]));
    assert.deepEqual(
      vouchers?.map(({ saves }) => saves),
      [eur(500)],
    );
    assert.deepEqual(best, { kind: 'voucher', id: vouchers?.[0]?.voucher });
  });

  for (const [what, grant] of [
    ['is left out where no checkout takes it', { kind: 'custom', label: 'A hug' }],
    [
      'is left out where the shop alone can know',
      { kind: 'product', product: 'tea', title: 'Tea' },
    ],
  ] as const) {
    it(what, async () => {
      assert.deepEqual((await look(await given(grant), cart([mug]))).vouchers, []);
    });
  }

  it('is bound by the reward that it came from', async () => {
    const shop = new Shop(
      programme({ rewards: [free('five', [off(500)], { appliesTo: coffee })] }),
    );
    const { id } = await shop.redeem('five');
    const { vouchers } = await look(shop, cart([mug]));
    assert.deepEqual(vouchers, [
      { voucher: id, availability: { state: 'cart', text: 'Only for: coffee' } },
    ]);
  });

  it('is not bound by a reward that only has the id of the rule that gave it', async () => {
    const shop = new Shop(
      programme({
        rewards: [free('five', [off(500)], { appliesTo: coffee })],
        rules: [{ ...basics.rules[0], id: 'five', grants: [off(500)], measures: undefined }],
      }),
    );
    await shop.pay(1_000);
    const { vouchers } = await look(shop, cart([mug]));
    assert.deepEqual(
      vouchers?.map(({ availability, saves }) => [availability.state, saves]),
      [['available', eur(500)]],
    );
  });
});

describe('a cart', () => {
  it('counts for where it is bought', async () => {
    const rules = [{ ...basics.rules[0], appliesTo: { channels: ['app'] } }];
    const shop = new Shop(programme({ rules }));
    const earns = async (more: object) => (await look(shop, cart([mug], more))).earns;
    assert.deepEqual(await earns({ channel: 'app' }), [{ unit: 'pts', value: 9 }]);
    assert.deepEqual(await earns({ channel: 'web' }), []);
    assert.deepEqual(await earns({}), []);
  });

  it('beyond all reckoning is refused with its place', async () => {
    const rate = { per: eur(1), give: { unit: 'pts', value: 1_000 } };
    const rules = [{ ...basics.rules[0], grants: [{ kind: 'unit', rate }] }];
    const shop = new Shop(programme({ rules }));
    const huge = cart([{ ...mug, total: Number.MAX_SAFE_INTEGER }]);
    await assert.rejects(look(shop, huge), (error: { code?: string; extra?: unknown }) => {
      assert.equal(error.code, 'validation-failed');
      assert.match(JSON.stringify(error.extra), /"pointer":"\/subtotal"/);
      return true;
    });
    assert.equal((await shop.me()).activity.length, 0);
  });

  it('of somebody who is no member yet is looked at as a new member’s', async () => {
    const shop = new Shop(programme({ enrol: 'event', rewards: [free('it', [off(100)])] }));
    const guest = await look(shop, cart([mug]), null);
    assert.deepEqual(guest.earns, [{ unit: 'pts', value: 9 }]);
    assert.deepEqual(await look(shop, cart([mug]), 'stranger'), guest);
    assert.equal((await shop.me('stranger')).member.state, 'guest');
  });
});
