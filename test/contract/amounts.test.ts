import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  add,
  AmountError,
  atRate,
  missing,
  negate,
  times,
  total,
  valueOf,
} from '../../src/contract/amounts.js';

const pts = (value: number) => ({ unit: 'pts', value });
const eur = (value: number) => ({ unit: 'eur', value });
const MOST = Number.MAX_SAFE_INTEGER;

describe('sums of amounts', () => {
  it('adds what is of one unit', () => {
    expect(add(pts(500), pts(-120))).to.deep.equal(pts(380));
  });

  it('refuses to add points to euro', () => {
    expect(() => add(pts(1), eur(1))).to.throw(AmountError, 'cannot add "eur" to "pts"');
  });

  it('refuses a sum that cannot be held exactly, rather than rounding a balance', () => {
    expect(() => add(pts(MOST), pts(1))).to.throw(AmountError);
    expect(() => add(pts(-MOST), pts(-1))).to.throw(AmountError);
    expect(add(pts(MOST), pts(0)).value).to.equal(MOST);
  });

  it('turns a sign without making a minus zero', () => {
    expect(negate(pts(5))).to.deep.equal(pts(-5));
    expect(Object.is(negate(pts(0)).value, 0)).to.be.true;
  });

  it('totals a list unit by unit, in the order in which units first appear', () => {
    const list = [pts(1), eur(5), pts(2), eur(-5)];
    expect(total(list)).to.deep.equal([pts(3), eur(0)]);
    expect(list[0], 'the list itself stays').to.deep.equal(pts(1));
  });

  it('finds the value of one unit, and nothing where it does not occur', () => {
    expect(valueOf([pts(1), eur(5), pts(2)], 'pts')).to.equal(3);
    expect(valueOf([eur(5)], 'pts')).to.equal(0);
    expect(() => valueOf([pts(MOST), pts(MOST)], 'pts')).to.throw(AmountError);
  });

  it('lists what is missing, without what is met', () => {
    expect(missing([pts(10), eur(5)], [pts(4), pts(3), eur(9)])).to.deep.equal([pts(3)]);
    expect(missing([pts(10)], [])).to.deep.equal([pts(10)]);
    expect(missing([pts(10)], [pts(10)])).to.deep.equal([]);
  });
});

describe('what a purchase gives', () => {
  const table: [what: string, value: number, per: number, give: number, points: number][] = [
    ['€9.99 at a point per euro is nine points', 999, 100, 1, 9],
    ['exactly one euro is one point', 100, 100, 1, 1],
    ['a cent less is none', 99, 100, 1, 0],
    ['2 points per €5', 1_234, 500, 2, 4],
    ['nothing spent gives nothing', 0, 100, 1, 0],
    ['a return gives nothing', -500, 100, 1, 0],
    ['a product beyond 2^53 is still exact', MOST, 1_000_000, 999_999, 9_007_190_247_541_736],
  ];
  for (const [what, value, per, give, points] of table) {
    it(what, () => {
      expect(atRate(value, { per: eur(per), give: pts(give) })).to.deep.equal(pts(points));
    });
  }

  it('refuses a rate per nothing, and a result too big to be exact', () => {
    expect(() => atRate(1, { per: eur(0), give: pts(1) })).to.throw(AmountError, 'gives nothing');
    expect(() => atRate(1, { per: eur(-1), give: pts(1) })).to.throw(AmountError);
    expect(() => atRate(MOST, { per: eur(1), give: pts(2) })).to.throw(AmountError);
  });

  it('never gives more than the exact rate, and never a whole point less', () => {
    const positive = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(fc.nat(), positive, positive, (value, per, give) => {
        const { value: points } = atRate(value, { per: eur(per), give: pts(give) });
        const exact = BigInt(value) * BigInt(give);
        expect(BigInt(points) * BigInt(per) <= exact).to.be.true;
        expect((BigInt(points) + 1n) * BigInt(per) > exact).to.be.true;
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('double-points weekends', () => {
  const table: [value: number, factor: number, expected: number][] = [
    [120, 2, 240],
    [3, 1.5, 4],
    [10, 1.1, 11],
    [10, 0.1, 1],
    [7, 0, 0],
    [MOST, 1, MOST],
  ];
  for (const [value, factor, expected] of table) {
    it(`${value} points times ${factor} are ${expected}`, () => {
      expect(times(pts(value), factor)).to.deep.equal(pts(expected));
    });
  }

  it('refuses a product that cannot be held exactly', () => {
    expect(() => times(pts(MOST), 2)).to.throw(AmountError);
  });
});
