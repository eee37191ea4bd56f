import { describe } from 'node:test';
import { refuses, reward, track, type Mistakes } from './mistakes.js';

/** Mistakes in what members take and what it costs, each told where it stands. */

const points = (value: number) => ({ unit: 'pts', value });
const euro = (value: number) => ({ unit: 'eur', value });
const costs = (cost: unknown) => reward({ cost });
const slider = (parts: object) =>
  costs({ kind: 'range', unit: 'pts', min: 100, max: 500, step: 100, ...parts });
const gives = (grant: object) => reward({ cost: { kind: 'free' }, grants: [grant] });
const side = (id: string, odds: number) => ({ id, title: id, odds, grant: null });
const wheel = (...segments: object[]) => ({
  ...reward({ undoMinutes: undefined, grants: [{ kind: 'pool', segments }] }),
});

const prices: Mistakes = {
  'a price in a unit that is not there': [
    costs({ kind: 'fixed', amount: { unit: 'gold', value: 5 } }),
    /^f\.json: rewards\[0\]\.cost\.amount\.unit: there is no unit "gold"; there is "pts"/,
  ],
  'a price of nothing that is not called free': [
    costs({ kind: 'fixed', amount: points(0) }),
    /rewards\[0\]\.cost\.amount\.value: a price is 1 or more, or "free"/,
  ],
  'a price of nothing in money': [
    costs({ kind: 'price', amount: euro(0), checkoutUrl: '/pay/{voucher}' }),
    /rewards\[0\]\.cost\.amount\.value: a price is 1 or more, or "free"/,
  ],
  'a choice among no prices': [
    costs({ kind: 'any', of: [] }),
    /rewards\[0\]\.cost\.of: one of no prices can be paid by nobody/,
  ],
  'a choice of prices within a choice': [
    costs({ kind: 'any', of: [{ kind: 'any', of: [{ kind: 'free' }] }] }),
    /rewards\[0\]\.cost\.of\[0\]\.kind: prices to choose from are flat/,
  ],
  'a slider that does not move': [
    slider({ step: 0 }),
    /rewards\[0\]\.cost\.step: a slider moves by 1 or more/,
  ],
  'a slider that begins above its end': [
    slider({ min: 600 }),
    /rewards\[0\]\.cost: "min" is above "max"/,
  ],
};

const things: Mistakes = {
  'a reward of nothing': [reward({ grants: [] }), /rewards\[0\]\.grants: a reward gives something/],
  'a delivery that is not there': [
    reward({ delivery: 'pigeon' }),
    /rewards\[0\]\.delivery: there is no delivery "pigeon"; there is "code", "auto"/,
  ],
  'less than nothing in stock': [reward({ stock: -1 }), /rewards\[0\]\.stock: .* 0 or more/],
  'a limit that allows nothing': [
    reward({ limit: { count: 0, per: 'once' } }),
    /rewards\[0\]\.limit\.count: a limit allows 1 or more; leave it out for none/,
  ],
  'a limit for each order, which a reward is not part of': [
    reward({ limit: { count: 1, per: 'order' } }),
    /rewards\[0\]\.limit\.per: a reward is not part of an order; use a span of time or "once"/,
  ],
  'a level that nobody can be on': [
    reward({ requires: { anyStep: [] } }),
    /rewards\[0\]\.requires\.anyStep: none of no steps can be reached/,
  ],
  'a level that its track does not have': [
    { tracks: [track({})], ...reward({ requires: { anyStep: [{ track: 't', step: 'z' }] } }) },
    /rewards\[0\]\.requires\.anyStep\[0\]\.step: there is no step of "t" "z"; there is "a"/,
  ],
  'a level as a reward that could be given back': [
    { tracks: [track({})], ...reward({ grants: [{ kind: 'status', track: 't', step: 'a' }] }) },
    /rewards\[0\]: a step that is given cannot be undone/,
  ],
  'a level to give that its track does not have': [
    { tracks: [track({})], ...gives({ kind: 'status', track: 't', step: 'z' }) },
    /rewards\[0\]\.grants\[0\]\.step: there is no step of "t" "z"; there is "a"/,
  ],
};

const grants: Mistakes = {
  'nothing per cent off': [
    gives({ kind: 'coupon', discount: { type: 'percent', percent: 0 } }),
    /rewards\[0\]\.grants\[0\]\.discount\.percent: a percentage is above 0 and at most 100/,
  ],
  'more per cent off than there are': [
    gives({ kind: 'coupon', discount: { type: 'percent', percent: 120 } }),
    /discount\.percent: a percentage is above 0 and at most 100/,
  ],
  'a discount of up to something that is no money': [
    gives({ kind: 'coupon', discount: { type: 'percent', percent: 10, upTo: points(5) } }),
    /discount\.upTo\.unit: "pts" is not a unit of money in EUR/,
  ],
  'a gift card with nothing on it': [
    gives({ kind: 'giftCard', amount: euro(0) }),
    /rewards\[0\]\.grants\[0\]\.amount\.value: an amount of money here is 1 or more/,
  ],
  'no points': [
    gives({ kind: 'unit', amount: points(0) }),
    /rewards\[0\]\.grants\[0\]\.amount\.value: a grant gives 1 or more/,
  ],
  'so much for nothing': [
    gives({ kind: 'unit', rate: { per: points(0), give: euro(1) } }),
    /rewards\[0\]\.grants\[0\]\.rate\.per\.value: a rate per nothing gives nothing/,
  ],
  'a choice of no products': [
    gives({ kind: 'product', product: 'p', title: 'P', choices: [] }),
    /rewards\[0\]\.grants\[0\]\.choices: a choice needs something to choose/,
  ],
  'a choice of no causes': [
    gives({ kind: 'donation', cause: 'Bees', amount: euro(100), choices: [] }),
    /rewards\[0\]\.grants\[0\]\.choices: a choice needs something to choose/,
  ],
  'an entry where there are no boards': [
    gives({ kind: 'entry', board: 'raffle', count: 1 }),
    /rewards\[0\]\.grants\[0\]\.board: there is no board "raffle"; there is none/,
  ],
  'a draw of one': [
    wheel(side('a', 1)),
    /rewards\[0\]\.grants\[0\]\.segments: a draw needs two segments or more/,
  ],
  'a draw with the same side twice': [
    wheel(side('a', 0.5), side('a', 0.5)),
    /rewards\[0\]\.grants\[0\]\.segments\[1\]\.id: "a" stands here twice/,
  ],
  'odds below never': [
    wheel(side('a', -0.5), side('b', 1.5)),
    /rewards\[0\]\.grants\[0\]\.segments\[0\]\.odds: odds are between 0 and 1/,
  ],
  'odds above always': [
    wheel(side('a', -0.5), side('b', 1.5)),
    /rewards\[0\]\.grants\[0\]\.segments\[1\]\.odds: odds are between 0 and 1/,
  ],
};

describe('a programme file with rewards', () => {
  refuses(prices);
  refuses(things);
  refuses(grants);
});
