import { shop, type HostilePage } from '../support/page.js';

export default {
  title: 'no secure context: no randomUUID, no clipboard, no locks',
  isInsecure: true,
  isClipboardClosed: true,
  html: (place) => shop(place),
  afterwards: `crypto.randomUUID || isSecureContext ? 'no' : 'yes'`,
} satisfies HostilePage;
