import type { LegalTexts } from './pages/legal.js';

/** The legal pages in English. */
export const en: LegalTexts = {
  imprint: {
    title: 'Imprint',
    sections: [
      [
        'Who is behind this',
        'Oak & Ember is a made-up coffee roastery. The shop shows what a loyalty programme looks like in a real storefront. There is no company, no roaster and no Agnes, much as we would like to meet her.',
      ],
      [
        'If it were real',
        'This page would give the company’s name and address, its register number, VAT number and a way to reach somebody who answers.',
      ],
      ['Pictures', 'All drawings were made for this shop.'],
    ],
  },
  terms: {
    title: 'Terms',
    sections: [
      [
        'No purchase takes place',
        'Orders in this demo are not binding. Nothing is charged, nothing is shipped.',
      ],
      [
        'Prices and shipping',
        'Prices are in euro and include VAT. Shipping costs €4.90 and is free from €45 worth of goods after vouchers.',
      ],
      [
        'Vouchers',
        'Up to three codes can be used on one order. A code that has no effect on an order is not used up. If an order is returned, the club decides whether its codes come back.',
      ],
      [
        'Returns',
        'Every order can be returned in full on its own page. Points earned with it are taken back.',
      ],
    ],
  },
  privacy: {
    title: 'Privacy',
    sections: [
      [
        'One cookie',
        'As soon as you put something in the cart, sign in or change the language, the shop sets one cookie with a random number. It is needed to remember the cart. It disappears when you close the browser.',
      ],
      [
        'What the shop keeps',
        'Cart, orders and reviews are kept in the server’s memory and are gone when it restarts. There is no form that asks for your name or address.',
      ],
      [
        'What the club learns',
        'If you use the shop as a member of Oak Club, the club receives the member’s number, the order’s items and amounts, reviews (that there was one, not what it says) and check-ins.',
      ],
      ['Others', 'No analytics, no advertising, no fonts or scripts from elsewhere.'],
    ],
  },
  'club-terms': {
    title: 'Club terms',
    sections: [
      ['Joining', 'Oak Club is free. You can leave at any time, in your card under “Profile”.'],
      [
        'Earning',
        'You earn points for every euro you spend on goods after vouchers, not for shipping. Coffee also earns stamps. How many, and what else earns points, is always up to date on your card.',
      ],
      [
        'Returns',
        'Return an order and its points and stamps go back too. If they are already spent, your balance can go below zero for a while.',
      ],
      [
        'Levels',
        'Your level depends on what you spent in the last twelve months. Before it goes down, your card shows what is missing and until when.',
      ],
    ],
  },
};
