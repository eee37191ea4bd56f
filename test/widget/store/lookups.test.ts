import { expect } from '@open-wc/testing';
import type { BoardPage } from '../../../src/contract/types.js';
import { foundOf, type LookupDetails, type LookupName } from '../../../src/widget/store/lookups.js';
import { valueOf } from '../../../src/widget/store/remote.js';
import { Store } from '../../../src/widget/store/store.js';
import boardPage from '../../contract/examples/board-page.json';
import cartPreview from '../../contract/examples/cart-preview.json';
import cartRequest from '../../contract/examples/cart-request.json';
import quote from '../../contract/examples/quote-result.json';
import { bootstrap, NOW } from '../support/documents.js';
import { lost } from '../support/fails.js';
import { FakePort, settled } from '../support/fake-port.js';

const page = boardPage as BoardPage;

/** Every lookup with a question and an answer. */
const table: { readonly [Name in LookupName]: [LookupDetails[Name], unknown] } = {
  board: [{ id: page.board }, page],
  cart: [cartRequest, cartPreview],
  quote: [{ id: 'slide', spend: 500 }, quote],
};

describe('what only some blocks want to know', () => {
  let port: FakePort;
  let store: Store;
  let heard: string[];

  beforeEach(async () => {
    sessionStorage.clear();
    port = new FakePort();
    heard = [];
    store = new Store({
      port,
      scope: 'https://api.example/v1',
      now: () => NOW,
      onError: (_error, what) => heard.push(what),
    });
    const connecting = store.connect();
    (await port.next()).answer(bootstrap());
    await connecting;
  });

  const board = (): BoardPage | undefined =>
    valueOf(foundOf(store.snapshot, 'board', { id: page.board }));

  for (const [name, [detail, answer]] of Object.entries(table)) {
    const question = name as LookupName;

    it(`“${name}” is asked when someone wants it, and kept`, async () => {
      expect(foundOf(store.snapshot, question, detail).status).to.equal('idle');
      const looking = store.look(question, detail);
      const asked = await port.next();
      expect(asked.name).to.equal(name);
      expect(asked.call.key, 'changes nothing').to.be.undefined;
      expect(foundOf(store.snapshot, question, detail).status).to.equal('loading');
      asked.answer(answer);
      await looking;
      expect(valueOf(foundOf<LookupName>(store.snapshot, question, detail))).to.deep.equal(answer);
    });

    it(`“${name}” that fails says why and leaves the rest alone`, async () => {
      const looking = store.look(question, detail);
      (await port.next()).fail(lost());
      await looking;
      expect(foundOf(store.snapshot, question, detail)).to.deep.include({ status: 'failed' });
      expect(heard).to.deep.equal([name]);
      expect(valueOf(store.snapshot.me)?.member.id).to.equal('c_1001');
    });
  }

  it('the same question under way is not asked twice', async () => {
    const looks = [1, 2].map(() => store.look('board', { id: page.board }));
    const asked = await port.next();
    await settled();
    asked.answer(page);
    await Promise.all(looks);
    expect(port.names).to.deep.equal(['bootstrap', 'board']);
  });

  it('the next page of a board joins those before it; a fresh first page replaces them', async () => {
    for (const cursor of [undefined, 'c2', undefined]) {
      const looking = store.look('board', { id: page.board, cursor });
      const asked = await port.next();
      expect(asked.call.query?.cursor).to.equal(cursor);
      asked.answer(page);
      await looking;
      expect(board()?.items.length).to.equal(page.items.length * (cursor ? 2 : 1));
    }
  });

  it('keeps the last answer while the network is away', async () => {
    for (const act of ['answer', 'fail'] as const) {
      const looking = store.look('board', { id: page.board });
      const asked = await port.next();
      if (act === 'answer') asked.answer(page);
      else asked.fail(lost());
      await looking;
    }
    expect(foundOf(store.snapshot, 'board', { id: page.board }).status).to.equal('stale');
    expect(board()?.items).to.have.length(page.items.length);
  });

  it('forgets the oldest of many', async () => {
    for (let spend = 0; spend < 60; spend++) {
      const looking = store.look('quote', { id: 'slide', spend });
      (await port.next()).answer(quote);
      await looking;
    }
    const kept = (spend: number) => foundOf(store.snapshot, 'quote', { id: 'slide', spend }).status;
    expect([kept(0), kept(59)]).to.deep.equal(['idle', 'fresh']);
    expect(Object.keys(store.snapshot.found).length).to.be.at.most(40);
  });

  it('of one member is never shown to the next', async () => {
    const looking = store.look('board', { id: page.board });
    (await port.next()).answer(page);
    await looking;
    const late = store.look('quote', { id: 'slide', spend: 7 });
    const asked = await port.next();
    void store.changeIdentity();
    await settled();
    asked.answer(quote);
    await late;
    expect(store.snapshot.found).to.deep.equal({});
  });
});
