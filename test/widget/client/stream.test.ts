import { expect } from '@open-wc/testing';
import { Client } from '../../../src/widget/client/client.js';
import type { StreamListener } from '../../../src/widget/client/stream.js';
import { redeemResult } from '../support/documents.js';
import { failure } from '../support/fails.js';

/** A stream that says what the test lets it say. */
class FakeSource extends EventTarget {
  static opened: FakeSource[] = [];
  isClosed = false;
  readonly address: string;

  constructor(address: URL | string) {
    super();
    this.address = String(address);
    FakeSource.opened.push(this);
  }

  close(): void {
    this.isClosed = true;
  }

  say(type: string, data?: string): void {
    this.dispatchEvent(new MessageEvent(type, { data }));
  }
}

describe('the stream of what changes', () => {
  const real = globalThis.EventSource;
  let heard: string[];

  beforeEach(() => {
    FakeSource.opened = [];
    heard = [];
    globalThis.EventSource = FakeSource as unknown as typeof EventSource;
  });
  afterEach(() => (globalThis.EventSource = real));

  const client = new Client({
    endpoint: 'https://api.example/v1/pk',
    getToken: () => Promise.resolve('tok'),
    locale: () => 'en',
  });
  const listener: StreamListener = {
    onOpen: () => heard.push('open'),
    onChanges: ({ rev }) => heard.push(`changes ${rev}`),
    onNews: () => heard.push('news'),
    onEnd: () => heard.push('end'),
  };
  const listen = async () => {
    const close = await client.listen('/events?ticket=1f0c', listener);
    return { close, source: FakeSource.opened[0]! };
  };
  const { changes } = redeemResult();

  it('is opened at the endpoint, and tells what the endpoint tells', async () => {
    const { source } = await listen();
    expect(source.address).to.equal('https://api.example/events?ticket=1f0c');
    source.say('open');
    source.say('changes', JSON.stringify(changes));
    source.say('program');
    expect(heard).to.deep.equal(['open', `changes ${changes.rev}`, 'news']);
  });

  const broken = ['', '{"rev":', 'null', '[]', '{"rev":5}', '{"rev":"m9","wallets":"all"}'];
  for (const data of broken) {
    it(`shows nothing of “${data}”, and has everything asked for anew`, async () => {
      const { source } = await listen();
      source.say('changes', data);
      expect(heard).to.deep.equal(['news']);
      source.say('changes', JSON.stringify(changes));
      expect(heard, 'and goes on').to.have.length(2);
    });
  }

  for (const end of ['error', 'reset']) {
    it(`that ends by “${end}” is closed: its ticket is spent`, async () => {
      const { source } = await listen();
      source.say(end);
      expect(heard).to.deep.equal(['end']);
      expect(source.isClosed).to.be.true;
    });
  }

  it('that the page lets go of is closed, and is no failure', async () => {
    const { close, source } = await listen();
    close();
    expect(source.isClosed).to.be.true;
    expect(heard).to.be.empty;
  });

  for (const address of ['https://evil.example/events?ticket=1f0c', '//api.example:8443/events']) {
    it(`takes the member’s ticket nowhere else: ${address}`, async () => {
      const error = await failure(client.listen(address, listener));
      expect(error.code).to.equal('bad-answer');
      expect(FakeSource.opened).to.be.empty;
    });
  }

  it('passed on by another tab is read as if the endpoint had said it', async () => {
    expect(await client.readChanges(structuredClone(changes))).to.deep.equal(changes);
    expect((await failure(client.readChanges({ rev: 5 }))).code).to.equal('bad-answer');
  });
});
