import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Cursor, Store, Tx } from '../../../src/server/stores/store.js';
import { entry, key, lot, member, T, voucher } from './rows.js';
import { stores, type StoreUnderTest } from './under-test.js';

/** What every store promises (src/server/stores/store.ts). */

for (const [name, open] of Object.entries(stores)) {
  describe(`store: ${name}`, () => {
    let under: StoreUnderTest;
    let store: Store;
    let programme = '';
    let programmes = 0;
    before(async () => {
      under = await open();
      store = under.store;
    });
    after(() => under.stop());
    const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      store.transaction(programme, work);
    /** A test of its own programme, so that none sees what another wrote. */
    const promises = (sentence: string, test: () => Promise<void>): void => {
      it(sentence, () => {
        programme = `p${(programmes += 1)}`;
        return test();
      });
    };

    promises('gives back exactly what was kept', async () => {
      await write(async (tx) => {
        await tx.members.add(member);
        await tx.ledger.addEntry(entry, []);
        await tx.ledger.saveLots([lot]);
        await tx.vouchers.add(voucher);
      });
      await write(async (tx) => {
        assert.deepEqual({ ...(await tx.members.find('lena')) }, member);
        const { seq, ...kept } = { seq: 0, ...(await tx.ledger.entry('e1')) };
        assert.ok(seq > 0);
        assert.deepEqual(kept, entry);
        assert.deepEqual(
          (await tx.ledger.openLots('lena')).map((row) => ({ ...row })),
          [lot],
        );
        const [found] = await tx.vouchers.current('lena', T);
        assert.deepEqual({ ...found, seq: 0 }, { ...voucher, seq: 0 });
      });
    });

    promises('undoes a transaction that throws, wholly', async () => {
      const failed = write(async (tx) => {
        await tx.members.add(member);
        await tx.ledger.addEntry(entry, []);
        throw new Error('power cut');
      });
      await assert.rejects(failed, /power cut/);
      await write(async (tx) => {
        assert.equal(await tx.members.find('lena'), null);
        assert.equal(await tx.ledger.entry('e1'), null);
      });
    });

    promises('undoes an attempt that throws, and keeps what was done before it', async () => {
      await write(async (tx) => {
        await tx.members.add(member);
        const attempt = tx.attempt(async () => {
          await tx.members.save({ ...member, name: 'Nobody' });
          await tx.vouchers.add(voucher);
          throw new Error('no');
        });
        await assert.rejects(attempt, /no/);
        await tx.events.claim({ id: 'x', member: 'lena', type: 'check-in', at: T });
      });
      await write(async (tx) => {
        assert.equal((await tx.members.find('lena'))?.name, 'Lena');
        assert.equal(await tx.vouchers.findCode('OAK-AAAA-BBBB'), null);
        assert.equal(
          await tx.events.claim({ id: 'x', member: 'lena', type: 'check-in', at: T }),
          false,
        );
      });
    });

    promises('keeps programmes apart', async () => {
      await write((tx) => tx.members.add(member));
      programme = 'elsewhere';
      await write(async (tx) => assert.equal(await tx.members.find('lena'), null));
    });

    promises('gives a key to the first who asks, and its answer to everyone after', async () => {
      await write(async (tx) => {
        assert.equal(await tx.keys.claim(key), null);
        await tx.keys.answer('lena', 'k1', 409, { code: 'sold-out', n: 1 });
      });
      const earlier = await write((tx) => tx.keys.claim({ ...key, path: '/other' }));
      assert.deepEqual({ ...earlier }, { ...key, status: 409, body: { code: 'sold-out', n: 1 } });
      assert.equal(await write((tx) => tx.keys.claim({ ...key, subject: 'jonas' })), null);
    });

    promises('forgets keys of the day before, and a key that was given back', async () => {
      await write(async (tx) => {
        await tx.keys.claim(key);
        await tx.keys.claim({ ...key, key: 'k2', at: T + 10 });
        await tx.keys.release('lena', 'k2');
      });
      await write((tx) => tx.keys.forget(T + 5));
      await write(async (tx) => {
        assert.equal(await tx.keys.claim(key), null);
        assert.equal(await tx.keys.claim({ ...key, key: 'k2' }), null);
      });
    });

    promises('counts an event once', async () => {
      const event = { id: 'order-1-paid', member: 'lena', type: 'order.paid', at: T };
      const claims = await Promise.all([1, 2, 3].map(() => write((tx) => tx.events.claim(event))));
      assert.equal(claims.filter(Boolean).length, 1);
    });

    promises('refuses a code that is taken', async () => {
      await write(async (tx) => {
        assert.equal(await tx.vouchers.add(voucher), true);
        assert.equal(await tx.vouchers.add({ ...voucher, id: 'v2' }), false);
        assert.equal(await tx.vouchers.add({ ...voucher, id: 'v3', code: null }), true);
        assert.equal(await tx.vouchers.add({ ...voucher, id: 'v4', code: null }), true);
        assert.equal((await tx.vouchers.findCode('OAK-AAAA-BBBB'))?.id, 'v1');
        assert.equal((await tx.vouchers.ofEntry('e1')).length, 3);
      });
    });

    promises('adds up what counts, in half-open spans', async () => {
      const posting = { entry: 'e1', member: 'lena', unit: 'pts', bucket: 'available' } as const;
      await write((tx) =>
        tx.ledger.addEntry(entry, [
          { ...posting, value: 5, at: T, counts: true },
          { ...posting, value: 7, at: T + 10, counts: true },
          { ...posting, value: 100, at: T + 10, counts: false },
          { ...posting, unit: 'stamp', value: 1, at: T, counts: true },
        ]),
      );
      const sums = await write((tx) =>
        tx.ledger.sums('lena', [
          { unit: 'pts', from: null, to: null },
          { unit: 'pts', from: T, to: T + 10 },
          { unit: 'pts', from: T + 1, to: null },
          { unit: 'stamp', from: null, to: T + 1 },
          { unit: 'nothing', from: null, to: null },
        ]),
      );
      assert.deepEqual(sums, [12, 5, 7, 1, 0]);
      assert.deepEqual(await write((tx) => tx.ledger.sums('lena', [])), []);
      assert.equal((await write((tx) => tx.ledger.postingsOf('e1'))).length, 4);
    });

    promises('turns pages newest first, without gaps or repeats', async () => {
      await write(async (tx) => {
        for (let i = 0; i < 7; i += 1) {
          // Two of each moment, so that the order of writing must decide.
          const kind = i === 3 ? 'expire' : 'earn';
          await tx.ledger.addEntry({ ...entry, id: `e${i}`, at: T + Math.floor(i / 2), kind }, []);
        }
      });
      const seen: string[] = [];
      let after: Cursor | null = null;
      for (;;) {
        const page = await write((tx) => tx.ledger.page('lena', 3, after, null));
        if (page.length === 0) break;
        seen.push(...page.map(({ id }) => id));
        const last = page.at(-1);
        after = last ? { at: last.at, seq: last.seq } : null;
      }
      assert.deepEqual(seen, ['e6', 'e5', 'e4', 'e3', 'e2', 'e1', 'e0']);
      const expired = await write((tx) => tx.ledger.page('lena', 9, null, 'expire'));
      assert.deepEqual(
        expired.map(({ id }) => id),
        ['e3'],
      );
    });

    promises('takes from a stock until it is empty, whoever asks at once', async () => {
      const takes = await Promise.all(
        Array.from({ length: 12 }, () => write((tx) => tx.stock.take('mug', 5))),
      );
      assert.equal(takes.filter(Boolean).length, 5);
      await write((tx) => tx.stock.giveBack('mug'));
      assert.equal((await write((tx) => tx.stock.taken(['mug', 'other']))).get('mug'), 4);
      assert.equal(await write((tx) => tx.stock.take('none', 0)), false);
    });

    promises('knows who is due, longest first', async () => {
      await write(async (tx) => {
        for (const [id, dueAt] of [
          ['a', T + 5],
          ['b', T],
          ['c', null],
          ['d', T + 99],
        ] as const) {
          await tx.members.add({ ...member, id, dueAt });
        }
      });
      assert.deepEqual(await write((tx) => tx.members.due(T + 10, 10)), ['b', 'a']);
      assert.deepEqual(await write((tx) => tx.members.due(T + 10, 1)), ['b']);
    });

    promises('counts uses until they are undone', async () => {
      const use = {
        member: 'lena',
        scope: 'rule',
        of: 'review',
        ref: null,
        answers: null,
      } as const;
      await write(async (tx) => {
        await tx.uses.add({ ...use, id: 'u1', at: T, entry: 'e1' });
        await tx.uses.add({ ...use, id: 'u2', at: T + 5, entry: 'e2', answers: { score: 9 } });
      });
      await write(async (tx) => {
        const totals = await tx.uses.totals('lena');
        assert.deepEqual(
          totals.map((row) => ({ ...row })),
          [{ scope: 'rule', of: 'review', count: 2, lastAt: T + 5 }],
        );
        await tx.uses.undo('e2');
        assert.equal((await tx.uses.since('lena', T)).length, 1);
        assert.equal((await tx.uses.since('lena', T + 1)).length, 0);
      });
    });

    promises('remembers which steps were reached, newest first', async () => {
      const reach = {
        member: 'lena',
        track: 'vip',
        cycle: 0,
        entry: 'e1',
        before: { step: null, until: null },
        undone: false,
      };
      await write(async (tx) => {
        await tx.tracks.addReach({ ...reach, id: 's1', step: 'oak', at: T });
        await tx.tracks.addReach({ ...reach, id: 's2', step: 'old', at: T });
        await tx.tracks.addReach({ ...reach, id: 's3', step: 'older', at: T - 5 });
      });
      await write(async (tx) => {
        const ids = (await tx.tracks.reaches('lena', T)).map(({ id }) => id);
        assert.deepEqual(ids, ['s2', 's1']);
        await tx.tracks.undoReach('s2');
        assert.deepEqual((await tx.tracks.reached('lena', 'vip', 0)).sort(), ['oak', 'older']);
        assert.deepEqual(await tx.tracks.reached('lena', 'vip', 1), []);
      });
    });

    promises('knows an order once, and the newest that was not paid back', async () => {
      const order = { id: '1', member: 'lena', at: T, total: 100, refunded: 0, entry: 'e1' };
      await write(async (tx) => {
        assert.equal(await tx.orders.add(order), true);
        assert.equal(await tx.orders.add(order), false);
        await tx.orders.add({ ...order, id: '2', at: T + 1 });
        assert.equal((await tx.orders.latest('lena'))?.id, '2');
        await tx.orders.save({ ...order, id: '2', at: T + 1, refunded: 100 });
        assert.equal((await tx.orders.latest('lena'))?.id, '1');
        assert.equal(await tx.orders.latest('jonas'), null);
      });
    });

    promises('lets one after the other change a member', async () => {
      await write((tx) => tx.members.add(member));
      await Promise.all(
        Array.from({ length: 20 }, () =>
          write(async (tx) => {
            const row = await tx.members.lock('lena');
            if (row) await tx.members.save({ ...row, rev: row.rev + 1 });
          }),
        ),
      );
      assert.equal((await write((tx) => tx.members.find('lena')))?.rev, 20);
    });
  });
}
