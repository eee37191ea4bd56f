import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hashesIn } from './support/hashes.js';

/** What a shop that checks what it hosts can rely on. `npm run build` comes first. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist/cdn');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = <T>(path: string): T => JSON.parse(read(path)) as T;

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
