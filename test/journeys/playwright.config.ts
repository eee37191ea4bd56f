import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import type { Options } from './support/test.js';
import { notBare, notInFirefox } from './support/exceptions.js';
import { CHROMIUM_SHELL } from '../../scripts/chromium.mjs';

/** Journeys of shoppers through the demo shop, in a real browser against a real server and database. */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Another port for a second run beside the first: JOURNEYS_PORT. */
const port = process.env['JOURNEYS_PORT'] ?? '4180';
const origin = `http://127.0.0.1:${port}`;

/** Workers read this file too; they share the folder of the process that started them. */
async function dataFolder(): Promise<string> {
  const { JOURNEYS_DATA } = process.env;
  if (JOURNEYS_DATA) return JOURNEYS_DATA;
  const { embeddedFolder } = await import('../server/support/embedded-folder.js');
  const { dir } = await embeddedFolder();
  process.env['JOURNEYS_DATA'] = dir;
  process.once('exit', () => rmSync(dirname(dir), { recursive: true, force: true }));
  return dir;
}

const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: {
    executablePath: CHROMIUM_SHELL,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};

const firefox = {
  // On a loaded machine it takes twice as long as Chromium.
  timeout: 60_000,
  grepInvert: notInFirefox.map(([journeys]) => journeys),
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    viewport: { width: 1280, height: 720 },
    launchOptions: {
      executablePath: join(root, 'scripts/firefox-bidi.mjs'),
      // Cannot be told later, as Chromium can.
      firefoxUserPrefs: { 'ui.prefersReducedMotion': 1 },
    },
  },
} as const;

export default defineConfig<Options>({
  testDir: '.',
  outputDir: join(root, 'test-results'),
  timeout: 30_000,
  workers: 1,
  // One second chance on a loaded machine; what fails twice is broken.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: !!process.env['CI'],
  reporter: 'line',
  use: {
    baseURL: origin,
    locale: 'de-AT',
    timezoneId: 'Europe/Vienna',
    // A trace costs a third of the time: it is made when a journey is tried again.
    trace: 'on-first-retry',
  },
  projects: [
    { name: 'chromium', use: chromium },
    // The same browser without what some shoppers' browsers lack: support/bare.ts.
    {
      name: 'bare',
      use: { ...chromium, isBare: true },
      grepInvert: notBare.map(([journeys]) => journeys),
    },
    { name: 'firefox', ...firefox },
    { name: 'firefox-core', ...firefox, grep: /@core/ },
  ],
  webServer: {
    command: 'npx --no-install tsx demo/server.ts',
    cwd: root,
    url: `${origin}/`,
    env: { PORT: port, DATA_DIR: await dataFolder() },
    // All programmes are built with their pasts first; a loaded machine takes its time.
    timeout: 180_000,
  },
});
