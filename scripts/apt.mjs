import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { CHROMIUM, CHROMIUM_SHELL } from './chromium.mjs';
import { run } from './steps.mjs';

/** What the tests need of the machine, by Debian package. */
const packages = [
  { name: 'chromium', isThere: () => existsSync(CHROMIUM) },
  { name: 'chromium-headless-shell', isThere: () => existsSync(CHROMIUM_SHELL) },
  {
    name: 'firefox-esr',
    isThere: () => existsSync(process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr'),
  },
  {
    name: 'webkit2gtk-driver',
    isThere: () => existsSync(process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver'),
  },
  { name: 'xvfb', isThere: () => existsSync('/usr/bin/xvfb-run') },
  { name: 'fonts-liberation', isThere: () => isInstalled('fonts-liberation') },
  { name: 'fonts-noto-core', isThere: () => isInstalled('fonts-noto-core') },
  { name: 'fonts-noto-color-emoji', isThere: () => isInstalled('fonts-noto-color-emoji') },
  { name: 'postgresql', isThere: () => existsSync('/usr/lib/postgresql') },
];

const isInstalled = (name) =>
  spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], { encoding: 'utf8' }).stdout ===
  'installed';

/** Installs what is missing, on Debian as root; elsewhere it says what to install. */
export async function installFromDebian() {
  const missing = packages.filter(({ isThere }) => !isThere()).map(({ name }) => name);
  if (missing.length === 0) return;
  const canInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!canInstall) {
    throw new Error(
      `The tests need ${missing.join(', ')}. Install them (on Debian: sudo apt-get install ${missing.join(' ')}), ` +
        'or set CHROMIUM_PATH to a Chromium of yours, and run npm test again.',
    );
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], env);
  const flags = [
    '-o',
    'DPkg::Lock::Timeout=600',
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
  ];
  await run('apt-get', [...flags, ...missing], env);
}
