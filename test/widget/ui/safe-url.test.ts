import { expect } from '@open-wc/testing';
import { safeUrl } from '../../../src/widget/ui/safe-url.js';

const PAGE = 'https://shop.example/products/mug?x=1#top';

describe('an address from data', () => {
  const links: [written: string, address: string, page?: string][] = [
    ['https://other.example/a?b#c', 'https://other.example/a?b#c'],
    ['HTTPS://Other.example/a', 'https://other.example/a'],
    ['/terms', 'https://shop.example/terms'],
    ['/', 'https://shop.example/'],
    ['?page=2', 'https://shop.example/products/mug?page=2'],
    ['#rewards', 'https://shop.example/products/mug?x=1#rewards'],
    ['/a//b', 'https://shop.example/a//b'],
    ['http://dev.local/terms', 'http://dev.local/terms', 'http://dev.local/'],
    ['/terms', 'http://dev.local/terms', 'http://dev.local/'],
  ];
  for (const [written, address, page = PAGE] of links) {
    it(`${written} on ${new URL(page).origin} leads to ${address}`, () => {
      expect(safeUrl(written, page)).to.equal(address);
    });
  }

  const never: (string | null | undefined)[] = [
    ...[null, undefined, '', ' ', 'terms', './terms', '../terms', 'shop.example/terms'],
    ...[
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
    ],
    ...['\u0001javascript:alert(1)', 'javascript://shop.example/%0aalert(1)', 'vbscript:x'],
    ...['data:text/html,<script>alert(1)</script>', 'blob:https://shop.example/1', 'file:///etc/x'],
    ...[
      '//evil.example',
      '///evil.example',
      '\\\\evil.example',
      '/\\evil.example',
      '\\/evil.example',
    ],
    ...['https:evil.example', 'https:/evil.example', 'https:\\\\evil.example', 'https://'],
    ...['http://shop.example/terms', 'http://evil.example', 'ftp://shop.example/x', 'mailto:a@b.c'],
    ...['https://user@shop.example/', 'https://user:secret@shop.example/', 'https://:p@x.example/'],
    ...['https://[::1', 'about:blank', 'intent://x#Intent;end'],
  ];
  for (const written of never) {
    it(`${JSON.stringify(written) ?? 'nothing'} leads nowhere`, () => {
      expect(safeUrl(written, PAGE)).to.be.undefined;
    });
  }

  // Where there is a page: the other tests run on Node too.
  const inPage = typeof document === 'undefined' ? () => undefined : it;
  inPage('is not bent by a base element in the page', () => {
    const base = document.createElement('base');
    base.href = 'https://evil.example/x/';
    document.head.append(base);
    try {
      expect(safeUrl('/terms')).to.equal(`${location.origin}/terms`);
      expect(safeUrl('#top')).to.equal(`${location.href.replace(/#.*/, '')}#top`);
    } finally {
      base.remove();
    }
  });
});
