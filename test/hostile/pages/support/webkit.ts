import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { Engine, Tab } from './tab.js';

const DRIVER = process.env['WEBKIT_DRIVER'] ?? '/usr/bin/WebKitWebDriver';
const BROWSER =
  process.env['WEBKIT_PATH'] ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** A session of the WebDriver protocol, without a library: five commands are all that is needed. */
class Session implements Tab {
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  async #call(method: string, path: string, body?: object): Promise<unknown> {
    return command(method, `${this.#base}${path}`, body);
  }

  async open(url: string): Promise<void> {
    await this.#call('POST', '/url', { url });
  }

  async back(): Promise<void> {
    await this.#call('POST', '/back', {});
  }

  async read(expression: string): Promise<string> {
    return String(
      await this.#call('POST', '/execute/sync', { script: `return ${expression}`, args: [] }),
    );
  }

  async press(x: number, y: number): Promise<void> {
    const move = { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) };
    const actions = [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.#call('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  async close(): Promise<void> {
    await this.#call('DELETE', '');
  }
}

async function command(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`WebKit: ${JSON.stringify(value)}`);
  return value;
}

/** WebKitGTK's MiniBrowser; a tab is a session, because the driver has one at a time. */
export async function openWebKit(): Promise<Engine> {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', DRIVER, `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    env: {
      ...process.env,
      LANGUAGE: 'en_IE',
      GTK_A11Y: 'none',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const base = `http://127.0.0.1:${port}`;
  await ready(base, driver);
  return {
    name: 'WebKit',
    async newTab() {
      const capabilities = {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: BROWSER, args: ['--automation'] },
        },
      };
      const made = (await command('POST', `${base}/session`, { capabilities })) as {
        sessionId: string;
      };
      return new Session(`${base}/session/${made.sessionId}`);
    },
    close() {
      // Driver, display and browser are one group that was started here.
      if (driver.pid) process.kill(-driver.pid);
      return Promise.resolve();
    },
  };
}

async function ready(base: string, driver: ChildProcess): Promise<void> {
  for (let round = 0; round < 150; round++) {
    if (driver.exitCode !== null) throw new Error(`${DRIVER} ended with ${driver.exitCode}`);
    const answer = await fetch(`${base}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${DRIVER} does not answer`);
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
