import { expect } from '@open-wc/testing';
import type { BoardPage, Member, Outcome, Referral } from '../../../src/contract/types.js';
import '../../../src/widget/cards/board-card.js';
import '../../../src/widget/cards/claim-card.js';
import '../../../src/widget/cards/profile-birthday.js';
import '../../../src/widget/cards/profile-boards.js';
import '../../../src/widget/cards/profile-choices.js';
import '../../../src/widget/cards/profile-consents.js';
import '../../../src/widget/cards/profile-data.js';
import '../../../src/widget/cards/profile-head.js';
import '../../../src/widget/cards/referral-card.js';
import {
  ClaimRequestEvent,
  LeaveRequestEvent,
  ProfileRequestEvent,
  ShareRequestEvent,
} from '../../../src/widget/events/people.js';
import { birthdayText, dayAndMonth, daysIn } from '../../../src/widget/i18n/birthday.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import { audit } from '../support/audit.js';
import { me, NOW, program } from '../support/documents.js';
import { settled, until } from '../support/fake-port.js';
import { place, rendered, shown } from '../support/place.js';
import { say } from '../support/say.js';
import { all, button, find, hasFocus, JUNK, maybe, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const at = new Date(NOW).toISOString();
const member: Member = {
  ...me().member,
  consents: [
    { id: 'news', label: 'News by mail', granted: true },
    { id: 'sms', label: 'Short messages', granted: null },
  ],
};
const referral: Referral = {
  url: 'https://oak.example/?ref=ada7',
  code: 'ADA7',
  give: [{ kind: 'unit', amount: { unit: 'pts', value: 500 } }],
  get: [{ kind: 'unit', amount: { unit: 'pts', value: 300 } }],
  stats: { sent: 3, joined: 2, completed: 1 },
  friends: [{ name: null, state: 'joined', at }],
};
const board = {
  id: 'nov',
  title: 'November',
  view: 'top',
  unit: 'pts',
  window: { to: '2026-12-01T00:00:00+01:00' },
  prizes: [{ from: 1, to: 1, grants: [{ kind: 'custom' as const, label: 'A mug' }] }],
};
const page: BoardPage = {
  board: 'nov',
  asOf: at,
  items: [
    { rank: 1, name: 'Mira', value: 900 },
    { rank: 2, name: 'Ada', value: 890, me: true },
  ],
  me: { rank: 2, value: 890 },
};

let loc: Localizer;
before(async () => (loc = await wordsIn('en')));

/** Hears requests of one kind and answers them. */
function hearing<T extends Event>(type: string, answer: (event: T) => void): T[] {
  const heard: T[] = [];
  const listen = (event: Event) => {
    heard.push(event as T);
    answer(event as T);
  };
  document.addEventListener(type, listen);
  stops.push(() => document.removeEventListener(type, listen));
  return heard;
}
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));
const done = (): Promise<Outcome> => Promise.resolve({ changes: { rev: 'm2' } });

describe('people’s cards', () => {
  for (const [scheme, locale] of [
    ['light', 'en'],
    ['dark', 'de'],
  ] as const) {
    it(`pass the audit in ${scheme} mode, in ${locale}, and say nothing odd`, async () => {
      const parent = await place(scheme);
      parent.lang = locale;
      const words = await wordsIn(locale);
      const show: typeof shown = (tag, properties) =>
        shown(tag, { loc: words, ...properties }, parent);
      await show('loyalty-board-card', { board, page, member, canChoose: true });
      await show('loyalty-board-card', {
        board: { ...board, title: 'The draw', view: 'draw' },
        page: { ...page, items: [], me: { value: 4 }, total: 90, members: 12 },
        member,
      });
      await show('loyalty-board-card', {
        board: { ...board, title: 'December' },
        page: { ...page, items: [], me: null },
        member,
      });
      await show('loyalty-referral-card', { referral, program: program() });
      await show('loyalty-claim-card', { program: program(), code: 'x', isGuest: true });
      await show('loyalty-profile-head', { member, program: program() });
      const birthday = await show('loyalty-profile-birthday', { member });
      await show('loyalty-profile-consents', { member });
      await show('loyalty-profile-boards', { member: { ...member, alias: 'Acorn' } });
      await show('loyalty-profile-choices', { hasGames: true });
      const data = await show('loyalty-profile-data', {
        program: program(),
        wallets: me().wallets,
        vouchers: me().vouchers,
        canExport: true,
        canLeave: true,
      });
      button(data, words.term('profile.leave')).click();
      await rendered(parent);
      expect(await audit(parent)).to.deep.equal([]);
      birthday.member = { ...member, birthday: { day: 29, month: 2 } };
      await rendered(parent);
      expect(await audit(birthday)).to.deep.equal([]);
      expect(saidBy(parent)).not.to.match(JUNK);
    });
  }
});

describe('a board', () => {
  it('keeps the own place in sight, apart from the list', async () => {
    const element = await shown('loyalty-board-card', { loc, board, page, member });
    expect(textOf(find(element, '.mine'))).to.equal(
      `${say('board.mine', { n: 2 })} ${loc.amount({ unit: 'pts', value: 890 })}`,
    );
    expect(getComputedStyle(find(element, '.mine')).position).to.equal('sticky');
    expect(textOf(find(element, 'li.me'))).to.contain(say('board.you'));
  });

  it('of a draw shows entries and reckons no chance', async () => {
    const element = await shown('loyalty-board-card', {
      loc,
      board: { ...board, view: 'draw' },
      page: { ...page, items: [], me: { value: 4 }, total: 100, members: 12 },
      member,
    });
    expect(all(element, 'dd').map((one) => textOf(one))).to.deep.equal(['4', '100', '12']);
    expect(textOf(element)).not.to.contain('%');
  });

  it('that is over names the winners and its day', async () => {
    const element = await shown('loyalty-board-card', {
      loc,
      board: { ...board, view: 'draw' },
      page: { ...page, closedAt: at },
      member,
    });
    expect(textOf(element)).to.contain(say('draw.winners'));
    expect(textOf(element)).to.contain(say('board.closed', { day: loc.day(at) }));
  });
});

describe('passing a link on', () => {
  const show = (channels?: string[]) =>
    shown('loyalty-referral-card', {
      loc,
      program: program(),
      referral: { ...referral, ...(channels && { channels }) },
    });

  it('selects the link where the clipboard is closed', async () => {
    hearing<ShareRequestEvent>(ShareRequestEvent.type, () => undefined);
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    stops.push(() =>
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true }),
    );
    const element = await show();
    button(element, say('referral.copy')).click();
    await until(() => textOf(element).includes(say('referral.selected')));
    const input = find<HTMLInputElement>(element, 'input.link');
    expect(input.value.slice(input.selectionStart!, input.selectionEnd!)).to.equal(referral.url);
  });

  it('is left to the page where the page stops it', async () => {
    const heard = hearing<ShareRequestEvent>(ShareRequestEvent.type, (event) =>
      event.preventDefault(),
    );
    const element = await show(['email']);
    const link = find<HTMLAnchorElement>(element, 'a[href^="mailto:"]');
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).to.be.true;
    expect(heard.map(({ detail }) => detail.channel)).to.deep.equal(['email']);
  });

  it('that was closed again in the share sheet counts for nothing', async () => {
    Object.defineProperty(navigator, 'share', {
      value: () => Promise.reject(new DOMException('', 'AbortError')),
      configurable: true,
    });
    stops.push(() => Reflect.deleteProperty(navigator, 'share'));
    const heard = hearing<ShareRequestEvent>(ShareRequestEvent.type, () => undefined);
    const element = await show(['share']);
    button(element, say('referral.share')).click();
    expect(await heard[0]!.sent).to.be.false;
  });

  it('has no button for a way that it does not know', async () => {
    const element = await show(['carrier-pigeon', 'constructor', 'copy']);
    expect(all(element, '.ways > *')).to.be.empty;
  });

  it('shows no link that is no address', async () => {
    const element = await shown('loyalty-referral-card', {
      loc,
      program: program(),
      referral: { ...referral, url: 'javascript:alert(1)' },
    });
    expect(maybe(element, 'input')).to.be.undefined;
    expect(maybe(element, 'a')).to.be.undefined;
  });
});

describe('a friend’s link', () => {
  it('asks nothing before it is pressed, then says what it is worth and how to join', async () => {
    const heard = hearing<ClaimRequestEvent>(ClaimRequestEvent.type, (event) =>
      event.respondWith(
        Promise.resolve({
          code: 'ada7',
          state: 'pending',
          from: 'Ada',
          give: referral.give!,
        }),
      ),
    );
    const element = await shown('loyalty-claim-card', {
      loc,
      program: program(),
      code: 'ada7',
      isGuest: true,
    });
    expect(heard).to.be.empty;
    button(element, say('claim.look')).click();
    await until(() => textOf(element).includes(say('claim.pending')));
    expect(textOf(element)).to.contain(say('claim.from', { name: 'Ada' }));
    expect(textOf(element)).to.contain('500');
    button(element, say('guest.join'));
    expect(hasFocus(find(element, '#title'))).to.equal('focused');
  });
});

describe('the profile', () => {
  it('asks for day and month in the order of the language', () => {
    expect(dayAndMonth('en-US')).to.deep.equal(['month', 'day']);
    expect(dayAndMonth('de')).to.deep.equal(['day', 'month']);
    expect([1, 2, 4].map(daysIn)).to.deep.equal([31, 29, 30]);
    expect(birthdayText('de', 3, 24)).to.equal('24. März');
  });

  it('sends a birthday once both are chosen, and says which is missing', async () => {
    const heard = hearing<ProfileRequestEvent>(ProfileRequestEvent.type, (event) =>
      event.respondWith(done()),
    );
    const element = await shown('loyalty-profile-birthday', {
      loc,
      member: { ...member, birthday: null },
    });
    const [month, day] = all<HTMLSelectElement>(element, 'select') as [
      HTMLSelectElement,
      HTMLSelectElement,
    ];
    month.value = '2';
    month.dispatchEvent(new Event('change'));
    await rendered(element);
    expect(day.options).to.have.length(30);
    button(element, say('profile.save')).click();
    await rendered(element);
    expect(heard).to.be.empty;
    expect(hasFocus(day)).to.equal('focused');
    day.value = '29';
    day.dispatchEvent(new Event('change'));
    button(element, say('profile.save')).click();
    await until(() => heard.length);
    expect(heard[0]!.detail).to.deep.equal({ birthday: { month: 2, day: 29 } });
  });

  it('moves a consent’s switch when the server has confirmed it, not before', async () => {
    const heard = hearing<ProfileRequestEvent>(ProfileRequestEvent.type, (event) =>
      event.respondWith(done()),
    );
    const element = await shown('loyalty-profile-consents', { loc, member });
    const [news] = all(element, '[role=switch]') as [HTMLElement];
    news.click();
    await settled();
    expect(heard[0]!.detail).to.deep.equal({ consents: [{ id: 'news', granted: false }] });
    expect(news.getAttribute('aria-checked')).to.equal('true');
    element.member = { ...member, consents: [{ id: 'news', label: 'N', granted: false }] };
    await rendered(element);
    expect(find(element, '[role=switch]').getAttribute('aria-checked')).to.equal('false');
  });

  it('lets nobody leave in one step, and says what is lost', async () => {
    const heard = hearing<LeaveRequestEvent>(LeaveRequestEvent.type, (event) =>
      event.respondWith(done()),
    );
    const element = await shown('loyalty-profile-data', {
      loc,
      program: program(),
      wallets: me().wallets,
      vouchers: me().vouchers,
      canLeave: true,
    });
    let hasLeft = false;
    element.addEventListener('loyalty-left', () => (hasLeft = true));
    button(element, say('profile.leave')).click();
    await rendered(element);
    expect(heard).to.be.empty;
    expect(hasFocus(find(element, '.confirm'))).to.equal('focused');
    expect(textOf(find(element, '.lost'))).to.contain('620 leaves');
    // The second half of a double click is no answer; later is.
    const clock = performance.now.bind(performance);
    performance.now = () => clock() + 500;
    stops.push(() => (performance.now = clock));
    button(element, say('profile.leaveYes')).click();
    await until(() => hasLeft);
    expect(heard).to.have.length(1);
  });
});
