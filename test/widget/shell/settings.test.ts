import { expect, fixture } from '@open-wc/testing';
import { viewNames } from '../../../src/widget/shell/known-words.js';
import { views } from '../../../src/widget/shell/views.js';
import '../../../src/widget/shell/widget.js';
import { FakeEndpoint, hearWarnings } from '../support/fake-endpoint.js';
import { restoreFetch } from '../support/fake-fetch.js';
import { maybe } from '../support/shown.js';

const ENDPOINT = 'https://api.example/v1/pk';

describe('what a merchant sets', () => {
  let warnings: ReturnType<typeof hearWarnings>;
  beforeEach(() => {
    new FakeEndpoint();
    warnings = hearWarnings();
  });
  afterEach(() => {
    restoreFetch();
    warnings.restore();
  });

  const misspelt: Record<string, [value: string, words: RegExp]> = {
    'color-scheme': ['drak', /color-scheme="drak" is not known. Write light or dark or auto\./],
    launcher: ['hidden', /launcher="hidden" is not known. Write none\./],
    nudges: ['loud', /nudges="loud" is not known. Write quiet\./],
    position: ['left', /position="left" is not known. Write bottom-right or bottom-left\./],
    views: ['home, reward', /views="reward" is not known. Write home or rewards or /],
  };
  for (const [name, [value, words]] of Object.entries(misspelt)) {
    it(`tells once that ${name}="${value}" is not known, and works on without it`, async () => {
      const widget = document.createElement('loyalty-widget');
      widget.endpoint = ENDPOINT;
      widget.setAttribute(name, value);
      const codes: string[] = [];
      widget.addEventListener('loyalty-error', ({ detail }) => codes.push(detail.code));
      await fixture(widget);
      await widget.updateComplete;
      expect(warnings.heard).to.have.length(1);
      expect(warnings.heard[0])
        .to.match(words)
        .and.to.match(/^<loyalty-widget> settings: /);
      expect(codes).to.deep.equal(['bad-config']);
      await widget.open();
      expect(maybe(widget, 'loyalty-panel'), 'the panel opens').to.exist;
    });
  }

  it('has nothing to say about settings that are right, or left empty', async () => {
    const right = {
      'color-scheme': 'auto',
      nudges: '',
      position: 'bottom-left',
      views: 'earn,home',
    };
    const widget = document.createElement('loyalty-widget');
    widget.endpoint = ENDPOINT;
    for (const [name, value] of Object.entries(right)) widget.setAttribute(name, value);
    await fixture(widget);
    await widget.updateComplete;
    expect(warnings.heard).to.deep.equal([]);
  });

  it('can name every section', () => {
    expect(Object.keys(views)).to.deep.equal([...viewNames]);
  });
});
