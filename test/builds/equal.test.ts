import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hashesIn } from '../scripts/support/hashes.js';

/** `npm run check` builds first. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist/cdn');

describe('the hashes that are published', () => {
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
