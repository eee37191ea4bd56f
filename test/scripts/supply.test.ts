import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

/** What a shop that checks what it hosts can rely on. `npm run build` comes first. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist/cdn');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = <T>(path: string): T => JSON.parse(read(path)) as T;

const filesIn = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(js|json)$/.test(path) && path !== 'integrity.json')
    .sort();
const hash = (path: string): string =>
  `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;
const hashesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(filesIn(folder).map((path) => [path, hash(join(folder, path))]));

describe('the hashes that are published', () => {
  it('are those of every file', () => {
    assert.deepEqual(json('dist/cdn/integrity.json'), hashesIn(built));
  });

  it('stand in the snippet for everything that a page imports', () => {
    const snippet = read('dist/cdn/snippet.html');
    for (const [path, value] of Object.entries(hashesIn(built))) {
      if (!path.endsWith('.js')) continue;
      assert.ok(snippet.includes(value), `${path} is not in snippet.html`);
    }
  });

  it('are the same for a build in another folder', () => {
    const copy = mkdtempSync(join(tmpdir(), 'built-elsewhere-'));
    try {
      const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
      for (const path of tracked
        .split('\0')
        .filter((name) => /^(src|scripts|demo\/programmes|[^/]+$)/.test(name))) {
        cpSync(join(root, path), join(copy, path));
      }
      symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
      for (const config of ['vite.config.ts', 'scripts/single.config.ts']) {
        const flags = ['build', '--config', config, '--logLevel', 'error'];
        execFileSync('node_modules/.bin/vite', flags, { cwd: copy });
      }
      assert.deepEqual(hashesIn(join(copy, 'dist/cdn')), hashesIn(built));
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});

describe('the bill of materials', () => {
  interface Bill {
    serialNumber: string;
    components: { name: string; version: string; licenses: { license: { id: string } }[] }[];
  }
  const { components, serialNumber } = json<Bill>('dist/sbom.json');

  it('names everything that the package asks for', () => {
    const { dependencies } = json<{ dependencies: Record<string, string> }>('package.json');
    const named = components.map(({ name }) => name);
    assert.deepEqual(
      Object.keys(dependencies).filter((name) => !named.includes(name)),
      [],
    );
    assert.match(serialNumber, /^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  });

  /** What a shop may ship without asking anybody; MPL-2.0 binds changes to the file itself. */
  const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0']);
  for (const { name, version, licenses } of components) {
    it(`has a licence for ${name} ${version} that a shop can live with`, () => {
      for (const { license } of licenses) assert.ok(allowed.has(license.id), license.id);
    });
  }
});
