/** The contract for both ends: schemas and types, amounts, problems, routes, lenient reading. */
export * from './amounts.js';
export * from './problems.js';
export * from './read.js';
export * from './routes.js';
export * as schemas from './schema/index.js';
export type * from './types.js';
