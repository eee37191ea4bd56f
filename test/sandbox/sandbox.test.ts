import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Bootstrap, Outcome } from '../../src/contract/types.js';
import { createSandbox, type Sandbox, type SandboxSetup } from '../../src/sandbox/index.js';

/** The server inside the page, asked as the widget's client asks it. */

const file = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../demo/programmes/${name}`, import.meta.url), 'utf8'));

const setup = (member?: string): SandboxSetup => ({
  programme: file('oak.json'),
  past: file('oak.members.json'),
  ...(member === undefined ? {} : { member }),
});

async function ask<Body>(
  { address, fetch, getToken }: Sandbox,
  path: string,
  key?: string,
): Promise<{ status: number; body: Body; isReplayed: boolean }> {
  const token = await getToken();
  const response = await fetch(`${address}${path}`, {
    method: key ? 'POST' : 'GET',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key && { 'idempotency-key': `"${key}"`, 'content-type': 'application/json' }),
    },
    ...(key && { body: '{}' }),
  });
  const isReplayed = response.headers.has('idempotency-replayed');
  return { status: response.status, body: (await response.json()) as Body, isReplayed };
}

const pointsOf = ({ me }: Bootstrap): number | undefined =>
  me?.wallets.find(({ unit }) => unit === 'pts')?.available;

describe('a sandbox', () => {
  it('shows a guest the programme and nobody', async () => {
    const { body } = await ask<Bootstrap>(await createSandbox(setup()), '/bootstrap?locale=de');
    assert.equal(body.program?.name, 'Oak Club');
    assert.equal(body.me, null);
  });

  it('has lived its members’ past through', async () => {
    const { body } = await ask<Bootstrap>(
      await createSandbox(setup('near')),
      '/bootstrap?locale=de',
    );
    assert.ok((pointsOf(body) ?? 0) > 100);
    assert.ok((body.me?.activity.length ?? 0) > 3);
  });

  it('finds a member by the state they show, and lets somebody new join', async () => {
    const near = await ask<Bootstrap>(await createSandbox(setup('middle')), '/bootstrap?locale=de');
    assert.notEqual(near.body.me, null);
    const ida = await ask<Bootstrap>(await createSandbox(setup('Ida')), '/bootstrap?locale=de');
    assert.equal(ida.body.me?.member.name, 'Ida');
    assert.equal(ida.body.me?.member.state, 'member');
  });

  it('redeems once for one key, as any server does', async () => {
    const sandbox = await createSandbox(setup('near'));
    const before = pointsOf((await ask<Bootstrap>(sandbox, '/bootstrap?locale=de')).body) ?? 0;
    const key = '0123456789abcdef0123';
    const first = await ask<Outcome>(sandbox, '/rewards/off5/redeem', key);
    const second = await ask<Outcome>(sandbox, '/rewards/off5/redeem', key);
    assert.equal(first.status, 200);
    assert.equal(second.isReplayed, true);
    assert.equal(second.body.voucher?.code, first.body.voucher?.code);
    const after = pointsOf((await ask<Bootstrap>(sandbox, '/bootstrap?locale=de')).body);
    assert.equal(after, before - 500);
  });

  it('hears of the shop’s events', async () => {
    const sandbox = await createSandbox(setup('near'));
    const before = pointsOf((await ask<Bootstrap>(sandbox, '/bootstrap?locale=de')).body) ?? 0;
    await sandbox.tell({
      id: 'gift-1',
      type: 'balance.adjusted',
      at: new Date().toISOString(),
      member: 'c_near',
      unit: 'pts',
      value: 30,
      reason: 'Test',
    });
    const { body } = await ask<Bootstrap>(sandbox, '/bootstrap?locale=de');
    assert.equal(pointsOf(body), before + 30);
  });

  it('refuses a programme with a mistake, and names the place', async () => {
    const programme = { ...(file('oak.json') as object), units: 'none' };
    await assert.rejects(createSandbox({ programme, name: 'my.json' }), /my\.json.*units/s);
  });
});
