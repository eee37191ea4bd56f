import { openStore } from '../../../src/server/stores/index.js';

/** Counts events in a folder until it is killed, and says each one only after it was committed. */

const [, , dir = ''] = process.argv;
const store = await openStore({ dir });
for (let id = 0; ; id += 1) {
  const event = { id: String(id), member: 'lena', type: 'check-in', at: 0 };
  await store.transaction('killed', (tx) => tx.events.claim(event));
  console.log(`kept ${id}`);
}
