import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checks } from '../../src/conformance/checks/index.js';
import { conformance } from '../../src/conformance/run.js';
import { memoryStore } from '../../src/server/stores/index.js';
import { openEndpoint, targetOf, URL_OF_ENDPOINT } from './stage.js';
import { wrongEndpoints } from './wrong/index.js';

describe('an endpoint that', () => {
  for (const { is, caughtBy, after = [], make } of wrongEndpoints) {
    it(`${is} is caught by "${caughtBy}"`, async () => {
      const endpoint = await openEndpoint(memoryStore());
      const serve = make((request) => endpoint.fetch(request));
      const call = (url: string | URL | Request, init?: RequestInit) =>
        serve(new Request(url, init));
      const results = await conformance(targetOf(URL_OF_ENDPOINT, call), {
        only: [...after, caughtBy],
      });
      const result = results.find(({ check }) => check.id === caughtBy);
      assert.equal(result?.verdict, 'failed', result?.because);
      assert.doesNotMatch(result.because, /^no answer/, 'it says what was seen');
    });
  }

  it('is wrong in any way that a check knows stands in this table', () => {
    const caught = new Set(wrongEndpoints.map(({ caughtBy }) => caughtBy));
    assert.deepEqual(
      checks.map(({ id }) => id).filter((id) => !caught.has(id)),
      [],
    );
  });
});
