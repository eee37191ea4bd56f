import { expect, fixture, html } from '@open-wc/testing';
import type { Activity } from '../../../src/contract/types.js';
import '../../../src/widget/blocks/activity.js';
import type { LoyaltyActivity } from '../../../src/widget/blocks/activity.js';
import { audit } from '../support/audit.js';
import { me, program } from '../support/documents.js';
import { until } from '../support/fake-port.js';
import { rendered } from '../support/place.js';
import { say } from '../support/say.js';
import { all, find, JUNK, saidBy, textOf } from '../support/shown.js';

const line = (change: Partial<Activity>): Activity => ({
  id: 'x',
  at: '2026-11-18T17:02:00Z',
  kind: 'earn',
  title: 'Order 7',
  amounts: [{ unit: 'pts', value: 120 }],
  state: 'final',
  ref: { kind: 'order', id: '7' },
  ...change,
});
const refund = (change: Partial<Activity> = {}): Activity =>
  line({
    id: 'r',
    kind: 'refund',
    at: '2026-11-20T10:00:00Z',
    title: 'Order 7 came back',
    amounts: [{ unit: 'pts', value: -120 }],
    ...change,
  });

async function shown(activity: Activity[]): Promise<LoyaltyActivity> {
  const parent = await fixture<HTMLElement>(html`<div lang="en"></div>`);
  const block = Object.assign(document.createElement('loyalty-activity'), {
    program: program(),
    me: { ...me(), activity },
  });
  parent.append(block);
  await until(() => all(block, '.line').length);
  await rendered(block);
  return block;
}

describe('the ledger', () => {
  it('tells an order that came back as one story: struck, with why, and no number twice', async () => {
    const block = await shown([refund(), line({ state: 'void' })]);
    expect(all(block, '.line')).to.have.length(1);
    expect(getComputedStyle(find(block, '.amounts')).textDecorationLine).to.equal('line-through');
    expect(textOf(find(block, '.refund'))).to.contain('Order 7 came back');
    expect(all(block, '[part~=amount]').map((one) => textOf(one))).to.deep.equal(['+120 leaves']);
  });

  it('keeps both numbers where the points had been usable', async () => {
    const block = await shown([refund(), line({})]);
    expect(all(block, '.line')).to.have.length(1);
    expect(all(block, '[part~=amount]').map((one) => textOf(one))).to.deep.equal([
      '+120 leaves',
      '-120 leaves',
    ]);
  });

  it('shows what a struck order costs beyond itself', async () => {
    const amounts = [
      { unit: 'pts', value: -120 },
      { unit: 'stamp', value: -1 },
    ];
    const block = await shown([refund({ amounts }), line({ state: 'void' })]);
    expect(textOf(find(block, '.refund [part~=amount]'))).to.equal('-1 stamp');
  });

  it('stands where the newest part of the story stands', async () => {
    const between = line({ id: 'y', title: 'Order 8', ref: { kind: 'order', id: '8' } });
    const block = await shown([refund(), between, line({})]);
    expect(all(block, '.line').map((one) => textOf(find(one, 'p')))).to.deep.equal([
      'Order 7',
      'Order 8',
    ]);
  });

  it('shows a refund alone whose order is on another page', async () => {
    const block = await shown([refund()]);
    expect(textOf(find(block, '.line'))).to.contain('-120 leaves');
  });

  it('says why: the rule, what it was reckoned from, the multiplier', async () => {
    const because = [
      {
        text: 'Shop: 1 leaf per €1',
        amounts: [
          { unit: 'eur', value: 6_000 },
          { unit: 'pts', value: 60 },
        ],
      },
      { text: 'Oak doubles it', times: 2, amounts: [{ unit: 'pts', value: 60 }] },
    ];
    const block = await shown([line({ because })]);
    const summary = find(block, 'summary');
    summary.focus();
    summary.click();
    await rendered(block);
    expect(find<HTMLDetailsElement>(block, 'details').open).to.be.true;
    const [first, second] = all(block, '.because li').map((one) => textOf(one));
    expect(first).to.contain(say('activity.from', { amount: '€60' }));
    expect(first).to.match(/\+60$/);
    expect(second).to.contain('× 2');
    expect(second).to.match(/\+60$/);
    expect(saidBy(block)).not.to.match(JUNK);
    expect(await audit(block)).to.deep.equal([]);
  });
});
