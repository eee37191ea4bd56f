import { expect } from '@open-wc/testing';
import { keepClaim, keptClaim } from '../../../src/widget/store/claim-storage.js';

describe('the code of a friend’s link, until the shopper has joined', () => {
  beforeEach(() => sessionStorage.clear());

  it('is kept in this tab by the programme, and forgotten without a trace', () => {
    expect(keptClaim('oak')).to.be.undefined;
    keepClaim('oak', 'ada7');
    expect([keptClaim('oak'), keptClaim('elm')]).to.deep.equal(['ada7', undefined]);
    keepClaim('oak', undefined);
    expect(keptClaim('oak')).to.be.undefined;
    expect(sessionStorage.length).to.equal(0);
  });

  it('is not kept where the browser forbids it, and the page goes on', () => {
    const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage')!;
    const get = (): never => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    Object.defineProperty(window, 'sessionStorage', { configurable: true, get });
    try {
      keepClaim('oak', 'ada7');
      expect(keptClaim('oak')).to.be.undefined;
    } finally {
      Object.defineProperty(window, 'sessionStorage', own);
    }
    expect(keptClaim('oak')).to.be.undefined;
  });
});
