import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Hono } from 'hono';
import { widgetFiles } from '../../demo/statics.js';

test('the widget is served as a CDN would, and nothing beside it', async (t) => {
  const parent = await mkdtemp(join(tmpdir(), 'oak-'));
  const folder = await mkdtemp(join(parent, 'cdn-'));
  t.after(() => rm(parent, { recursive: true }));
  for (const name of ['loyalty.js', 'tier-Bx3k9_a.js', 'loyalty-rewards.js']) {
    await writeFile(join(folder, name), 'export {};');
  }
  await writeFile(join(parent, 'secret'), 'no');

  const app = new Hono();
  app.use('/loyalty/*', widgetFiles(folder));
  const cacheOf = async (name: string): Promise<string | null> => {
    const response = await app.request(`/loyalty/${name}`);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.match(response.headers.get('content-type') ?? '', /^text\/javascript/);
    return response.headers.get('cache-control');
  };
  assert.equal(await cacheOf('loyalty.js'), 'public, no-cache');
  assert.equal(await cacheOf('loyalty-rewards.js'), 'public, no-cache');
  assert.equal(await cacheOf('tier-Bx3k9_a.js'), 'public, max-age=31536000, immutable');
  for (const path of ['../secret', '%2e%2e/secret', '..%2fsecret', 'none.js']) {
    assert.equal((await app.request(`/loyalty/${path}`)).status, 404);
  }
});
