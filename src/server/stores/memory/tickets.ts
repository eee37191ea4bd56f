import type { TicketStore } from '../store.js';
import type { Data } from './data.js';

export function memoryTickets(data: Data): TicketStore {
  return {
    key(fresh) {
      const known = data.secrets.get('ticket');
      if (!known) data.secrets.set('ticket', { name: 'ticket', value: fresh });
      return Promise.resolve(known?.value ?? fresh);
    },
    spend(id, until) {
      if (data.tickets.get(id)) return Promise.resolve(false);
      data.tickets.set(id, { id, until });
      return Promise.resolve(true);
    },
    forget(before) {
      for (const { id, until } of data.tickets.all()) {
        if (until < before) data.tickets.delete(id);
      }
      return Promise.resolve();
    },
  };
}
