import assert from 'node:assert/strict';
import { describe, it, before } from 'node:test';
import { memberStates, readPresets, type Preset } from '../../demo/presets.js';
import { memberId, memberOf, momentsOf, relive } from '../../src/sandbox/pasts.js';
import type { Me, TrackState } from '../../src/contract/types.js';
import { createLedgerEngine } from '../../src/server/engines/ledger/index.js';
import type { LoyaltyEngine } from '../../src/server/engine.js';
import { memoryStore } from '../../src/server/stores/index.js';

/** Every programme of the demo, whichever there are: what its members' names promise is true. */

const presets = await readPresets(new URL('../../demo/programmes/', import.meta.url));
const now = new Date('2026-11-23T10:00:00Z');
const DAY_MS = 86_400_000;

/** The programme with its members' past lived through, as the demo starts it. */
async function start({ programme, past }: Preset): Promise<LoyaltyEngine> {
  const store = memoryStore();
  let clock = now.getTime();
  const engine = createLedgerEngine({ store, programme, now: () => new Date(clock) });
  await relive(momentsOf(past, now, programme.calendar.timeZone), {
    engine,
    turn: (at) => {
      clock = at;
    },
  });
  clock = now.getTime();
  return engine;
}

for (const preset of presets.values()) {
  const { name, programme, past } = preset;
  describe(`${name}: its members are what their names say`, () => {
    const states = new Map<string, Me>();
    before(async () => {
      const engine = await start(preset);
      for (const state of memberStates) {
        const member = memberOf(past, state);
        if (member) states.set(state, await engine.me({ id: memberId(member) }, 'de'));
      }
    });

    const of = (state: string): Me => {
      const me = states.get(state);
      assert.ok(me, `${name} has nobody who is "${state}"`);
      return me;
    };
    const spendable = (me: Me) =>
      me.wallets.filter(({ unit }) => programme.units.get(unit)?.spendable === true);
    const ready = (me: Me) => me.vouchers.filter(({ status }) => status === 'ready');
    const age = (me: Me): number => now.getTime() - Date.parse(me.member.joinedAt ?? '');
    const lastStep = ({ track }: TrackState) => programme.tracks.get(track)?.steps.at(-1)?.id;

    it('nobody is shown a balance of what cannot be had', () => {
      for (const { unit } of of('new').wallets) {
        const { kind, spendable = false } = programme.units.get(unit) ?? {};
        assert.ok(kind !== 'metric' && (kind !== 'money' || spendable), unit);
      }
    });

    it('a guest needs no data', () => {
      assert.equal(memberOf(past, 'guest'), undefined);
    });

    it('new has joined today and bought nothing', () => {
      const me = of('new');
      assert.ok(age(me) < DAY_MS);
      assert.ok(me.activity.every(({ ref }) => ref?.kind !== 'order'));
    });

    it('middle can take something now and has nearly reached something else', () => {
      const me = of('middle');
      const takes = me.rewards.some(({ availability }) => availability.state === 'available');
      assert.ok(takes || ready(me).length > 0, 'nothing to take');
      const onTrack = me.tracks.some(
        ({ have, next }) =>
          next?.missing.some(({ unit, value }) => {
            const got = have.find((amount) => amount.unit === unit)?.value ?? 0;
            return value > 0 && value <= got;
          }) ?? false,
      );
      const onReward = me.rewards.some(({ availability: { state, missing = [] } }) =>
        missing.some(({ unit, value }) => {
          const got = me.wallets.find((wallet) => wallet.unit === unit)?.available ?? 0;
          return state === 'short' && value <= got;
        }),
      );
      assert.ok(onTrack || onReward, 'nothing is half reached');
    });

    it('top stands on the highest step and holds several vouchers', () => {
      const me = of('top');
      for (const state of me.tracks) {
        if (programme.tracks.get(state.track)?.view !== 'tiers') continue;
        assert.equal(state.step, lastStep(state), state.track);
      }
      const isThrough = me.tracks.some(
        (state) => state.step === lastStep(state) || (state.doneCount ?? 0) > 0,
      );
      assert.ok(isThrough || me.tracks.length === 0, 'nothing is reached');
      assert.ok(ready(me).length >= 2, `${ready(me).length} vouchers`);
    });

    it('empty is a member for long and has nothing left', () => {
      const me = of('empty');
      assert.ok(age(me) > 250 * DAY_MS);
      for (const { unit, available, pending } of spendable(me)) {
        assert.deepEqual([unit, available, pending ?? 0], [unit, 0, 0]);
      }
      assert.deepEqual(ready(me), []);
    });

    it('tells the same past on another day, so that starting again counts nothing twice', () => {
      const ids = (day: Date): string[] =>
        momentsOf(past, day, programme.calendar.timeZone)
          .flatMap((moment) => ('event' in moment ? [moment.event.id] : []))
          .sort();
      const first = ids(now);
      assert.equal(new Set(first).size, first.length);
      assert.deepEqual(ids(new Date('2027-06-15T22:59:00Z')), first);
    });
  });
}

describe('A programme that is wrong', () => {
  it('does not open: every mistake is told with its file', async () => {
    const { mkdtemp, writeFile } = await import('node:fs/promises');
    const { tmpdir } = await import('node:os');
    const { pathToFileURL } = await import('node:url');
    const folder = await mkdtemp(`${tmpdir()}/presets-`);
    await writeFile(`${folder}/half.json`, '{"id": "half"');
    await writeFile(`${folder}/half.members.json`, '{"members": []}');
    await writeFile(`${folder}/wrong.json`, '{"id": "wrong"}');
    await writeFile(`${folder}/wrong.members.json`, '{"members": []}');
    await assert.rejects(readPresets(pathToFileURL(`${folder}/`)), (error: Error) => {
      assert.match(error.message, /^half\.json: the file: cannot be read/m);
      assert.match(error.message, /^wrong\.json: name: /m);
      return true;
    });
  });
});
