import { Provision } from '../../../src/widget/context/store-context.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import '../../../src/widget/shell/panel.js';
import type { LoyaltyPanel } from '../../../src/widget/shell/panel.js';
import { Store } from '../../../src/widget/store/store.js';
import { bootstrap } from './documents.js';
import { FakePort } from './fake-port.js';
import { place, rendered } from './place.js';

export interface OpenedPanel {
  readonly panel: LoyaltyPanel;
  readonly store: Store;
  readonly port: FakePort;
}

/** A panel that stands open and has its first document. */
export async function openedPanel(words: Localizer): Promise<OpenedPanel> {
  const host = await place();
  const port = new FakePort();
  const store = new Store({ port, scope: 'panel' });
  const provision = new Provision(host);
  provision.set(store, words);
  provision.connect();
  void store.connect();
  (await port.next()).answer(bootstrap());
  const panel = document.createElement('loyalty-panel');
  host.append(panel);
  await panel.show();
  await rendered(panel);
  return { panel, store, port };
}
