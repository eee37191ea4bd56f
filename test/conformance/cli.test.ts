import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checks, topics } from '../../src/conformance/checks/index.js';
import { readOptions } from '../../src/conformance/options.js';
import { serve, type NodeServer } from '../../src/server/node.js';
import { memoryStore } from '../../src/server/stores/index.js';
import { SECRET, SHOP } from '../server/support/endpoint-shop.js';
import { openEndpoint } from './stage.js';

/** The command as a developer of an endpoint runs it: a process of its own, tokens from a script. */

const root = fileURLToPath(new URL('../..', import.meta.url));

const ADDRESS = 'https://shop.example/loyalty/v1/pk_test';

/** What a shop in any language would write, with nothing but its platform's own HMAC. */
const TOKEN_SCRIPT = `
import { createHmac } from 'node:crypto';
const e = process.env;
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = { iss: 'shop_oak', sub: e.LOYALTY_MEMBER, aud: e.LOYALTY_AUDIENCE,
  iat: Number(e.LOYALTY_ISSUED_AT), exp: Number(e.LOYALTY_EXPIRES_AT), scope: e.LOYALTY_SCOPE };
const signed = part({ alg: 'HS256', kid: 'k1' }) + '.' + part(claims);
console.log(signed + '.' + createHmac('sha256', e.SECRET).update(signed).digest('base64url'));
`;

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const run = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const command = ['--import', 'tsx', 'src/conformance/cli.ts', ...args];
    const env = { ...process.env, SECRET };
    execFile(process.execPath, command, { cwd: root, env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });

describe('loyalty-conformance', () => {
  let folder: string;
  let server: NodeServer;
  let url: string;
  let command: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conformance-'));
    await writeFile(join(folder, 'token.mjs'), TOKEN_SCRIPT);
    command = `"${process.execPath}" "${join(folder, 'token.mjs')}"`;
    server = await serve(await openEndpoint(memoryStore()));
    url = `${server.origin}/loyalty/v1/pk_oak`;
  });
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('says line by line what holds, and writes it down', async () => {
    const file = join(folder, 'report.json');
    const { code, out, err } = await run(
      ...[url, '--token-cmd', command, '--origin', SHOP, '--report', file],
    );
    assert.deepEqual([code, err], [0, '']);
    for (const { id, must } of checks) assert.ok(out.includes(`ok   ${id}`), `${id}: ${must}`);
    assert.match(out, new RegExp(`keeps the contract: ${checks.length} passed, 0 failed\\.`));
    const report = JSON.parse(await readFile(file, 'utf8')) as { failed: number; checks: object[] };
    assert.deepEqual([report.failed, report.checks.length], [0, checks.length]);
    assert.ok(!JSON.stringify(report).includes('eyJ'), 'no token in it');
  });

  it('fails with what was seen and what to do', async () => {
    const other = ['--origin', 'https://not-on-the-list.example', '--only', 'cors-answers'];
    const { code, out } = await run(url, '--token-cmd', command, ...other);
    assert.equal(code, 1);
    assert.match(out, /FAIL cors-answers/);
    assert.match(out, /answered 403 and allows nothing/);
    assert.match(out, /→ Put the CORS headers on every answer/);
  });

  it('does not count what it cannot ask', async () => {
    const always = `"${process.execPath}" -e "" && LOYALTY_AUDIENCE=loyalty-widget ${command}`;
    const { code, out } = await run(
      ...[url, '--token-cmd', always, '--origin', SHOP, '--only', 'token-audience'],
    );
    assert.equal(code, 0);
    assert.match(out, /n\/a {2}token-audience[^]*does not put LOYALTY_AUDIENCE into the token/);
    assert.match(out, /0 passed, 0 failed, 1 could not be asked/);
  });

  const wrong: Readonly<Record<string, readonly [args: string[], says: RegExp]>> = {
    'no address': [['--token-cmd', 'x'], /address of the endpoint is missing/],
    'half an address': [['shop.example', '--token-cmd', 'x'], /is no address/],
    'two addresses': [[ADDRESS, ADDRESS, '--token-cmd', 'x'], /One endpoint at a time/],
    'no token command': [[ADDRESS], /--token-cmd is missing/],
    'an unknown check': [
      [ADDRESS, '--token-cmd', 'x', '--only', 'nothing'],
      /there is no check "nothing"/,
    ],
    'an unknown option': [[ADDRESS, '--tokencmd', 'x'], /--tokencmd/],
    'one member twice': [
      [ADDRESS, '--token-cmd', 'x', '--other', 'conformance-1'],
      /must be two members/,
    ],
    'a time that is none': [
      [ADDRESS, '--token-cmd', 'x', '--timeout', 'soon'],
      /"soon" is no number of seconds/,
    ],
  };
  for (const [what, [args, says]] of Object.entries(wrong)) {
    it(`tells the remedy for ${what}`, () => {
      assert.throws(() => readOptions(args), { name: 'UsageError', message: says });
    });
  }

  it('ends with 2 when it cannot be used, or the endpoint cannot be asked', async () => {
    const ends = await Promise.all([
      run(url),
      run('http://127.0.0.1:9/v1', '--token-cmd', command),
      run(url, '--token-cmd', 'true'),
    ]);
    assert.deepEqual(
      ends.map(({ code }) => code),
      [2, 2, 2],
    );
    assert.match(ends[0].err, /--token-cmd is missing[^]*loyalty-conformance <endpoint>/);
    assert.match(ends[1].err, /could not be asked/);
    assert.match(ends[2].err, /must print one token and nothing else/);
  });

  it('names every check, and every option', async () => {
    const [list, help] = await Promise.all([run('--list'), run('--help')]);
    assert.deepEqual([list.code, help.code], [0, 0]);
    for (const { id } of checks) assert.ok(list.out.includes(id), id);
    assert.match(help.out, /--token-cmd/);
  });

  it('is described check by check', async () => {
    const docs = await readFile(join(root, 'docs/conformance.md'), 'utf8');
    const rows = topics.flatMap(({ title, checks: all }) => [
      `**${title}**`,
      '',
      '| check | what must hold | contract |',
      '|---|---|---|',
      ...all.map(({ id, section, must }) => `| \`${id}\` | ${must} | ${section} |`),
      '',
    ]);
    const said = docs.split('<!-- checks -->\n')[1]?.split('<!-- /checks -->')[0]?.trim();
    assert.equal(said, rows.join('\n').trim());
  });
});
