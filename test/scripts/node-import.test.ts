import assert from 'node:assert/strict';
import { it } from 'node:test';

it('the package can be imported where there is no page, and defines its elements for none', async () => {
  assert.equal('document' in globalThis, false);
  const { LoyaltyWidget, LoyaltyLauncher, LoyaltyRewards } =
    await import('../../src/widget/index.js');
  for (const element of [LoyaltyWidget, LoyaltyLauncher, LoyaltyRewards]) {
    assert.equal(typeof element, 'function');
  }
});
