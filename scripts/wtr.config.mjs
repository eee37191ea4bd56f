import { readFileSync, readdirSync } from 'node:fs';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { bundledTests } from './bundle-tests.mjs';
import { CHROMIUM_SHELL } from './chromium.mjs';
import { startWebKitDriver } from './webkit-driver.mjs';

const programmes = 'demo/programmes/';
const isProgramme = (file) => /^[a-z-]+\.json$/.test(file);

/**
 * `/presets` names all programmes of the demo, so that a new file is tested on arrival; the files
 * below it are served as they are, where a module's JSON would come as JavaScript.
 */
const presets = {
  name: 'presets',
  serve({ path }) {
    const [, name, part] = /^\/presets(?:\/([a-z-]+)\/(programme|members))?$/.exec(path) ?? [];
    if (name === undefined && path !== '/presets') return undefined;
    const body =
      name === undefined
        ? JSON.stringify({
            names: readdirSync(programmes)
              .filter(isProgramme)
              .map((file) => file.slice(0, -5)),
            isWhole: process.env.MATRIX === 'whole',
          })
        : readFileSync(`${programmes}${name}${part === 'members' ? '.members' : ''}.json`, 'utf8');
    return { body, type: 'application/json' };
  },
};

const chromium = () =>
  Object.assign(
    chromeLauncher({
      concurrency: 2,
      launchOptions: {
        executablePath: CHROMIUM_SHELL,
        args: [
          '--no-sandbox',
          '--disable-dev-shm-usage',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--no-first-run',
        ],
      },
      // Without focus emulation a second tab counts as hidden and gets no animation frames.
      // In a context of its own: files that run side by side share no storage.
      createPage: async ({ browser }) => {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        const session = await page.createCDPSession();
        await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return page;
      },
    }),
    { name: 'Chromium' },
  );

const firefox = () =>
  Object.assign(
    chromeLauncher({
      concurrency: 1,
      launchOptions: {
        browser: 'firefox',
        executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
        // Cannot be told later, as Chromium can.
        extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
      },
    }),
    { name: 'Firefox' },
  );

/** One page at a time: WebKit runs several in frames, where nothing has the focus. */
const webkit = async () => {
  const { port, browser } = await startWebKitDriver();
  return Object.assign(
    webdriverLauncher({
      hostname: '127.0.0.1',
      port,
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
      },
    }),
    { name: 'WebKit', concurrency: 1 },
  );
};

const engines = { chromium, firefox, webkit };
/** BROWSERS=chromium,firefox,webkit chooses; `npm test` runs one after the other. */
const wanted = (process.env.BROWSERS ?? 'chromium').split(',');
const unknown = wanted.filter((name) => !(name in engines));
if (unknown.length > 0) {
  throw new Error(`BROWSERS=${wanted}: only ${Object.keys(engines)} are known, not ${unknown}.`);
}
const [first] = wanted;

/** COVERAGE=1: the branches of what decides on the page; what draws is held by the audits. */
const counted = process.env.COVERAGE && /\/src\/(contract|widget\/(client|store|i18n))\/.*\.ts$/;

/** What an engine does not run, and why. Everything else runs in all three. */
const exceptions = {
  firefox: {},
  webkit: {
    'test/contract/decode.test.ts':
      'thousands of documents in which a browser has no part, two fifths of a minute there',
  },
};
const left = Object.keys(exceptions[first] ?? {}).map((file) => `!${file}`);

/**
 * Unit and component tests in real browsers; the matrix of all programmes in Chromium alone.
 * `npx wtr --config scripts/wtr.config.mjs --files <glob>` runs a part.
 */
export default {
  rootDir: process.cwd(),
  files: [
    'test/contract/**/*.test.ts',
    'test/widget/**/*.test.ts',
    ...(first === 'chromium' ? ['test/presets/**/*.test.ts'] : left),
  ],
  plugins: [presets, await bundledTests(counted)],
  browsers: await Promise.all(wanted.map((name) => engines[name]())),
  concurrency: first === 'chromium' ? 2 : 1,
  concurrentBrowsers: 1,
  ...(counted && {
    coverage: true,
    coverageConfig: {
      nativeInstrumentation: false,
      include: ['src/**/*'],
      reporters: ['text'],
      threshold: { branches: 95, statements: 0, functions: 0, lines: 0 },
    },
  }),
  // WebKitGTK draws in software, which takes its time on a loaded machine; counted code is slow too.
  testFramework: { config: { timeout: first === 'webkit' || counted ? 120_000 : 20_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
};
