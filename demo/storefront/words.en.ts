import type { Messages } from '../shop/i18n.js';
import { en } from '../shop/messages.en.js';

/** What a shop's sentences need to know of it. */
export interface Words {
  name: string;
  trade: string;
  about: string;
  club: string;
}

const states: Record<string, string> = {
  new: 'Joined today and has only looked around.',
  middle: 'In the middle of it: something to take now, and something nearly reached.',
  top: 'Has been everywhere the programme leads, and holds several vouchers.',
  empty: 'A member for long, and away for long: nothing left.',
};

/** Any shop of the demo in English: what Oak & Ember says, without the coffee. */
export const english = ({ name, trade, about, club }: Words): Messages => ({
  ...en,
  brand: { name, trade, description: about },
  nav: { ...en.nav, club },
  cart: {
    ...en.cart,
    emptyLead: 'A good day to find something.',
    emptyCta: 'Look around',
    checkoutGuest: `You are ordering as a guest. With ${club} this order would count.`,
    refusals: {
      ...en.cart.refusals,
      'other-member': `This code belongs to another ${club} account.`,
      'sign-in': `This code belongs to a ${club} account. Sign in to use it.`,
    },
  },
  account: {
    ...en.account,
    titleGuest: 'Who is shopping today?',
    people: (key) => states[key] ?? '',
    title: (person) => `Hello ${person}`,
    lead: `Everything that ${club} knows of you.`,
    checkInTitle: 'Drop by today',
    checkInLead: 'As if you had come through our door. Once a day.',
    checkIn: 'I am here',
    checkedIn: 'You have been here today.',
    challenges: 'Challenges',
  },
  order: {
    ...en.order,
    lead: (id) => `Order ${id} is in and leaves us tomorrow.`,
    loyalty: {
      delivered: `${club} knows of this order already.`,
      waiting: `${club} hears of this order in a few minutes.`,
      rejected: `We could not book this order with ${club} automatically. We look into it by hand.`,
      guest: `As a member of ${club} this order would have counted.`,
    },
  },
  product: {
    ...en.product,
    writeLead: 'A sentence or two help others choose.',
    more: 'Also from us',
  },
  notFound: {
    title: 'There is nothing here',
    lead: 'The page has moved, or it never was. Everything else is where it belongs.',
    cta: 'To the start',
  },
});
