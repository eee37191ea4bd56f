import { expect } from '@open-wc/testing';
import type { Voucher } from '../../../src/contract/types.js';
import '../../../src/widget/cards/barcode.js';
import '../../../src/widget/cards/calendar-button.js';
import '../../../src/widget/cards/voucher-card.js';
import '../../../src/widget/cards/voucher-hold.js';
import { voucherEvent } from '../../../src/widget/cards/voucher-words.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import { audit } from '../support/audit.js';
import { me, NOW } from '../support/documents.js';
import { until } from '../support/fake-port.js';
import { HeldTimers } from '../support/held-timers.js';
import { place, rendered, shown } from '../support/place.js';
import { say } from '../support/say.js';
import { all, button, find, hasFocus, maybe, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const iso = (ms: number) => new Date(NOW + ms).toISOString();
const MINUTE = 60_000;

describe('what a member holds', () => {
  let loc: Localizer;
  beforeEach(async () => (loc = await wordsIn('en')));
  /** Unwrapped before: how a surprise opens is told elsewhere. */
  const gift = (change: Partial<Voucher> = {}): Voucher => ({
    ...me().vouchers[0]!,
    seenAt: iso(-MINUTE),
    ...change,
  });
  const show = (change: Partial<Voucher>, parent?: HTMLElement) =>
    shown('loyalty-voucher-card', { loc, voucher: gift(change) }, parent);

  for (const format of ['qr', 'code128', 'ean13'] as const) {
    it(`is drawn for a scanner as ${format}, dark on light in the dark, and large at a press`, async () => {
      const value = format === 'ean13' ? '4006381333931' : 'OAK-15-9F3';
      const parent = await place('dark');
      const card = await show({ barcode: { format, value } }, parent);
      await until(() => maybe(card, 'svg.code path'));
      const small = find(card, '[part=barcode]');
      expect(small.ariaLabel).to.contain(value);
      expect(getComputedStyle(find(card, 'svg.code rect')).fill).to.equal('rgb(255, 255, 255)');
      expect(getComputedStyle(find(card, 'svg.code path')).fill).to.equal('rgb(0, 0, 0)');
      expect(await audit(parent)).to.deep.equal([]);
      small.focus();
      small.click();
      const dialog = find<HTMLDialogElement>(card, 'dialog');
      expect(dialog.open).to.be.true;
      let heard = 0;
      parent.addEventListener('keydown', () => heard++);
      const press = (key: string) =>
        dialog.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      press('Escape');
      press('a');
      expect(heard, 'Escape is not the panel’s').to.equal(1);
      button(dialog, say('panel.close')).click();
      expect(dialog.open).to.be.false;
      expect(hasFocus(small)).to.equal('focused');
    });
  }

  it('in a format that nobody knows keeps its code to copy', async () => {
    const card = await show({ barcode: { format: 'aztec', value: 'X' } });
    await rendered(card);
    expect(!!maybe(card, 'svg.code')).to.be.false;
    expect(textOf(find(card, '.code'))).to.equal('OAK-15-9F3');
  });

  it('tells how it is used, what is left on it, and what holds for it', async () => {
    const card = await show({
      steps: ['Open the cart', 'Enter the code'],
      left: { unit: 'eur', value: 1_250 },
      termsUrl: '/gift-terms',
    });
    expect(all(card, 'ol li').map((one) => textOf(one))).to.deep.equal([
      'Open the cart',
      'Enter the code',
    ]);
    expect(textOf(card)).to.contain(say('voucher.left', { amount: '€12.50' }));
    expect(find<HTMLAnchorElement>(card, 'a').pathname).to.equal('/gift-terms');
  });

  it('that is used up tells nothing of that any more', async () => {
    const card = await show({
      status: 'used',
      steps: ['Open the cart'],
      left: { unit: 'eur', value: 0 },
      barcode: { format: 'qr', value: 'X' },
    });
    expect(all(card, 'ol, loyalty-barcode, loyalty-calendar-button')).to.be.empty;
    expect(textOf(card)).not.to.contain('€0');
  });

  describe('goes into a calendar', () => {
    it('with its last day: what ends at midnight ends on the day before', () => {
      const expiresAt = '2026-12-21T00:00:00+01:00';
      expect(voucherEvent(loc, gift({ expiresAt }))).to.deep.include({
        uid: 'voucher-v_77@loyalty',
        from: '2026-12-20',
        title: say('calendar.ends', { title: 'A gift for you' }),
      });
    });

    it('with the hours of an evening, not with the end of its voucher', () => {
      const window = { from: '2027-01-29T18:00:00+01:00', to: '2027-01-29T21:00:00+01:00' };
      const grant = { kind: 'access', label: 'Barista evening', window } as const;
      expect(voucherEvent(loc, gift({ grant }))).to.deep.include({
        title: 'Barista evening',
        ...window,
      });
    });

    for (const [what, change] of [
      ['no end', { expiresAt: null }],
      ['an end that is past', { expiresAt: iso(-1) }],
      ['been used', { status: 'used' }],
    ] as const) {
      it(`never when it has ${what}`, () =>
        expect(voucherEvent(loc, gift(change))).to.be.undefined);
    }

    it('by a button that says for what', async () => {
      const card = await show({});
      await until(() => maybe(card, '[part~=calendar-button]'));
      expect(textOf(find(card, '[part~=calendar-button]'))).to.contain(say('calendar.add'));
      expect(find(card, '[part~=calendar-button]').ariaLabel).to.equal(
        `${say('calendar.add')}: ${say('calendar.ends', { title: 'A gift for you' })}`,
      );
    });
  });

  describe('held for a while', () => {
    const hold = (ms: number) => shown('loyalty-voucher-hold', { loc, until: iso(ms) });

    it('counts by the server’s clock, and says only some of the minutes', async () => {
      const timers = new HeldTimers(1);
      const realNow = Date.now;
      const passed = async (card: HTMLElement, ms: number) => {
        Date.now = () => realNow() + ms;
        (card as unknown as { requestUpdate(): void }).requestUpdate();
        await rendered(card);
      };
      try {
        const card = await hold(12 * MINUTE + 500);
        const said = () => textOf(find(card, '[role=status]'));
        expect(textOf(find(card, '.left'))).to.match(/^12:0[01]$/);
        expect(said()).to.equal('');
        await passed(card, 2.5 * MINUTE);
        expect(said()).to.equal(say('voucher.holdLeft', { n: 10 }));
        await passed(card, 3.5 * MINUTE);
        expect(said(), 'nothing new').to.equal(say('voucher.holdLeft', { n: 10 }));
        await passed(card, 11.5 * MINUTE);
        expect(said()).to.equal(say('voucher.holdLeft', { n: 1 }));
        await passed(card, 13 * MINUTE);
        expect(textOf(card)).to.contain(say('voucher.holdOver'));
        expect(!!maybe(card, '.left')).to.be.false;
      } finally {
        Date.now = realNow;
        timers.restore();
      }
    });

    it('for hours shows the time of day alone', async () => {
      const card = await hold(90 * MINUTE);
      expect(!!maybe(card, '.left')).to.be.false;
      expect(textOf(card)).to.contain(say('voucher.held', { time: '' }));
    });

    it('leaves no timer behind when it leaves the page', async () => {
      const timers = new HeldTimers(1);
      try {
        const card = await hold(5 * MINUTE);
        expect(timers.size).to.be.above(0);
        card.remove();
        await card.updateComplete;
        expect(timers.size).to.equal(0);
      } finally {
        timers.restore();
      }
    });
  });

  it('is all said in German too', async () => {
    loc = await wordsIn('de');
    const card = await show({ steps: ['Warenkorb öffnen'], barcode: { format: 'qr', value: 'X' } });
    await until(() => maybe(card, 'svg.code path'));
    expect(saidBy(card)).to.contain('So geht’s');
    expect(saidBy(card)).to.contain('In den Kalender');
  });
});
