import { expect } from '@open-wc/testing';
import { Client } from '../../src/widget/client/client.js';
import { plainJson } from '../../src/contract/plain-json.js';
import { Intents } from '../../src/widget/store/intents.js';
import { restoreFetch, stubFetch, problem } from '../widget/support/fake-fetch.js';
import { failure } from '../widget/support/fails.js';

/** What Prototype 1.6 and its like put on a page's built-in types. */
const patched = [Array, String, Number, Boolean].map(({ prototype }) => prototype as object);

function patch(): void {
  for (const prototype of patched) {
    Object.defineProperty(prototype, 'toJSON', {
      configurable: true,
      enumerable: true,
      value(this: { toString(): string }) {
        return `"${this.toString()}"`;
      },
    });
  }
}

const restore = (): void => patched.forEach((one) => Reflect.deleteProperty(one, 'toJSON'));

const body = {
  items: [{ id: 'shirt "M"', units: 2, tags: ['new', 'käse'] }],
  spend: 500,
  isGift: true,
  none: null,
  missing: undefined,
};

describe('JSON on a page that has patched toJSON', () => {
  afterEach(() => {
    restore();
    restoreFetch();
    sessionStorage.clear();
  });

  it('is the same byte for byte', () => {
    const clean = JSON.stringify(body);
    patch();
    expect(JSON.stringify(body), 'the patch bites').not.to.equal(clean);
    expect(plainJson(body)).to.equal(clean);
  });

  it('is what a request carries', async () => {
    const clean = JSON.stringify(body);
    const seen = stubFetch(() => problem('not-found', 404));
    patch();
    const client = new Client({
      endpoint: 'https://api.example/v1/pk',
      getToken: () => Promise.resolve(null),
      locale: () => 'de',
    });
    await failure(client.call('cart', { body }));
    expect(seen[0]?.init.body).to.equal(clean);
  });

  it('keeps what was pressed over a reload of the tab', () => {
    patch();
    const wish = { name: 'redeem', id: 'off5', body: { choice: 'm' }, member: 'c_1' };
    const made = new Intents('test').add(wish);
    expect(new Intents('test').inFlight('c_1')).to.deep.equal([made]);
  });
});
