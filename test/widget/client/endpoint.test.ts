import { expect } from '@open-wc/testing';
import { endpointUrl } from '../../../src/widget/client/endpoint.js';
import { thrown } from '../support/fails.js';

const PAGE = 'https://shop.example/products/mug?x=1#top';

describe('the endpoint that a merchant wrote', () => {
  const good: [written: string, page: string, address: string][] = [
    ['https://api.example/v1/pk_demo', PAGE, 'https://api.example/v1/pk_demo'],
    ['https://api.example/v1/pk_demo/', PAGE, 'https://api.example/v1/pk_demo'],
    ['https://api.example/v1//', PAGE, 'https://api.example/v1'],
    ['https://api.example/v1?', PAGE, 'https://api.example/v1'],
    ['https://api.example/v1#', PAGE, 'https://api.example/v1'],
    ['  https://api.example/v1  ', PAGE, 'https://api.example/v1'],
    ['/loyalty/v1/pk', PAGE, 'https://shop.example/loyalty/v1/pk'],
    ['//api.example/v1', PAGE, 'https://api.example/v1'],
    ['http://localhost:8787/v1', PAGE, 'http://localhost:8787/v1'],
    ['http://127.0.0.1:8787/v1', PAGE, 'http://127.0.0.1:8787/v1'],
    ['http://[::1]:8787/v1', PAGE, 'http://[::1]:8787/v1'],
    ['/v1', 'http://dev.local:3000/shop/', 'http://dev.local:3000/v1'],
  ];
  for (const [written, page, address] of good) {
    it(`"${written}" on ${new URL(page).origin} is ${address}`, () => {
      expect(endpointUrl(written, page)).to.equal(address);
    });
  }

  const bad: (string | null | undefined)[] = [
    null,
    undefined,
    '',
    '   ',
    'http://api.example/v1',
    'http://localhost.evil.example/v1',
    'http://127.0.0.1.evil.example/v1',
    'javascript:alert(1)',
    'data:application/json,{}',
    'ftp://api.example/v1',
    'https://user:secret@api.example/v1',
    'https://user@api.example/v1',
    'https://api.example/v1?key=pk',
    'https://api.example/v1#pk',
    'https://',
    'http://shop.example/v1',
  ];
  for (const written of bad) {
    it(`${JSON.stringify(written) ?? 'nothing'} is refused with a sentence that says what to write`, () => {
      const error = thrown(() => endpointUrl(written, PAGE));
      expect(error.code).to.equal('bad-config');
      expect(error.message).to.contain('Set endpoint="https://');
    });
  }

  it('is not led astray by a base element in the page', () => {
    const base = document.createElement('base');
    base.href = 'https://evil.example/';
    document.head.append(base);
    try {
      expect(endpointUrl('/v1/pk', PAGE)).to.equal('https://shop.example/v1/pk');
    } finally {
      base.remove();
    }
  });
});
