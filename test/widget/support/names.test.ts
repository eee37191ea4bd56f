import { expect } from '@open-wc/testing';
import { misnamed } from './names.js';
import { place } from './place.js';

/** A shadow tree with this in it, and something outside that it cannot point to. */
async function tree(markup: string): Promise<HTMLElement> {
  const element = await place();
  element.innerHTML = '<p id="outside">Outside</p><div></div>';
  const host = element.querySelector('div')!;
  host.attachShadow({ mode: 'open' }).innerHTML = markup;
  host.append('A name from the page');
  return element;
}

const bar = (more: string) => `<span role="progressbar" aria-valuenow="5" ${more}></span>`;

const wrong: [what: string, markup: string][] = [
  ['aria-labelledby “outside” is nowhere', '<section aria-labelledby="outside"></section>'],
  ['aria-describedby “b” is nowhere', '<p id="a">Why</p><i aria-describedby="a b"></i>'],
  ['aria-controls “outside” is nowhere', '<button aria-controls="outside">Show</button>'],
  ['for “outside” is nowhere', '<label for="outside">Amount</label>'],
  ['progress without words', bar('aria-label="To Gold" aria-valuetext="5 %"')],
  ['progress without words', bar('aria-label="To Gold"')],
  ['progress without a name', bar('aria-valuetext="5 of 8 stamps"')],
  ['a picture that is neither hidden nor named', '<svg></svg>'],
  ['a picture that is neither hidden nor named', '<svg role="img"></svg>'],
  ['a picture that is neither hidden nor named', '<img src="data:,">'],
  ['a control without a name', '<button><svg aria-hidden="true"></svg></button>'],
  ['a control without a name', '<input>'],
  [
    'reads “Redeem now”, but is called “Take it”',
    '<button aria-label="Take it">Redeem now</button>',
  ],
  ['reads “Terms”, but is called “Rules”', '<a href="#" aria-label="Rules">Terms</a>'],
  [
    'reads “Points”, but is called “How many”',
    '<label>Points <input aria-label="How many"></label>',
  ],
  [
    'reads “A name from the page”, but is called “Else”',
    '<button aria-label="Else"><slot></slot></button>',
  ],
];

const right: [what: string, markup: string][] = [
  ['a label of its own tree', '<p id="a">Gifts</p><section aria-labelledby="a"></section>'],
  ['progress in words', bar('aria-label="To Gold" aria-valuetext="5 of 8 stamps"')],
  ['a hidden picture', '<span aria-hidden="true"><svg><g></g></svg></span>'],
  ['a named picture', '<svg role="img" aria-label="A code"><text>7</text></svg>'],
  ['a picture that says nothing', '<img alt="" src="data:,">'],
  ['a name that says more', '<button aria-label="Redeem now: €5 off">Redeem now</button>'],
  ['a name that is read', '<button><svg aria-hidden="true"></svg> Redeem</button>'],
  ['what is only heard', '<button>Copy <span class="visually-hidden">the code</span></button>'],
  ['what nobody sees', '<button hidden aria-label="Take it">Redeem now</button>'],
  ['a field in its label', '<label>Points <input type="number"></label>'],
];

describe('names that are looked at', () => {
  for (const [what, markup] of wrong) {
    it(`${what}: ${markup}`, async () => {
      const found = misnamed(await tree(markup));
      expect(found.map((sentence) => sentence.split(': <')[0])).to.deep.equal([what]);
    });
  }

  for (const [what, markup] of right) {
    it(`find nothing in ${what}`, async () => {
      expect(misnamed(await tree(markup))).to.deep.equal([]);
    });
  }
});
