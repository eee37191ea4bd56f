import { expect, fixture, html } from '@open-wc/testing';
import { icon } from '../../../src/widget/ui/icons.js';
import '../../../src/widget/ui/icons-more.js';

const draw = async (name: string | undefined): Promise<string | null> => {
  const place = await fixture(html`<div>${icon(name, 'gift')}</div>`);
  const late = place.querySelector('loyalty-icon');
  const path = (late?.shadowRoot ?? place).querySelector('path');
  expect(place.firstElementChild?.getAttribute('aria-hidden'), 'nothing to read out').to.equal(
    'true',
  );
  return path?.getAttribute('d') ?? null;
};

describe('an icon', () => {
  for (const name of ['gift', 'star', 'leaf', 'wheel', 'trophy']) {
    it(`“${name}” is drawn, whichever part it comes from`, async () => {
      expect(await draw(name)).to.match(/^[mM]\d/);
    });
  }

  it('that nobody named is the card’s own', async () => {
    expect(await draw(undefined)).to.equal(await draw('gift'));
  });

  for (const name of ['hologram', 'constructor', '__proto__', '']) {
    it(`“${name}”, which is not known, is a star`, async () => {
      expect(await draw(name)).to.equal(await draw('star'));
    });
  }

  it('changes with its name', () => {
    const element = document.createElement('loyalty-icon');
    const path = () => element.shadowRoot?.querySelector('path')?.getAttribute('d');
    element.setAttribute('name', 'leaf');
    const leaf = path();
    element.setAttribute('name', 'wheel');
    expect(path()).not.to.equal(leaf);
  });
});
