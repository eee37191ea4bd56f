import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readBooks } from './books.js';
import { places, type Place } from './places.js';
import { membersUpTo, ServerProcess, tokenOf } from './process.js';
import { COST, REWARD } from './programme.js';

/** How much is under way when the server dies. */
const MEMBERS = 10;
const BALANCE = 20 * COST;
const AT_ONCE = 8;
const ANSWERS_BEFORE = 25;

interface Wish {
  readonly key: string;
  readonly member: string;
  /** The voucher that the shopper has seen, if any answer came. */
  voucher?: string;
}

for (const [name, open] of Object.entries(places)) {
  describe(`an endpoint over ${name} that is killed in the middle of its work`, () => {
    let place: Place;
    let server: ServerProcess;
    const wishes: Wish[] = [];
    const members = membersUpTo(MEMBERS);
    const tokens = new Map<string, string>();

    async function redeem({ key, member }: Wish): Promise<string> {
      const response = await fetch(`${server.url}/rewards/${REWARD}/redeem`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${tokens.get(member)}`,
          'Idempotency-Key': key,
          'Content-Type': 'application/json',
        },
        body: '{}',
      });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${response.status} ${text}`);
      return (JSON.parse(text) as { voucher: { id: string } }).voucher.id;
    }

    /** Presses one after the other until the server is gone. */
    async function shopper(): Promise<void> {
      for (;;) {
        const index = wishes.length;
        const wish: Wish = { key: `wish-${index}`, member: members[index % MEMBERS] ?? '' };
        wishes.push(wish);
        try {
          wish.voucher = await redeem(wish);
        } catch {
          return;
        }
      }
    }

    const answered = (): number => wishes.filter(({ voucher }) => voucher).length;

    before(async () => {
      place = await open();
      server = await ServerProcess.start(place.where);
      for (const member of members) tokens.set(member, await tokenOf(member));
      await server.give(members, BALANCE);
      const shoppers = Promise.all(Array.from({ length: AT_ONCE }, shopper));
      while (answered() < ANSWERS_BEFORE) await new Promise((resolve) => setTimeout(resolve, 2));
      await Promise.all([server.kill(), place.crash()]);
      await shoppers;
      server = await ServerProcess.start(place.where);
    });
    after(async () => {
      await server?.stop();
      await place?.remove();
    });

    it('has lost nothing that it had answered, and does nothing twice that is asked again', async () => {
      assert.ok(
        wishes.some(({ voucher }) => !voucher),
        'something was under way',
      );
      for (const wish of wishes) {
        const voucher = await redeem(wish);
        if (wish.voucher) assert.equal(voucher, wish.voucher, `${wish.key} is another voucher now`);
        wish.voucher = voucher;
      }
      assert.equal(new Set(wishes.map(({ voucher }) => voucher)).size, wishes.length);

      await server.stop();
      const books = await readBooks(place.where);
      server = await ServerProcess.start(place.where);
      assert.deepEqual(books, {
        wrong: 0,
        negative: 0,
        doubleCodes: 0,
        vouchers: wishes.length,
        spends: wishes.length,
        keys: wishes.length,
        available: MEMBERS * BALANCE - wishes.length * COST,
      });
    });
  });
}
