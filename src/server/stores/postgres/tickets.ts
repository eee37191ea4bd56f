import type { TicketStore } from '../store.js';
import type { Query } from './query.js';
import { time } from './table.js';

export function postgresTickets(query: Query, programme: string): TicketStore {
  return {
    async key(fresh) {
      await query.query(
        `INSERT INTO loyalty_secret (programme, name, value) VALUES ($1, 'ticket', $2)
         ON CONFLICT DO NOTHING`,
        [programme, fresh],
      );
      const rows = await query.query<{ value: string }>(
        "SELECT value FROM loyalty_secret WHERE programme = $1 AND name = 'ticket'",
        [programme],
      );
      return rows[0]?.value ?? fresh;
    },
    async spend(id, until) {
      const rows = await query.query(
        `INSERT INTO loyalty_ticket (programme, id, until) VALUES ($1, $2, $3::timestamptz)
         ON CONFLICT DO NOTHING RETURNING 1`,
        [programme, id, time(until)],
      );
      return rows.length > 0;
    },
    async forget(before) {
      await query.query(
        'DELETE FROM loyalty_ticket WHERE programme = $1 AND until < $2::timestamptz',
        [programme, time(before)],
      );
    },
  };
}
