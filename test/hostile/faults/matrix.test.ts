import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LoyaltyError } from '../../../src/widget/client/errors.js';
import { faults, type Fault, type FaultName } from './faults.js';
import { reads, writes, type Read, type Write } from './deeds.js';
import { openPage, type Page } from './page.js';
import { hurry } from './quick.js';
import { FaultServer } from './server.js';

/** Everything that a page asks for × everything that can go wrong on the way. */

const everyFault = Object.entries(faults) as [FaultName, Fault][];

let server: FaultServer;
let unhurry: () => void;
const uncaught: unknown[] = [];
const note = (error: unknown): void => void uncaught.push(error);

before(async () => {
  process.on('unhandledRejection', note);
  unhurry = hurry();
  server = await FaultServer.start();
  // Once through everything: what is loaded and compiled for the first time is slow.
  const page = await openPage(server);
  await page.store.connect();
  await Promise.all(Object.values(reads).map((each) => each.act(page.store)));
  await page.store.request('redeem', { id: 'small' });
  page.close();
});
after(async () => {
  await server.stop();
  unhurry();
  process.off('unhandledRejection', note);
});

/** How often a page asks when this is what it hears. */
function requestsFor({ seen, times, isWorthIt }: Fault, name: FaultName): number {
  if (name === 'expired token') return 2;
  if (times !== undefined) return times + 1;
  if (seen === 'nothing') return 1;
  return isWorthIt ? 3 : 1;
}

/** The requests that the line has heard for one thing. */
const askedFor = ({ line }: Page, { method, path }: Read | Write) =>
  line.heard.filter((each) => each.method === method && path.test(each.path));

/** Cart and quote are asked by POST without a key: such a call is not repeated. */
const isRepeated = (read: Read): boolean => read.method === 'GET';

describe('what a page reads', { concurrency: 8 }, () => {
  for (const [name, read] of Object.entries(reads)) {
    for (const [faultName, fault] of everyFault) {
      it(`${name}, when the endpoint ${fault.does}`, async () => {
        const page = await openPage(server);
        const { store, line } = page;
        line.rules = [{ ...read, fault: faultName }];
        await Promise.all(Object.values(reads).map((each) => each.act(store)));

        for (const [other, each] of Object.entries(reads)) {
          if (other !== name) assert.equal(each.remote(store).status, 'fresh', `${other} shows`);
        }
        const repeats = isRepeated(read) || String(faultName).startsWith('expired token');
        const isSeen = fault.seen === 'failure' || (fault.isWorthIt && !repeats);
        assert.equal(read.remote(store).status, isSeen ? 'failed' : 'fresh');
        const expected = repeats ? requestsFor(fault, faultName) : 1;
        assert.equal(askedFor(page, read).length, expected, 'so often was asked');

        line.rules = [];
        await read.act(store);
        assert.equal(read.remote(store).status, 'fresh', 'afterwards it can be tried again');
        assert.deepEqual(uncaught, []);
        page.close();
      });
    }
  }
});

/** Whether the endpoint has done what it was asked, for the first time. */
const isDone = ({ said }: Page['line']['heard'][number]): boolean =>
  said !== undefined && said.status < 300 && said.headers['idempotency-replayed'] !== 'true';

describe('what a shopper does', { concurrency: 8 }, () => {
  for (const [name, write] of Object.entries(writes)) {
    for (const [faultName, fault] of everyFault) {
      it(`${name}, when the endpoint ${fault.does}`, async () => {
        const page = await openPage(server, write.isGuest ? { member: null } : {});
        const { store, line } = page;
        await store.connect();
        const detail = await write.detail(page);
        line.heard.length = 0;
        line.rules = [{ ...write, fault: faultName }];
        const press = () => store.request(write.name, detail);

        if (fault.seen === 'failure') {
          await assert.rejects(press(), LoyaltyError);
          assert.ok(page.errors.length > 0, 'the failure was reported');
          assert.equal(store.snapshot.busy.size, 0, 'the button can be pressed again');
          assert.equal(askedFor(page, write).length, requestsFor(fault, faultName));
          line.rules = [];
        }
        await press();

        const asked = askedFor(page, write);
        // For a guest nothing is done yet that could be done twice.
        if (!write.isGuest) assert.equal(asked.filter(isDone).length, 1, 'it was done once');
        const keys = new Set(asked.map(({ headers }) => headers['idempotency-key']));
        assert.equal(keys.size, fault.isFinal ? 2 : 1, 'one wish, one key');
        assert.deepEqual(uncaught, []);
        page.close();
      });
    }
  }
});
