import type { TermKey } from '../i18n/catalogue.js';
import type { IconName } from '../ui/icons.js';

/** What is passed on. */
export interface Shared {
  readonly title: string;
  /** A sentence without the link. */
  readonly text: string;
  readonly url: string;
}

/** A way to pass a link on: either something the page does, or an address that the device opens. */
export interface Channel {
  readonly icon: IconName;
  readonly term: TermKey;
  /** Whether this device has it. */
  readonly isThere?: (shared: Shared) => boolean;
  readonly href?: (shared: Shared) => string;
  /** Settles when it is passed on; fails where the shopper thought better of it. */
  readonly send?: (shared: Shared) => Promise<void>;
}

const encoded = ({ text, url }: Shared): string => encodeURIComponent(`${text} ${url}`);

/** Name of a channel on the wire → what it does. A name that is not here has no button. */
const channels: Readonly<Record<string, Channel>> = {
  share: {
    icon: 'share',
    term: 'referral.share',
    isThere: (shared) =>
      typeof navigator.share === 'function' && navigator.canShare?.(shared) !== false,
    send: (shared) => navigator.share(shared),
  },
  whatsapp: {
    icon: 'chat',
    term: 'referral.whatsapp',
    href: (shared) => `https://wa.me/?text=${encoded(shared)}`,
  },
  sms: {
    icon: 'phone',
    term: 'referral.sms',
    href: (shared) => `sms:?&body=${encoded(shared)}`,
  },
  email: {
    icon: 'mail',
    term: 'referral.email',
    href: (shared) => `mailto:?subject=${encodeURIComponent(shared.title)}&body=${encoded(shared)}`,
  },
};

/** Where the endpoint names none. */
const USUAL = ['share', 'sms', 'email'];

/** The channels of an endpoint that this page knows and this device has; `copy` and `qr` have their own place. */
export function channelsFor(
  names: readonly string[] | undefined,
  shared: Shared,
): readonly (readonly [string, Channel])[] {
  return (names ?? USUAL).flatMap((name) => {
    const channel = Object.hasOwn(channels, name) ? channels[name] : undefined;
    return channel && (channel.isThere?.(shared) ?? true) ? [[name, channel] as const] : [];
  });
}

/** Whether an endpoint wants a channel that has its own place. */
export const wants = (names: readonly string[] | undefined, name: string): boolean =>
  names === undefined || names.includes(name);
