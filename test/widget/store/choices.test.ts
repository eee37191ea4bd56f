import { expect } from '@open-wc/testing';
import { choicesOf, choose, markOf, onChoice } from '../../../src/widget/store/choices.js';

const KEY = 'loyalty-choices:oak';
const inStorage = () => Object.keys(localStorage).filter((key) => key.startsWith('loyalty'));

describe('what the shopper has chosen on this device', () => {
  beforeEach(() => localStorage.clear());

  it('is written when they choose, and not before', () => {
    expect(choicesOf('oak')).to.deep.equal({});
    expect(inStorage()).to.deep.equal([]);
    choose('oak', { muteNudges: true });
    expect(inStorage()).to.deep.equal([KEY]);
    expect(choicesOf('oak').muteNudges).to.equal(true);
  });

  it('leaves no trace once it is taken back', () => {
    choose('oak', { goal: { reward: 'off5', by: markOf('c_1') }, hideGames: true });
    choose('oak', { goal: undefined });
    expect(choicesOf('oak')).to.deep.equal({ hideGames: true });
    choose('oak', { hideGames: false });
    expect(inStorage()).to.deep.equal([]);
  });

  it('is the same object until something changes', () => {
    choose('oak', { snoozed: ['join'] });
    expect(choicesOf('oak')).to.equal(choicesOf('oak'));
  });

  it('is each programme’s own', () => {
    choose('oak', { muteNudges: true });
    expect(choicesOf('elm')).to.deep.equal({});
  });

  it('reads what another tab wrote, and says so', () => {
    let heard = 0;
    const stop = onChoice(() => heard++);
    localStorage.setItem(KEY, '{"snoozed":["join"]}');
    dispatchEvent(new StorageEvent('storage', { key: KEY }));
    expect(heard).to.equal(1);
    expect(choicesOf('oak').snoozed).to.deep.equal(['join']);
    dispatchEvent(new StorageEvent('storage', { key: 'the-shop’s-own' }));
    expect(heard).to.equal(1);
    stop();
    choose('oak', { snoozed: undefined });
    expect(heard).to.equal(1);
  });

  const junk = ['', 'null', '[]', '7', '{', '{"goal":7,"snoozed":"join","muteNudges":"yes"}'];
  for (const text of [...junk, '{"goal":{"reward":"","by":1},"snoozed":[null,{}]}']) {
    it(`bears a stored ${text || 'nothing'}`, () => {
      localStorage.setItem(KEY, text);
      const { snoozed, ...others } = choicesOf('oak');
      expect(others).to.deep.equal({});
      expect(snoozed ?? []).to.deep.equal([]);
    });
  }

  it('holds for this page where nothing can be stored', () => {
    const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
    const value = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.defineProperty(Storage.prototype, 'setItem', { ...setItem, value });
    try {
      choose('oak', { muteNudges: true });
    } finally {
      Object.defineProperty(Storage.prototype, 'setItem', setItem);
    }
    expect(inStorage()).to.deep.equal([]);
    expect(choicesOf('oak').muteNudges).to.equal(true);
    choose('oak', { muteNudges: false });
    expect(choicesOf('oak')).to.deep.equal({});
  });

  it('is nothing where the browser forbids to look', () => {
    const getItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'getItem')!;
    choose('oak', { muteNudges: true });
    const value = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    Object.defineProperty(Storage.prototype, 'getItem', { ...getItem, value });
    try {
      expect(choicesOf('oak')).to.deep.equal({});
    } finally {
      Object.defineProperty(Storage.prototype, 'getItem', getItem);
    }
    expect(choicesOf('oak').muteNudges).to.be.true;
  });

  it('marks members without naming them', () => {
    expect(markOf('c_1001')).to.equal(markOf('c_1001'));
    expect(markOf('c_1001')).not.to.equal(markOf('c_1002'));
    expect(markOf('c_1001')).to.match(/^[0-9a-z]{1,5}$/);
  });
});
