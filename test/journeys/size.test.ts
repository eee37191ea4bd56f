import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { changePages } from './support/answers.js';
import { Panel } from './support/panel.js';
import { newMember } from './support/shop.js';
import { expect, signIn, test } from './support/test.js';

interface Sizes {
  untilOpen: { files: string[] };
  following: { files: string[] };
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const measured = (): Sizes =>
  JSON.parse(
    spawnSync(process.execPath, ['scripts/size.mjs', '--json'], { cwd: root, encoding: 'utf8' })
      .stdout,
  ) as Sizes;

/** The same chunk of another build, or of another language. */
const unhashed = (path: string): string => path.replace(/-[\w-]{7}\.js$/, '');

/** How one kind of challenge is drawn: which one it is says the programme, and where its member stands. */
const DRAWING = /^chunks\/(track-\w+|calendar-button)$/;

test('until the panel stands open, exactly the files are fetched that `npm run size` counts', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const [, file] = /\/loyalty\/(.+\.js)$/.exec(new URL(request.url()).pathname) ?? [];
    if (file) fetched.push(file);
  });
  // The panel alone: this shop's own blocks and reminders are fetched for the page, not by opening.
  await changePages(page, '/', (html) =>
    html.replaceAll(/<loyalty-[\w-]+[^>]*><\/loyalty-[\w-]+>/g, '').replace('data-nudges=""', ''),
  );
  // Nobody else's orders may complete what this member's first section shows.
  await signIn(page, await newMember(500));
  await page.goto('/');
  const panel = new Panel(page);
  await panel.launcher.click();
  await expect(panel.balance).toContainText('Blätter');
  await expect(panel.dialog.locator('[part~=track]').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const { untilOpen, following } = measured();
  const counted = [...untilOpen.files, ...following.files];
  const shared = fetched.map(unhashed).filter((file) => !DRAWING.test(file));
  expect(shared.sort()).toEqual(counted.map(unhashed).sort());
});
