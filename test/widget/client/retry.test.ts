import { expect } from '@open-wc/testing';
import {
  ATTEMPTS,
  delay,
  LONGEST_WAIT_S,
  PATIENCE_MS,
  pause,
  RetryBudget,
  retryAfter,
} from '../../../src/widget/client/retry.js';
import { failure } from '../support/fails.js';

describe('the wait before another attempt', () => {
  it('lies anywhere within three seconds', () => {
    expect([0, 0.5, 1].map((chance) => delay(undefined, () => chance))).to.deep.equal([
      0, 1_500, 3_000,
    ]);
  });

  it('keeps a shopper waiting for less than twenty seconds in all', () => {
    expect((ATTEMPTS - 1) * (delay(LONGEST_WAIT_S) ?? Infinity)).to.be.at.most(PATIENCE_MS);
  });

  it('crowds no tenth of a second when a thousand pages fail at once', () => {
    const crowds = new Map<number, number>();
    for (let page = 0; page < 1_000; page++) {
      const tenth = Math.floor((delay(undefined, () => page / 1_000) ?? 0) / 100);
      crowds.set(tenth, (crowds.get(tenth) ?? 0) + 1);
    }
    expect(Math.max(...crowds.values())).to.be.at.most(50);
  });

  it('is what the server asked for, and too long a one is not waited for', () => {
    expect(delay(5)).to.equal(5_000);
    expect(delay(0)).to.equal(0);
    expect(delay(LONGEST_WAIT_S)).to.equal(LONGEST_WAIT_S * 1_000);
    expect(delay(LONGEST_WAIT_S + 1)).to.be.null;
  });
});

describe('Retry-After', () => {
  const date = 'Sun, 22 Nov 2026 09:30:00 GMT';
  const table: [header: string | null, seconds: number | undefined][] = [
    ['5', 5],
    ['0', 0],
    ['999999', 999_999],
    ['Sun, 22 Nov 2026 09:30:07 GMT', 7],
    ['Sun, 22 Nov 2026 09:30:00 GMT', 0],
    ['Sun, 22 Nov 2026 09:29:00 GMT', undefined],
    ['-1', undefined],
    ['abc', undefined],
    ['1.5', undefined],
    ['', undefined],
    [null, undefined],
  ];
  for (const [header, seconds] of table) {
    it(`${header === null ? 'that is absent' : `"${header}"`} means ${seconds ?? 'nothing'}`, () => {
      const headers = new Headers({ date });
      if (header !== null) headers.set('retry-after', header);
      expect(retryAfter(headers)).to.equal(seconds);
    });
  }

  for (const date of [undefined, 'yesterday']) {
    it(`is reckoned by the device’s clock where the server’s is ${date ?? 'not told'}`, () => {
      const real = Date.now;
      Date.now = () => Date.parse('2026-11-22T09:30:00Z');
      try {
        const headers = new Headers({ 'retry-after': 'Sun, 22 Nov 2026 09:30:07 GMT' });
        if (date) headers.set('date', date);
        expect(retryAfter(headers)).to.equal(7);
      } finally {
        Date.now = real;
      }
    });
  }
});

describe('a page where everything fails', () => {
  it('asks again ten times in all, not twice for each thing', () => {
    const budget = new RetryBudget();
    expect(Array.from({ length: 12 }, () => budget.take())).to.deep.equal([
      ...Array<boolean>(10).fill(true),
      false,
      false,
    ]);
  });

  it('may ask once more for each answer that comes, and never saves up more than ten', () => {
    const budget = new RetryBudget();
    for (let answers = 0; answers < 50; answers++) budget.give();
    for (let retries = 0; retries < 10; retries++) expect(budget.take()).to.be.true;
    expect(budget.take()).to.be.false;
    budget.give();
    expect([budget.take(), budget.take()]).to.deep.equal([true, false]);
  });
});

describe('a pause', () => {
  it('ends at once when the request is no longer wanted', async () => {
    const controller = new AbortController();
    const waiting = failure(pause(60_000, controller.signal));
    controller.abort(new Error('gone'));
    expect((await waiting).message).to.equal('gone');
    expect((await failure(pause(60_000, controller.signal))).message).to.equal('gone');
  });
});
