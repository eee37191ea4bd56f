/** What the Lit of the script tag's build asks in place of `trustedTypes.createPolicy('lit-html')`. */

interface PolicyFactory {
  createPolicy?(name: string, rules: { createHTML(text: string): string }): unknown;
}

/**
 * Makes the policy by which Lit turns our own templates, and nothing else, into markup.
 * @param types what the page calls `trustedTypes`: nothing in an old browser, or an element of that id
 * @throws with the code `trusted_types_blocked` when the page's policy allows none of ours
 */
export function ownPolicy(types: PolicyFactory | undefined): unknown {
  if (typeof types?.createPolicy !== 'function') return undefined;
  try {
    return types.createPolicy('loyalty-widget', { createHTML: (text) => text });
  } catch {
    throw Object.assign(new Error(), { code: 'trusted_types_blocked' });
  }
}
