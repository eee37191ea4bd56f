import { expect } from '@open-wc/testing';
import '../../../src/widget/cards/pass-links.js';
import type { Member } from '../../../src/contract/types.js';
import { audit } from '../support/audit.js';
import { me } from '../support/documents.js';
import { shown } from '../support/place.js';
import { say } from '../support/say.js';
import { all, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

describe('the member’s card for a phone’s wallet', () => {
  const show = async (passes: Member['passes']) =>
    shown('loyalty-pass-links', { loc: await wordsIn('en'), passes });
  const links = (card: Element) =>
    all<HTMLAnchorElement>(card, 'a').map((link) => [textOf(link), link.href]);

  it('comes with the member, as the endpoint names it', async () => {
    const card = await show(me().member.passes);
    expect(links(card)).to.deep.equal([
      [say('profile.google'), 'https://pay.google.com/gp/v/save/eyJ'],
    ]);
    expect(await audit(card)).to.deep.equal([]);
  });

  it('offers each wallet that there is a pass for', async () => {
    const card = await show({ apple: '/pass.pkpass', google: 'https://pay.example/x' });
    expect(links(card).map(([words]) => words)).to.deep.equal([
      say('profile.apple'),
      say('profile.google'),
    ]);
  });

  for (const address of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', '']) {
    it(`is no link to ${address || 'nothing'}`, async () => {
      expect(links(await show({ apple: address }))).to.deep.equal([]);
    });
  }
});
