import type { BrowserContext, ConsoleMessage } from '@playwright/test';
import { ORIGIN } from './shop.js';

/**
 * Hears what a shopper's browser never should have to say: console messages, errors of the page,
 * refusals of the Content-Security-Policy, requests to other origins.
 */
export class Noise {
  readonly messages: string[] = [];
  readonly #allowed: RegExp[] = [];
  readonly #origins = new Set([ORIGIN]);

  constructor(context: BrowserContext) {
    context.on('console', (message) => this.messages.push(describe(message)));
    context.on('weberror', (error) => this.messages.push(`page error: ${error.error().message}`));
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'data:' && !this.#origins.has(origin)) {
        this.messages.push(`request to another origin: ${request.url()}`);
      }
    });
  }

  /** Another origin that a test's own shop has. */
  from(origin: string): void {
    this.#origins.add(origin);
  }

  /** A message that belongs to what a test does. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** Warnings of the widget, without what the browser itself says about failed requests. */
  get warnings(): readonly string[] {
    return this.messages.filter((message) => message.startsWith('warning: <loyalty-'));
  }

  get unexpected(): readonly string[] {
    return this.messages.filter((message) => !this.#allowed.some((one) => one.test(message)));
  }
}

const describe = (message: ConsoleMessage): string =>
  `${message.type()}: ${message.text()} (${message.location().url})`;

/** Reports a refusal of the policy even where the browser writes none to the console. */
export const reportPolicy = (): void => {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error(`CSP refused ${violatedDirective} ${blockedURI}`),
  );
};
