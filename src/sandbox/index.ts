/** The server in memory, inside the page: for static pages, playgrounds and tests. */
export { createSandbox, type Sandbox } from './sandbox.js';
export type { SandboxSetup } from './files.js';
export type { PastFile } from './pasts.js';
