/** Every schema of the contract under its name; the decoder table and OpenAPI are drawn from here. */
export * from './amount.js';
export * from './availability.js';
export * from './board.js';
export * from './documents.js';
export * from './grant.js';
export * from './member.js';
export * from './primitives.js';
export * from './program.js';
export * from './reward.js';
export * from './rule.js';
export * from './track.js';
export * from './voucher.js';
