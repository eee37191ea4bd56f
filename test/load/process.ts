import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';
import { SECRET, SHOP_SECRET } from '../server/support/endpoint-shop.js';
import { UNIT } from './programme.js';

const script = fileURLToPath(new URL('./serve.ts', import.meta.url));
/** How long a token of these members is good for, in seconds: longer than any run. */
const LIFETIME = 6 * 60 * 60;

/** The endpoint's process. */
export class ServerProcess {
  private constructor(
    readonly origin: string,
    private readonly child: ChildProcess,
  ) {}

  /** @param where a folder, or the address of a PostgreSQL server */
  static async start(where: string): Promise<ServerProcess> {
    const child = spawn(process.execPath, ['--import', 'tsx', script, where], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => Promise.reject(new Error('the endpoint did not start'))),
    ])) as [Buffer];
    return new ServerProcess(line.toString().trim(), child);
  }

  /** As `kill -9` does it: nothing is finished, nothing is said. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** Lets running requests finish. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const exit = once(this.child, 'exit');
    this.child.kill(signal);
    await exit;
  }

  get url(): string {
    return `${this.origin}/loyalty/v1/pk_load`;
  }

  /** Gives each member a balance; the event of a member is the same one each time. */
  async give(members: readonly string[], value: number): Promise<void> {
    for (const member of members) {
      const event = { type: 'balance.adjusted', member, unit: UNIT, value, reason: 'load' };
      const response = await fetch(`${this.url}/shop/events`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${SHOP_SECRET}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ id: `give-${member}`, ...event }),
      });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      await response.arrayBuffer();
    }
  }
}

export const membersUpTo = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `m${index}`);

export function tokenOf(member: string): Promise<string> {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: 'shop_oak', aud: 'loyalty-widget', sub: member, iat, exp: iat + LIFETIME };
  return new SignJWT({ ...claims, scope: 'read redeem' })
    .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .sign(new TextEncoder().encode(SECRET));
}
