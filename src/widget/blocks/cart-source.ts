import type { CartRequest } from '../../contract/types.js';

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isId = (value: unknown): boolean => typeof value === 'string' && value !== '';

/**
 * A cart as the shop's page hands it over, checked so far that the page can be told what is wrong;
 * the server checks the rest.
 * @throws Error with the place and the remedy
 */
function cartFrom(value: unknown): CartRequest {
  const { currency, subtotal, lines, codes, channel } = (value ?? {}) as Record<string, unknown>;
  const refuse = (what: string): never => {
    throw new Error(`${what}; the shape is {"currency":"EUR","subtotal":2980,"lines":[…]}`);
  };
  if (!isId(currency)) refuse('the cart’s "currency" is missing');
  if (!isCount(subtotal)) refuse('the cart’s "subtotal" is not a whole number of minor units');
  if (!Array.isArray(lines)) refuse('the cart’s "lines" are missing');
  (lines as Record<string, unknown>[]).forEach((line, index) => {
    if (!isId(line?.['product'])) refuse(`"lines[${index}].product" is missing`);
    for (const field of ['qty', 'total']) {
      if (!isCount(line[field])) refuse(`"lines[${index}].${field}" is not a whole number`);
    }
  });
  return {
    currency,
    subtotal,
    lines,
    ...(Array.isArray(codes) && { codes: codes.filter(isId) as string[] }),
    ...(isId(channel) && { channel }),
  } as CartRequest;
}

/** What a page says of its cart. */
export interface CartSource {
  readonly cart: CartRequest | undefined;
  readonly subtotal: string | number | null;
  readonly currency: string | undefined;
}

/**
 * The cart by property, by script, or by a sum alone; undefined where there is nothing in it.
 * @throws Error with the place and the remedy
 */
export function cartOn(element: Element, source: CartSource): CartRequest | undefined {
  const cart = given(element, source);
  return cart && (cart.subtotal > 0 || cart.lines.length) ? cart : undefined;
}

function given(
  element: Element,
  { cart, subtotal, currency }: CartSource,
): CartRequest | undefined {
  if (cart) return cartFrom(cart);
  const printed = scriptOf(element)?.textContent?.trim();
  if (printed) return cartFrom(parse(printed));
  if (subtotal === null || subtotal === '') return undefined;
  return cartFrom({ currency, subtotal: Number(subtotal), lines: [] });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`the script’s JSON cannot be read (${(error as Error).message})`, {
      cause: error,
    });
  }
}

/** The `<script type="application/json">` inside an element, or the page's `#loyalty-cart`. */
export const scriptOf = (element: Element): HTMLScriptElement | null =>
  element.querySelector<HTMLScriptElement>(':scope > script[type="application/json"]') ??
  document.querySelector<HTMLScriptElement>('script#loyalty-cart[type="application/json"]');
