import { expect } from '@open-wc/testing';
import { Intents, type Intent } from '../../../src/widget/store/intents.js';
import { readIntents, writeIntents } from '../../../src/widget/store/intent-storage.js';

const SCOPE = 'https://api.example/v1/pk_keys';
const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-27T10:00:00Z');

describe('what a shopper has pressed and nobody has answered', () => {
  let now = NOW;
  /** A page load: what is known is what the tab has kept. */
  const load = (scope = SCOPE): Intents => new Intents(scope, () => now);
  const wish = { name: 'redeem', id: 'off5', member: 'ada', body: { spend: 500 } };

  beforeEach(() => {
    now = NOW;
    writeIntents(SCOPE, null);
  });
  afterEach(() => writeIntents(SCOPE, null));

  it('has a key of its own each time', () => {
    const keys = Array.from({ length: 20 }, () => load().add(wish).key);
    expect(new Set(keys).size).to.equal(20);
    for (const key of keys) expect(key).to.match(/^[0-9a-f-]{36}$/);
  });

  it('has a key also where the page is not secure and the browser makes no ids', () => {
    const made = Object.getOwnPropertyDescriptor(crypto, 'randomUUID');
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    try {
      const keys = Array.from({ length: 20 }, () => load().add(wish).key);
      expect(new Set(keys).size).to.equal(20);
      for (const key of keys) expect(key).to.match(/^[0-9a-f]{32}$/);
      const [only] = keys.slice(-1);
      expect(
        load()
          .inFlight('ada')
          .map(({ key }) => key),
      ).to.deep.equal([only]);
    } finally {
      if (made) Object.defineProperty(crypto, 'randomUUID', made);
      else Reflect.deleteProperty(crypto, 'randomUUID');
    }
  });

  it('outlives a reload, whole', () => {
    const made = load().add(wish);
    expect(load().inFlight('ada')).to.deep.equal([made]);
    expect(made).to.deep.equal({ ...wish, key: made.key, at: NOW });
    expect(readIntents(SCOPE)).to.equal(JSON.stringify([made]));
  });

  it('is found again by the same wish of the same member, and by no other', () => {
    const intents = load();
    const made = intents.add(wish);
    expect(intents.same(wish)).to.equal(made);
    const others = [
      { ...wish, name: 'cancel' },
      { ...wish, id: 'off10' },
      { ...wish, member: 'bob' },
      { ...wish, body: { spend: 501 } },
      { ...wish, body: undefined },
    ];
    for (const other of others) expect(intents.same(other), JSON.stringify(other)).to.be.undefined;
    expect(load().same(wish)?.key).to.equal(made.key);
  });

  it('is another member’s to nobody', () => {
    load().add(wish);
    expect(load().inFlight('bob')).to.deep.equal([]);
  });

  it('gives way to a new wish for the same thing, and to no other', () => {
    const intents = load();
    const first = intents.add(wish);
    const sameIdOtherName = intents.add({ ...wish, name: 'cancel' });
    const otherId = intents.add({ ...wish, id: 'off10' });
    const second = intents.add({ ...wish, body: { spend: 1_000 } });
    expect(intents.inFlight('ada')).to.deep.equal([sameIdOtherName, otherId, second]);
    expect(second.key).not.to.equal(first.key);
  });

  it('is not asked again by itself once the shopper was told that nobody knows', () => {
    const intents = load();
    const doubtful = intents.add(wish);
    const other = intents.add({ ...wish, id: 'off10' });
    intents.doubt(doubtful);
    expect(intents.inFlight('ada')).to.deep.equal([other]);
    expect(load().inFlight('ada')).to.deep.equal([other]);
    expect(load().same(wish)?.key, 'their own press finds it').to.equal(doubtful.key);
  });

  it('ends with its answer, and leaves the others', () => {
    const intents = load();
    const answered = intents.add(wish);
    const other = intents.add({ ...wish, id: 'off10' });
    intents.close(answered);
    expect(intents.inFlight('ada')).to.deep.equal([other]);
    intents.close(other);
    expect(readIntents(SCOPE), 'nothing is left in the tab').to.be.null;
  });

  it('is forgotten with the shopper', () => {
    const intents = load();
    intents.add(wish);
    intents.clear();
    expect(intents.inFlight('ada')).to.deep.equal([]);
    expect(intents.same(wish)).to.be.undefined;
    expect(readIntents(SCOPE)).to.be.null;
  });

  it('is of one programme alone', () => {
    load().add(wish);
    expect(load(`${SCOPE}_2`).inFlight('ada')).to.deep.equal([]);
  });

  it('proves nothing after twenty-three hours, because a server may forget a key after a day', () => {
    const intents = load();
    intents.add(wish);
    now = NOW + 23 * HOUR - 1;
    expect(intents.same(wish)).not.to.be.undefined;
    expect(load().inFlight('ada')).to.have.length(1);
    now = NOW + 23 * HOUR;
    expect(intents.same(wish)).to.be.undefined;
    expect(load().inFlight('ada')).to.deep.equal([]);
  });

  it('of a clock that was wrong is not believed', () => {
    load().add(wish);
    now = NOW - 1;
    expect(load().inFlight('ada')).to.deep.equal([]);
  });

  const good: Intent = { ...wish, key: 'k'.repeat(16), at: NOW };
  const forged: Record<string, unknown> = {
    'no list': good,
    'a text': 'redeem',
    nothing: null,
    'a list of nothing': [null, 5, 'x', []],
    'a key that is too short': [{ ...good, key: 'k'.repeat(15) }],
    'a key that is too long': [{ ...good, key: 'k'.repeat(65) }],
    'a key with more in it': [{ ...good, key: `${good.key}"\r\n` }],
    'a key with something before it': [{ ...good, key: ` ${good.key}` }],
    'no key': [{ ...good, key: undefined }],
    'a number for a key': [{ ...good, key: 1_234_567_890_123_456 }],
    'no name': [{ ...good, name: undefined }],
    'no id': [{ ...good, id: undefined }],
    'no member': [{ ...good, member: undefined }],
    'no time': [{ ...good, at: undefined }],
    'a time that is text': [{ ...good, at: String(NOW) }],
    'a body that is text': [{ ...good, body: 'spend' }],
  };
  for (const [what, stored] of Object.entries(forged)) {
    it(`is not what another script has put there: ${what}`, () => {
      writeIntents(SCOPE, JSON.stringify(stored));
      expect(load().inFlight('ada')).to.deep.equal([]);
      expect(load().same(wish)).to.be.undefined;
    });
  }

  it('is read where it is right, with or without a body', () => {
    const bare = { ...good, body: undefined };
    for (const one of [good, bare, { ...good, key: 'a-B_9'.repeat(12) }]) {
      writeIntents(SCOPE, JSON.stringify([one]));
      expect(load().inFlight('ada')).to.deep.equal([JSON.parse(JSON.stringify(one))]);
    }
  });

  it('does not break on what is no JSON', () => {
    writeIntents(SCOPE, '{"key":');
    expect(load().inFlight('ada')).to.deep.equal([]);
  });
});
