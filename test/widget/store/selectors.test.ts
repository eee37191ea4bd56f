import { expect } from '@open-wc/testing';
import type { Program, Unit } from '../../../src/contract/types.js';
import { mainUnit } from '../../../src/widget/store/catalog.js';
import { failed, fresh, idle, loading } from '../../../src/widget/store/remote.js';
import { emptySnapshot } from '../../../src/widget/store/snapshot.js';
import {
  failureOf,
  phaseOf,
  rewards,
  rules,
  snapshotFrom,
  tracks,
  walletOf,
  wallets,
} from '../../../src/widget/store/selectors.js';
import { me, program } from '../support/documents.js';

const unit = (id: string, kind: Unit['kind'], spendable: boolean): Unit => ({
  ...{ id, kind, spendable, scale: 0 },
  label: { other: id },
});
const withUnits = (...units: Unit[]): Program => ({ ...program(), units });

describe('what a programme speaks of first', () => {
  const [metric, stamps, credit] = [
    unit('spend', 'metric', false),
    unit('stamp', 'token', true),
    unit('credit', 'money', true),
  ];
  const status = unit('status', 'points', false);
  const points = unit('pts', 'points', true);
  const programmes: [what: string, units: Unit[], first: string | undefined][] = [
    ['points that can be spent, wherever they stand', [metric, credit, points], 'pts'],
    ['stamps where points are a rank alone', [status, stamps, credit], 'stamp'],
    ['whatever it counts where nothing can be spent', [metric, status], 'spend'],
    ['nothing where it counts nothing', [], undefined],
  ];
  for (const [what, units, first] of programmes) {
    it(`is ${what}`, () => {
      expect(mainUnit(withUnits(...units))?.id).to.equal(first);
    });
  }
});

describe('what is shown of a state', () => {
  const error = { code: 'timeout' };

  it('is nothing of a member before anything is known', () => {
    for (const part of [tracks, rewards, rules, wallets]) {
      expect(part(emptySnapshot)).to.be.empty;
      expect(part(emptySnapshot), 'the same each time').to.equal(part(emptySnapshot));
    }
    expect(walletOf(emptySnapshot)).to.be.undefined;
    expect(failureOf(emptySnapshot)).to.equal('');
  });

  it('is the main wallet, or the one that a block names', () => {
    const snapshot = snapshotFrom(program(), me());
    expect(walletOf(snapshot)?.unit).to.equal('pts');
    expect(walletOf(snapshot, 'eur')?.unit).to.equal('eur');
    expect(walletOf(snapshot, 'ghost')).to.be.undefined;
  });

  it('of documents that someone hands over is a member’s, or a guest’s', () => {
    expect(phaseOf(snapshotFrom(program(), me()))).to.equal('member');
    expect(phaseOf(snapshotFrom(program(), null))).to.equal('guest');
  });

  it('is a failure where the member alone did not come, with its reason', () => {
    const snapshot = { ...snapshotFrom(program(), null), me: failed(idle, error) };
    expect(phaseOf(snapshot)).to.equal('failed');
    expect(failureOf(snapshot)).to.equal('timeout');
  });

  it('keeps the last good value through a failure and the next attempt', () => {
    const stale = failed(fresh(7, 1), error);
    expect(stale).to.deep.equal({ status: 'stale', value: 7, at: 1, error });
    expect(loading(stale)).to.deep.equal({ status: 'loading', value: 7, at: 1 });
    expect(failed(loading(stale), error)).to.deep.equal(stale);
    expect(failed(loading<number>(idle), error)).to.deep.equal({ status: 'failed', error });
  });
});
