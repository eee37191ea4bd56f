import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LIBRARIES = '/usr/lib/x86_64-linux-gnu';
const PATIENCE_MS = 10_000;

/** MiniBrowser of WebKitGTK, whatever its version. @throws where there is none */
function miniBrowser() {
  const folders = existsSync(LIBRARIES) ? readdirSync(LIBRARIES) : [];
  const found = folders
    .filter((name) => name.startsWith('webkit2gtk-4'))
    .map((name) => `${LIBRARIES}/${name}/MiniBrowser`)
    .find((path) => existsSync(path));
  const path = process.env.MINIBROWSER_PATH ?? found;
  if (path) return path;
  throw new Error('No MiniBrowser: install webkit2gtk-driver, or set MINIBROWSER_PATH.');
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

/** Settings under which WebKitGTK asks pages for less motion: no command tells it later. */
function calmSettings() {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  return folder;
}

/**
 * Starts WebKitGTK's driver; it ends with this process. It needs a display: `xvfb-run -a`.
 * @returns its port, and the browser that it drives
 */
export async function startWebKitDriver() {
  const browser = miniBrowser();
  const port = await freePort();
  const settings = calmSettings();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, XDG_CONFIG_HOME: settings },
  });
  process.once('exit', () => {
    driver.kill();
    rmSync(settings, { recursive: true, force: true });
  });
  const end = Date.now() + PATIENCE_MS;
  while (!(await answers(port))) {
    if (Date.now() > end) throw new Error('WebKitWebDriver did not start.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { port, browser };
}
