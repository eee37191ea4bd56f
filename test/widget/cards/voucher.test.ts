import { expect, oneEvent } from '@open-wc/testing';
import type { Outcome, Voucher } from '../../../src/contract/types.js';
import '../../../src/widget/cards/voucher-card.js';
import '../../../src/widget/cards/voucher-hold.js';
import type { VoucherCard } from '../../../src/widget/cards/voucher-card.js';
import { VoucherCopiedEvent } from '../../../src/widget/events/facts.js';
import { ApplyRequestEvent, CancelRequestEvent } from '../../../src/widget/events/requests.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import { me, NOW } from '../support/documents.js';
import { refused } from '../support/fails.js';
import { until } from '../support/fake-port.js';
import { HeldTimers } from '../support/held-timers.js';
import { rendered, shown } from '../support/place.js';
import { say } from '../support/say.js';
import { all, button, find, JUNK, maybe, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const gift = () => me().vouchers[0]!;
const iso = (ms: number) => new Date(NOW + ms).toISOString();

describe('a voucher', () => {
  let loc: Localizer;
  beforeEach(async () => (loc = await wordsIn('en')));

  const show = (change: Partial<Voucher> = {}, applyUrl?: string): Promise<VoucherCard> =>
    shown('loyalty-voucher-card', { loc, voucher: { ...gift(), ...change }, applyUrl });

  const states: [change: Partial<Voucher>, words: string][] = [
    [{ status: 'ready' }, say('voucher.expires', { day: 'Dec 21' })],
    [{ status: 'pending', applyUrl: null }, say('voucher.pending')],
    [{ status: 'pending' }, say('voucher.toPay')],
    [{ status: 'held', heldUntil: iso(60_000) }, say('voucher.held', { time: '' })],
    [{ status: 'held' }, '15% off'],
    [{ status: 'used', usedAt: iso(0) }, say('voucher.usedOn', { day: 'Nov 22' })],
    [{ status: 'used' }, say('voucher.used')],
    [{ status: 'expired' }, say('voucher.expired')],
    [{ status: 'cancelled' }, say('voucher.cancelled')],
    [{ status: 'failed' }, say('voucher.failed')],
    [{ status: 'teleported' }, '15% off'],
    [
      { code: null, expiresAt: null, grant: { kind: 'unit', amount: { unit: 'eur', value: 300 } } },
      say('voucher.credited'),
    ],
  ];
  for (const [change, words] of states) {
    it(`${change.status ?? 'credited'}: “${words}”`, async () => {
      const element = await show(change);
      expect(textOf(element)).to.contain(words);
      expect(saidBy(element)).not.to.match(JUNK);
      const hasCode = ['ready', 'held', undefined].includes(change.status);
      expect(!!maybe(element, '.code')).to.equal(hasCode && change.code !== null);
    });
  }

  describe('is copied', () => {
    const setClipboard = (writeText: (text: string) => Promise<void>) =>
      Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

    it('to the clipboard; the button says so, a screen reader hears it once, the page too', async () => {
      const copied: string[] = [];
      setClipboard((text) => Promise.resolve(void copied.push(text)));
      const timers = new HeldTimers(5_000);
      try {
        const element = await show();
        const region = find(element, '[role=status]');
        expect(textOf(region)).to.equal('');
        const told = oneEvent<VoucherCopiedEvent>(document, VoucherCopiedEvent.type);
        button(element, say('voucher.copy')).click();
        expect((await told).detail.voucher.code).to.equal('OAK-15-9F3');
        await rendered(element);
        expect(copied).to.deep.equal(['OAK-15-9F3']);
        expect(textOf(button(element, say('voucher.copied')))).to.equal(say('voucher.copied'));
        expect(find(element, '[role=status]') === region, 'the region was there before').to.be.true;
        expect(textOf(region)).to.equal(say('voucher.copied'));
        await timers.fire(5_000);
        await rendered(element);
        expect(textOf(button(element, say('voucher.copy')))).to.equal(say('voucher.copy'));
      } finally {
        timers.restore();
      }
    });

    it('by hand where the clipboard is closed: the code stands selected', async () => {
      setClipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
      const element = await show();
      button(element, say('voucher.copy')).click();
      await until(() => textOf(find(element, '[role=status]')));
      expect(textOf(find(element, '[role=status]'))).to.equal(say('voucher.selected'));
      expect(String(getSelection())).to.equal('OAK-15-9F3');
    });

    it('by hand where there is no clipboard at all', async () => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
      const element = await show();
      button(element, say('voucher.copy')).click();
      await until(() => textOf(find(element, '[role=status]')));
      expect(textOf(find(element, '[role=status]'))).to.equal(say('voucher.selected'));
      expect(String(getSelection())).to.equal('OAK-15-9F3');
    });
  });

  describe('is taken to the cart', () => {
    const pressed = async (element: VoucherCard) => {
      const asked = oneEvent<ApplyRequestEvent>(element, ApplyRequestEvent.type);
      button(element, say('voucher.apply')).click();
      return (await asked).detail.url;
    };

    it('at the shop’s own address, with a code that cannot break it', async () => {
      const element = await show({ applyUrl: undefined, code: 'A&B/$1' }, '/discount/{code}');
      expect(await pressed(element)).to.equal('/discount/A%26B%2F%241');
    });

    it('at the voucher’s address where it brings one', async () => {
      expect(await pressed(await show({}, '/discount/{code}'))).to.equal('/discount/OAK-15-9F3');
    });

    it('by nobody where there is no such page', async () => {
      const element = await show({ applyUrl: undefined, expiresAt: null });
      expect(all(element, 'button').map((one) => textOf(one))).to.deep.equal([say('voucher.copy')]);
    });
  });

  describe('can be undone', () => {
    const undoable = { undoUntil: iso(60_000) };

    it('for as long as the server said, by one request', async () => {
      const element = await show(undoable);
      const asked = oneEvent<CancelRequestEvent>(element, CancelRequestEvent.type);
      button(element, say('voucher.undo')).click();
      expect((await asked).detail).to.deep.equal({ voucherId: 'v_77' });
    });

    for (const [what, change] of [
      ['when the time is over', { undoUntil: iso(-1) }],
      ['when it was used', { ...undoable, status: 'used' }],
      ['when nobody said so', { undoUntil: null }],
    ] as const) {
      it(`no more ${what}`, async () => {
        expect(!!maybe(await show(change), '.undo')).to.be.false;
      });
    }

    it('says so when it came too late', async () => {
      const element = await show(undoable);
      element.addEventListener(CancelRequestEvent.type, (event) =>
        event.respondWith(Promise.reject<Outcome>(refused('not-refundable'))),
      );
      button(element, say('voucher.undo')).click();
      await rendered(element);
      expect(textOf(find(element, '[role=alert]'))).to.equal(say('error.notRefundable'));
    });

    it('no longer looks so once the time has run out, also after it was moved in the page', async () => {
      const timers = new HeldTimers(10_000);
      const realNow = Date.now;
      try {
        const element = await show(undoable);
        const parent = element.parentElement!;
        element.remove();
        parent.append(element);
        await rendered(element);
        expect(!!maybe(element, '.undo')).to.be.true;
        expect(timers.size, 'it wakes when the time is over').to.equal(1);
        Date.now = () => realNow() + 61_000;
        await timers.fire(timers.waits.at(-1)!);
        await rendered(element);
        expect(!!maybe(element, '.undo')).to.be.false;
      } finally {
        Date.now = realNow;
        timers.restore();
      }
    });

    it('leaves no timer behind when it leaves the page', async () => {
      const timers = new HeldTimers(10_000);
      try {
        const element = await show(undoable);
        expect(timers.size).to.equal(1);
        element.remove();
        expect(timers.size).to.equal(0);
      } finally {
        timers.restore();
      }
    });
  });
});
