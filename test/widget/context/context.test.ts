import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { ContextConsumer, ContextProvider } from '../../../src/widget/context/protocol.js';
import { Select } from '../../../src/widget/context/select.js';
import { Provision } from '../../../src/widget/context/store-context.js';
import { me as memberOf, walletOf } from '../../../src/widget/store/selectors.js';
import { Store } from '../../../src/widget/store/store.js';
import { bootstrap } from '../support/documents.js';
import { FakePort, settled } from '../support/fake-port.js';

describe('a value on the page', () => {
  let outer: HTMLElement;
  let inner: HTMLElement;
  let leaf: HTMLElement;
  let heard: unknown[];
  const living: { disconnect(): void }[] = [];

  afterEach(() => living.splice(0).forEach((one) => one.disconnect()));
  beforeEach(async () => {
    outer = await fixture<HTMLElement>(
      html`<div>
        <section><p></p></section>
      </div>`,
    );
    inner = outer.firstElementChild as HTMLElement;
    leaf = inner.firstElementChild as HTMLElement;
    heard = [];
  });

  const provide = (host: HTMLElement, value: string, name = 'x') => {
    const provider = new ContextProvider<string>(host, name);
    provider.set(value);
    provider.connect();
    living.push(provider);
    return provider;
  };
  const consume = (host = leaf, name = 'x') => {
    const consumer = new ContextConsumer<string>(host, name, (value) => heard.push(value));
    consumer.connect();
    living.push(consumer);
    return consumer;
  };

  it('reaches who asked before it was there', () => {
    consume();
    expect(heard).to.be.empty;
    provide(outer, 'late');
    expect(heard).to.deep.equal(['late']);
  });

  it('comes from the nearest provider, also when that one arrives later', () => {
    provide(outer, 'far');
    consume();
    const near = provide(inner, 'near');
    expect(heard).to.deep.equal(['far', 'near']);
    near.set('nearer');
    expect(heard.at(-1)).to.equal('nearer');
  });

  it('of the one that was left behind is not heard any more', () => {
    const far = provide(outer, 'far');
    consume();
    provide(inner, 'near');
    far.set('farther');
    expect(heard).to.deep.equal(['far', 'near']);
  });

  it('is another one after a move to another place', () => {
    provide(outer, 'far');
    provide(inner, 'near');
    const consumer = consume();
    consumer.disconnect();
    outer.append(leaf);
    consumer.connect();
    expect(heard).to.deep.equal(['near', 'far']);
  });

  it('is not told to who has left', () => {
    const provider = provide(outer, 'one');
    const consumer = consume();
    consumer.disconnect();
    provider.set('two');
    provider.disconnect();
    provide(outer, 'three');
    expect(heard).to.deep.equal(['one']);
  });

  it('is not told to who left while others were told', () => {
    const provider = provide(outer, 'one');
    const second: ContextConsumer<string>[] = [];
    const first = new ContextConsumer<string>(leaf, 'x', () => second[0]?.disconnect());
    first.connect();
    living.push(first);
    second.push(consume());
    provider.set('two');
    expect(heard).to.deep.equal(['one']);
  });

  it('is told once for each change, and not again for the same', () => {
    const provider = provide(outer, 'one');
    consume();
    provider.set('one');
    provider.set('two');
    expect(heard).to.deep.equal(['one', 'two']);
  });

  it('ends when its provider leaves', () => {
    const provider = provide(outer, 'one');
    consume();
    provider.disconnect();
    expect(heard).to.deep.equal(['one', undefined]);
  });

  it('of another name is none of our business', () => {
    provide(outer, 'theirs', 'y');
    consume();
    expect(heard).to.be.empty;
  });

  it('is not answered by who asks', () => {
    provide(outer, 'far');
    provide(leaf, 'own');
    consume(leaf);
    expect(heard).to.deep.equal(['far']);
  });
});

class Sliced extends LitElement {
  renders = 0;
  readonly points: Select<number | undefined> = new Select(
    this,
    (snapshot) => walletOf(snapshot)?.available,
  );
  protected override render() {
    this.renders++;
    return String(this.points.value);
  }
}
customElements.define('test-sliced', Sliced);

class Looking extends LitElement {
  readonly who = new Select(this, (snapshot) => memberOf(snapshot)?.member.id, { isLazy: true });
}
customElements.define('test-looking', Looking);

describe('a slice of the state', () => {
  let port: FakePort;
  let store: Store;
  let place: HTMLElement;
  beforeEach(async () => {
    port = new FakePort();
    store = new Store({ port, scope: 'x' });
    place = await fixture<HTMLElement>(html`<div></div>`);
    const provision = new Provision(place);
    provision.set(store, undefined);
    provision.connect();
  });

  it('wakes its element when it changes, and not when something else does', async () => {
    const element = new Sliced();
    place.append(element);
    (await port.next()).answer(bootstrap());
    await settled();
    await element.updateComplete;
    expect(element.points.value).to.equal(620);
    const { renders } = element;
    const loading = store.load('activity');
    (await port.next()).answer({ items: [], next: null });
    await loading;
    await element.updateComplete;
    expect(element.renders).to.equal(renders);
    const again = store.refresh();
    const changed = bootstrap();
    changed.me!.wallets[0] = { ...changed.me!.wallets[0]!, available: 700 };
    (await port.next()).answer(changed);
    await again;
    await element.updateComplete;
    expect(element.renders).to.equal(renders + 1);
    expect(element.shadowRoot!.textContent).to.contain('700');
  });

  it('of who only looks on makes nobody ask', async () => {
    const element = new Looking();
    place.append(element);
    await settled();
    expect(port.calls).to.be.empty;
    const connecting = store.connect();
    (await port.next()).answer(bootstrap());
    await connecting;
    expect(element.who.value).to.equal('c_1001');
  });

  it('is heard no more by an element that has left', async () => {
    const element = new Sliced();
    place.append(element);
    (await port.next()).answer(bootstrap());
    await settled();
    element.remove();
    await element.updateComplete;
    const { renders } = element;
    void store.changeIdentity();
    (await port.next()).answer(bootstrap());
    await settled();
    expect(element.renders).to.equal(renders);
  });

  it('that moved in the page is the same without a new request', async () => {
    const element = new Sliced();
    place.append(element);
    (await port.next()).answer(bootstrap());
    await settled();
    const other = document.createElement('p');
    place.append(other);
    other.append(element);
    await settled();
    expect(element.points.value).to.equal(620);
    expect(port.names).to.deep.equal(['bootstrap']);
  });
});
