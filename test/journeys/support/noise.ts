import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test';
import { ORIGIN } from './shop.js';

/** What the widget says of requests that were broken off. */
const BROKEN_OFF =
  /^warning: <loyalty-\w+> .*(cannot be reached from this page|NetworkError when attempting to fetch|error loading dynamically imported module|could not be loaded;)/;
/** Firefox breaks off what is under way, and only then asks for the next page. */
const GOING_MS = 2_000;

interface Moment {
  readonly page: Page | null;
  readonly at: number;
}

/**
 * Hears what a shopper's browser never should have to say: console messages, errors of the page,
 * refusals of the Content-Security-Policy, requests to other origins.
 */
export class Noise {
  readonly messages: string[] = [];
  readonly #allowed: RegExp[] = [];
  readonly #brokenOff: (Moment & { readonly message: string })[] = [];
  readonly #left: Moment[] = [];
  readonly #origins = new Set([ORIGIN]);

  constructor(context: BrowserContext) {
    const isFirefox = context.browser()?.browserType().name() === 'firefox';
    context.on('console', (line) => {
      const message = describe(line);
      this.messages.push(message);
      if (isFirefox && BROKEN_OFF.test(message))
        this.#brokenOff.push({ message, page: line.page(), at: Date.now() });
    });
    context.on('weberror', (error) => this.messages.push(`page error: ${error.error().message}`));
    context.on('request', (request) => {
      if (isFirefox && request.isNavigationRequest() && !request.frame().parentFrame())
        this.#left.push({ page: request.frame().page(), at: Date.now() });
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
    const ofGoingPages = this.#brokenOff.filter(({ page, at }) =>
      this.#left.some((left) => left.page === page && Math.abs(left.at - at) < GOING_MS),
    );
    const forgiven = new Set(ofGoingPages.map(({ message }) => message));
    return this.messages.filter(
      (message) => !forgiven.has(message) && !this.#allowed.some((one) => one.test(message)),
    );
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
