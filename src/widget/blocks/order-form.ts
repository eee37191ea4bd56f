/** What a shopper has chosen in the shop's own form of a product. */
export interface Chosen {
  readonly variant?: string | undefined;
  readonly quantity?: number | undefined;
  /** Price of one piece in minor units, where the field says so by `data-amount`. */
  readonly amount?: number | undefined;
}

/** The control that counts among those of a name: the checked one of several. */
function controlOf(form: HTMLFormElement, name: string): Element | undefined {
  const found = form.elements.namedItem(name);
  const controls = found instanceof RadioNodeList ? [...found] : found ? [found] : [];
  const elements = controls.filter((one): one is HTMLInputElement => one instanceof Element);
  return elements.find((one) => one.type !== 'radio' || one.checked);
}

/** `data-amount` of a field, or of the chosen option of a list. */
function amountOf(control: Element | undefined): number | undefined {
  const place = control instanceof HTMLSelectElement ? control.selectedOptions[0] : control;
  const text = (place as HTMLElement | undefined)?.dataset['amount'] ?? '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

const valueOf = (control: Element | undefined): string | undefined =>
  (control as HTMLInputElement | undefined)?.value || undefined;

/**
 * Reads a form as it stands.
 * @param names of the fields that hold the variant and the quantity
 */
export function readForm(
  form: HTMLFormElement,
  names: { readonly variant: string; readonly quantity: string },
): Chosen {
  const variant = controlOf(form, names.variant);
  const quantity = Number(valueOf(controlOf(form, names.quantity)));
  return {
    variant: valueOf(variant),
    quantity: Number.isInteger(quantity) && quantity > 0 ? quantity : undefined,
    amount: amountOf(variant),
  };
}
