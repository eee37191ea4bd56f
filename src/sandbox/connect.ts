import type { OnDropped } from '../contract/decode.js';
import { Client } from '../widget/client/client.js';
import { LoyaltyError } from '../widget/client/errors.js';
import type { Port } from '../widget/client/port.js';
import { setupAt, type SandboxSetup } from './files.js';
import { createSandbox } from './sandbox.js';

/** What the widget asks of a sandbox. */
export interface SandboxWish {
  /** `sandbox:oak?member=top`, or `sandbox:` with an address; not used with `setup`. */
  readonly endpoint: string | null;
  /** A programme that the page hands over. */
  readonly setup: SandboxSetup | undefined;
  readonly locale: () => string;
  readonly onDropped: OnDropped;
}

/**
 * The widget's port to a server of its own inside the page: the same client, the same routes, and no
 * network. All of it is gone with the page.
 * @throws LoyaltyError `bad-config` with a sentence that names what is wrong
 */
export async function connect({ endpoint, setup, locale, onDropped }: SandboxWish): Promise<Port> {
  try {
    const sandbox = await createSandbox(setup ?? (await setupAt(endpoint ?? '')));
    const { address, getToken, fetch } = sandbox;
    return new Client({ endpoint: address, getToken, locale, onDropped, fetch });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LoyaltyError('bad-config', `The sandbox cannot start. ${why}`);
  }
}
