import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { PostingRow, ReferralRow } from '../../../src/server/stores/rows.js';
import type { Store, Tx } from '../../../src/server/stores/store.js';
import { entry, member, T } from './rows.js';
import { stores, type StoreUnderTest } from './under-test.js';

/** What every store promises about boards, goals and invitations (src/server/stores/store.ts). */

const ALWAYS = { from: null, to: null };

for (const [name, open] of Object.entries(stores)) {
  describe(`what members do together, in store: ${name}`, () => {
    let under: StoreUnderTest;
    let store: Store;
    let programme = '';
    let programmes = 0;
    let lines = 0;
    before(async () => {
      under = await open();
      store = under.store;
    });
    after(() => under.stop());
    const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      store.transaction(programme, work);
    const promises = (sentence: string, test: () => Promise<void>): void => {
      it(sentence, () => {
        programme = `p${(programmes += 1)}`;
        return test();
      });
    };

    const join = (...names: string[]) =>
      write(async (tx) => {
        for (const id of names) await tx.members.add({ ...member, id, name: id.toUpperCase() });
      });
    /** Something counted: who, how much, when; of `pts` and counting unless said otherwise. */
    const count = (id: string, value: number, at: number, other: Partial<PostingRow> = {}) =>
      write((tx) => {
        const line = `e${(lines += 1)}`;
        const posting: PostingRow = {
          entry: line,
          member: id,
          unit: 'pts',
          value,
          bucket: 'available',
          at,
          counts: true,
          ...other,
        };
        return tx.ledger.addEntry({ ...entry, id: line, member: id }, [posting]);
      });

    promises(
      'adds up what counted for each member in a span, and since when it stood',
      async () => {
        await join('ada', 'ben', 'cem', 'dot');
        await count('ada', 10, T);
        await count('ada', 5, T + 10);
        await count('ben', 15, T + 5);
        await count('ben', 7, T + 20);
        await count('ben', -7, T + 20);
        await count('cem', 9, T + 1);
        await count('cem', -9, T + 30);
        await count('dot', 50, T, { counts: false });
        await count('dot', 50, T, { unit: 'eur' });
        await count('dot', 50, T - 1);
        await count('dot', 50, T + 100);
        await write(async (tx) => {
          const scores = await tx.boards.scores({ unit: 'pts', from: T, to: T + 100 }, 'b');
          const told = scores
            .map(({ member: id, name: first, group, value, reached }) => ({
              ...{ id, first, group, value, reached },
            }))
            .sort((a, b) => (a.id < b.id ? -1 : 1));
          assert.deepEqual(told, [
            { id: 'ada', first: 'ADA', group: 0, value: 15, reached: T + 10 },
            { id: 'ben', first: 'BEN', group: 0, value: 15, reached: T + 5 },
          ]);
          const all = await tx.boards.scores({ unit: 'pts', ...ALWAYS }, 'b');
          assert.equal(all.find(({ member: id }) => id === 'dot')?.value, 100);
        });
      },
    );

    promises('leaves out who is blocked', async () => {
      await join('ada', 'ben');
      await count('ada', 10, T);
      await count('ben', 10, T);
      await write(async (tx) => {
        const ben = await tx.members.lock('ben');
        if (ben) await tx.members.save({ ...ben, state: 'blocked' });
      });
      const scores = await write((tx) => tx.boards.scores({ unit: 'pts', ...ALWAYS }, 'b'));
      assert.deepEqual(
        scores.map(({ member: id }) => id),
        ['ada'],
      );
    });

    promises('fills one group of a league after the other, and nobody changes theirs', async () => {
      await join('ada', 'ben', 'cem');
      await write(async (tx) => {
        assert.equal(await tx.boards.join('b', 'ada', 2, T), 1);
        assert.equal(await tx.boards.join('b', 'ben', 2, T), 1);
        assert.equal(await tx.boards.join('b', 'cem', 2, T), 2);
        assert.equal(await tx.boards.join('b', 'ada', 2, T), 1);
        assert.equal(await tx.boards.join('other', 'cem', 2, T), 1);
      });
      await count('cem', 10, T);
      const scores = await write((tx) => tx.boards.scores({ unit: 'pts', ...ALWAYS }, 'b'));
      assert.equal(scores[0]?.group, 2);
    });

    promises('closes a board once, and keeps who is owed what until it is given', async () => {
      await join('ada', 'ben');
      const closing = { board: 'b', at: T, members: 2, total: 30 };
      const place = {
        board: 'b',
        group: 0,
        reached: T,
        ticket: null,
        prize: null,
        givenAt: null,
        entry: null,
      };
      const places = [
        { ...place, member: 'ben', rank: 2, value: 10 },
        { ...place, member: 'ada', rank: 1, value: 20, prize: 0, ticket: 7 },
        { ...place, member: 'gone', rank: null, value: 1 },
      ];
      const closed = await Promise.all(
        [1, 2, 3].map(() => write((tx) => tx.boards.close(closing, places))),
      );
      assert.equal(closed.filter(Boolean).length, 1);
      await write(async (tx) => {
        assert.deepEqual({ ...(await tx.boards.closing('b')) }, closing);
        assert.equal(await tx.boards.closing('other'), null);
        const rows = (await tx.boards.places('b')).map((row) => ({ ...row }));
        assert.deepEqual(rows, [
          { ...places[1], name: 'ADA', alias: null, hidden: false },
          { ...places[0], name: 'BEN', alias: null, hidden: false },
          { ...places[2], name: null, alias: null, hidden: false },
        ]);
        assert.deepEqual(await tx.boards.owing(10), ['ada']);
        assert.deepEqual(
          (await tx.boards.owed('ada')).map((row) => ({ ...row })),
          [places[1]],
        );
        assert.deepEqual(await tx.boards.owed('ben'), []);
        await tx.boards.given('b', 'ada', T + 1, 'e1');
      });
      await write(async (tx) => {
        assert.deepEqual(await tx.boards.owing(10), []);
        const [first] = await tx.boards.places('b');
        assert.deepEqual([first?.givenAt, first?.entry], [T + 1, 'e1']);
      });
    });

    promises('adds up for all members, and says who has a share and has not had it', async () => {
      await join('ada', 'ben', 'cem');
      await count('ada', 60, T);
      await count('ben', 50, T + 1);
      await count('cem', 30, T + 2);
      await count('cem', -30, T + 2);
      const share = { track: 'we', step: 'hundred', units: ['pts'], from: T, to: null };
      await write(async (tx) => {
        const queries = [
          { unit: 'pts', ...ALWAYS },
          { unit: 'pts', from: T + 1, to: null },
          { unit: 'none', ...ALWAYS },
        ];
        assert.deepEqual(await tx.goals.totals(queries), [110, 50, 0]);
        assert.deepEqual(await tx.goals.reached('we', 0), []);
        const goal = { track: 'we', step: 'hundred', round: 0, at: T + 9 };
        await tx.goals.reach(goal);
        await tx.goals.reach({ ...goal, at: T + 99 });
        assert.deepEqual(await tx.goals.reached('we', 0), ['hundred']);
        assert.deepEqual(await tx.goals.reached('we', T), []);
        assert.deepEqual(await tx.goals.waiting({ ...share, joined: false }, 10), ['ada', 'ben']);
        assert.deepEqual(await tx.goals.waiting({ ...share, joined: false }, 1), ['ada']);
        assert.deepEqual(await tx.goals.waiting({ ...share, joined: true }, 10), []);
        await tx.tracks.save([
          {
            ...{ member: 'ben', track: 'we', step: null, until: null, cycle: 0, doneCount: 0 },
            ...{ joinedAt: T, streak: null },
          },
        ]);
        assert.deepEqual(await tx.goals.waiting({ ...share, joined: true }, 10), ['ben']);
        await tx.tracks.addReach({
          ...{ id: 's1', member: 'ada', track: 'we', step: 'hundred', cycle: 0, at: T + 9 },
          ...{ entry: 'e1', before: { step: null, until: null }, undone: false },
        });
        assert.deepEqual(await tx.goals.waiting({ ...share, joined: false }, 10), ['ben']);
      });
    });

    promises('gives each member one code, and no code to two', async () => {
      await write(async (tx) => {
        assert.equal(await tx.referrals.addReferrer({ member: 'ada', code: 'AAA', sent: 0 }), true);
        assert.equal(
          await tx.referrals.addReferrer({ member: 'ben', code: 'AAA', sent: 0 }),
          false,
        );
        assert.equal(
          await tx.referrals.addReferrer({ member: 'ada', code: 'BBB', sent: 0 }),
          false,
        );
        await tx.referrals.countSent('ada');
        await tx.referrals.countSent('ada');
      });
      await write(async (tx) => {
        assert.deepEqual(
          { ...(await tx.referrals.byCode('AAA')) },
          { member: 'ada', code: 'AAA', sent: 2 },
        );
        assert.equal((await tx.referrals.of('ada'))?.code, 'AAA');
        assert.equal(await tx.referrals.of('ben'), null);
        assert.equal(await tx.referrals.byCode('BBB'), null);
      });
    });

    promises('keeps one referrer for each friend, and who is owed for whom', async () => {
      await join('ada', 'ben', 'cem');
      const row: ReferralRow = {
        friend: 'ben',
        referrer: 'ada',
        state: 'joined',
        at: T,
        order: null,
        orderedAt: null,
        entries: [],
      };
      const added = await Promise.all(
        ['ada', 'cem', 'dot'].map((referrer) =>
          write((tx) => tx.referrals.add({ ...row, referrer })),
        ),
      );
      assert.equal(added.filter(Boolean).length, 1);
      const ordered: ReferralRow = { ...row, state: 'ordered', order: '1', orderedAt: T + 5 };
      await write(async (tx) => {
        await tx.referrals.save(ordered);
        await tx.referrals.add({ ...row, friend: 'cem', at: T + 1 });
        assert.deepEqual({ ...(await tx.referrals.friend('ben')) }, ordered);
        assert.equal(await tx.referrals.friend('ada'), null);
        assert.deepEqual(
          (await tx.referrals.friends('ada', 10)).map(({ friend, name: first }) => [friend, first]),
          [
            ['cem', 'CEM'],
            ['ben', 'BEN'],
          ],
        );
        assert.equal((await tx.referrals.friends('ada', 1)).length, 1);
        assert.deepEqual(
          (await tx.referrals.owed('ada')).map((one) => ({ ...one })),
          [{ ...ordered, name: 'BEN' }],
        );
        assert.deepEqual(await tx.referrals.owing(10), ['ada']);
        await tx.referrals.save({ ...ordered, state: 'completed', entries: ['e1'] });
        assert.deepEqual(await tx.referrals.owing(10), []);
        assert.deepEqual({ ...(await tx.referrals.counts('ada')) }, { joined: 2, completed: 1 });
        assert.deepEqual({ ...(await tx.referrals.counts('ben')) }, { joined: 0, completed: 0 });
      });
    });

    promises('knows whether somebody ever ordered anything else', async () => {
      const order = { id: '1', member: 'lena', at: T, total: 100, refunded: 100, entry: 'e1' };
      await write(async (tx) => {
        assert.equal(await tx.orders.hasOther('lena', null), false);
        await tx.orders.add(order);
        assert.equal(await tx.orders.hasOther('lena', '1'), false);
        assert.equal(await tx.orders.hasOther('lena', '2'), true);
        assert.equal(await tx.orders.hasOther('lena', null), true);
        assert.equal(await tx.orders.hasOther('jonas', null), false);
      });
    });
  });
}
