import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Bootstrap, Changes, Outcome } from '../../../src/contract/types.js';
import { Streams } from '../../../src/server/http/events.js';
import { bodyOf, problemIn } from '../support/endpoint-shop.js';
import { LedgerShop } from '../support/ledger-shop.js';
import { programme } from '../ledger/shop.js';
import { stores, type StoreUnderTest } from '../stores/under-test.js';

/** Live updates over HTTP: a stream that a ticket opens, and what is heard on it. */

interface Heard {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

/** Reads a stream event by event, as an EventSource does. */
class Listener {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = '';

  constructor(response: Response) {
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Content-Type'), 'text/event-stream');
    assert.ok(response.body);
    this.#reader = response.body.getReader();
  }

  /** The next block of lines; `null` at the end. */
  async block(): Promise<string | null> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        return block;
      }
      const { done, value } = await this.#reader.read();
      if (done) return null;
      this.#text += this.#decoder.decode(value, { stream: true });
    }
  }

  /** The next event, past comments and the reconnection time; `null` at the end. */
  async next(): Promise<Heard | null> {
    for (;;) {
      const block = await this.block();
      if (block === null) return null;
      const fields = new Map(
        block.split('\n').map((line) => {
          const [name = '', ...rest] = line.split(': ');
          return [name, rest.join(': ')];
        }),
      );
      const event = fields.get('event');
      if (event === undefined) continue;
      return { event, id: fields.get('id'), data: JSON.parse(fields.get('data') ?? 'null') };
    }
  }

  changes = async (): Promise<Changes> => {
    const heard = await this.next();
    assert.equal(heard?.event, 'changes');
    const changes = heard.data as Changes;
    assert.equal(heard.id, changes.rev);
    return changes;
  };

  stop = (): Promise<void> => this.#reader.cancel();
}

const club = () => programme({ capabilities: ['events'] });

for (const [name, open] of Object.entries(stores)) {
  describe(`the event stream over ${name}`, () => {
    let under: StoreUnderTest;
    let shop: LedgerShop;
    const listeners: Listener[] = [];
    before(async () => {
      under = await open();
      shop = new LedgerShop(under.store, club());
    });
    after(async () => {
      await Promise.all(listeners.map((one) => one.stop()));
      await under.stop();
    });

    const bootstrap = async (member: string, at = shop): Promise<Bootstrap> =>
      at.answer<Bootstrap>('GET', '/bootstrap', { member });
    const addressOf = async (member: string): Promise<string> => {
      const { live } = await bootstrap(member);
      assert.ok(live?.events);
      return `/${live.events}`;
    };
    const listen = async (address: string, headers = {}, at = shop): Promise<Listener> => {
      const listener = new Listener(await at.call('GET', address, { headers }));
      listeners.push(listener);
      return listener;
    };
    const give = (member: string, value: number, at = shop) =>
      at.tell({ member, type: 'balance.adjusted', unit: 'pts', value, reason: 'test' });
    const points = ({ wallets }: Changes) => wallets?.find(({ unit }) => unit === 'pts')?.available;

    it('tells of a change as it happens, whole objects and nothing else', async () => {
      const stream = await listen(await addressOf('ada'));
      await give('ada', 40);
      const changes = await stream.changes();
      assert.equal(points(changes), 40);
      assert.deepEqual(
        changes.wallets?.map(({ unit }) => unit),
        ['pts'],
      );
      await give('bob', 7);
      await give('ada', 2);
      assert.equal(points(await stream.changes()), 42);
    });

    it('tells what happened between the first paint and the stream', async () => {
      const address = await addressOf('cora');
      await give('cora', 15);
      assert.equal(points(await (await listen(address)).changes()), 15);
    });

    it('hears what another process does', async () => {
      const other = new LedgerShop(under.store, { ...club(), id: 'elsewhere' });
      const { live } = await bootstrap('dan', other);
      const stream = await listen(`/${live?.events}`, {}, other);
      const third = new LedgerShop(under.store, { ...club(), id: 'elsewhere' });
      await give('dan', 5, third);
      assert.equal(points(await stream.changes()), 5);
    });

    it('says the outcome of a write that the page made itself, under the same revision', async () => {
      await give('eva', 600);
      const stream = await listen(await addressOf('eva'));
      const { changes } = await shop.answer<Outcome>('POST', '/rewards/off5/redeem', {
        member: 'eva',
        key: 'eva-1',
        body: {},
      });
      assert.equal((await stream.changes()).rev, changes.rev);
    });

    it('opens once for a ticket, within half a minute', async () => {
      const address = await addressOf('fay');
      await listen(address);
      const again = await shop.call('GET', address);
      assert.deepEqual([again.status, (await problemIn(again)).code], [401, 'token-invalid']);
      const late = await addressOf('fay');
      shop.clock += 31_000;
      assert.equal((await problemIn(await shop.call('GET', late))).code, 'token-invalid');
    });

    it('opens once however the ticket is spelt', async () => {
      // Only some have a "-" or "_" in what is looked at first.
      let address = '';
      while (!/ticket=.{0,15}[-_]/.test(address)) address = await addressOf('fred');
      const [, ticket = ''] = address.split('ticket=');
      await listen(address);
      const spellings = [
        `%20${ticket}`,
        `${ticket.slice(0, 5)}%0A${ticket.slice(5)}`,
        ticket.replaceAll('-', '%2B').replaceAll('_', '%2F'),
        `${ticket}%3D`,
      ];
      for (const spelling of spellings) {
        const again = await shop.call('GET', `/events?ticket=${spelling}`);
        assert.equal(again.status, 401, spelling);
        assert.equal((await problemIn(again)).code, 'token-invalid');
      }
    });

    it('opens for no ticket that it did not write, and for none at all', async () => {
      const [, ticket = ''] = (await addressOf('gil')).split('ticket=');
      const bent = `${ticket.slice(0, 30)}${ticket[30] === 'A' ? 'B' : 'A'}${ticket.slice(31)}`;
      for (const wrong of ['x', '', '%00', bent]) {
        const response = await shop.call('GET', `/events?ticket=${wrong}`);
        assert.deepEqual(
          [response.status, (await problemIn(response)).code],
          [401, 'token-invalid'],
        );
      }
      const none = await problemIn(await shop.call('GET', '/events'));
      assert.equal(none.code, 'token-missing');
      assert.deepEqual(shop.log, []);
    });

    it('lets a reader that was cut off come back with what it heard last', async () => {
      const address = await addressOf('hal');
      const first = await listen(address);
      await give('hal', 1);
      const { rev } = await first.changes();
      await first.stop();
      const second = await listen(address, { 'Last-Event-ID': rev });
      await give('hal', 1);
      assert.equal(points(await second.changes()), 2);
    });

    it('says "reset" and nothing more to who comes back too late, or only has the address', async () => {
      const address = await addressOf('ida');
      const first = await listen(address);
      await give('ida', 1);
      const { rev } = await first.changes();
      await first.stop();
      await give('ida', 1);
      for (const last of [rev, 'guessed']) {
        const stream = await listen(address, { 'Last-Event-ID': last });
        assert.deepEqual(await stream.next(), { event: 'reset', id: '', data: {} });
        assert.equal(await stream.next(), null);
      }
    });

    it('says when the definitions are others', async () => {
      const address = await addressOf('jan');
      const renewed = new LedgerShop(under.store, { ...club(), id: 'renewed' });
      const { live } = await bootstrap('jan', renewed);
      const changed = new LedgerShop(under.store, { ...club(), id: 'renewed', name: 'New name' });
      const heard = await (await listen(`/${live?.events}`, {}, changed)).next();
      assert.equal(heard?.event, 'program');
      assert.notEqual((heard.data as { rev: string }).rev, (await bootstrap('jan')).programRev);
      await shop.call('HEAD', address);
      await listen(address);
    });

    it('misses no outcome when its reader is slow', async () => {
      const stream = await listen(await addressOf('kim'));
      for (let value = 1; value <= 20; value += 1) await give('kim', 1);
      let last: number | undefined;
      let events = 0;
      while (last !== 20) {
        last = points(await stream.changes()) ?? last;
        events += 1;
      }
      assert.ok(events <= 20);
    });

    it('gives no address to a guest, and the same entity tag whatever the ticket', async () => {
      const guest = await shop.answer<Bootstrap>('GET', '/bootstrap');
      assert.equal(guest.live?.events, undefined);
      const first = await shop.call('GET', '/bootstrap', { member: 'lou' });
      const headers = { 'If-None-Match': first.headers.get('ETag') ?? '' };
      const { live } = await bodyOf<Bootstrap>(first);
      const second = await shop.call('GET', '/bootstrap', { member: 'lou', headers });
      assert.equal(second.status, 304);
      assert.match(live?.events ?? '', /^events\?ticket=/);
    });

    it('ends when the endpoint ends its streams', async () => {
      const stream = await listen(await addressOf('moe'));
      await stream.block();
      shop.endpoint.endStreams();
      assert.equal(await stream.next(), null);
    });
  });
}

describe('a stream', () => {
  /** Says nothing until it is told to stop. */
  const silence = (signal: AbortSignal): AsyncIterable<never> => ({
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve({ done: true, value: undefined }), {
            once: true,
          }),
        ),
    }),
  });

  it('is kept alive by comments, and counted until its reader leaves', async () => {
    const streams = new Streams(1);
    const life = new AbortController();
    const body = streams.write(silence(life.signal), life);
    const listener = new Listener(
      new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }),
    );
    assert.equal(await listener.block(), 'retry: 5000');
    assert.equal(await listener.block(), ':');
    assert.equal(streams.size, 1);
    await listener.stop();
    assert.deepEqual([streams.size, life.signal.aborted], [0, true]);
  });

  it('ends after a while, so that its reader shows a token again', async () => {
    const streams = new Streams(0);
    const life = new AbortController();
    const body = streams.write(silence(life.signal), life);
    const listener = new Listener(
      new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }),
    );
    assert.equal(await listener.next(), null);
    assert.equal(streams.size, 0);
  });
});
