import { noChange, type ElementPart } from 'lit';
import { directive, Directive } from 'lit/directive.js';

type Property = [name: string, value: string];

/**
 * Sets one style property from a number of ours. Lit's own directive writes a `style` attribute on
 * its first render, which a page with a strict Content-Security-Policy refuses; this one never does.
 */
class StyleOf extends Directive {
  /** Types the arguments; without a browser there is nothing to set. */
  override render(...property: Property): unknown {
    void property;
    return noChange;
  }

  override update({ element }: ElementPart, [name, value]: Property): unknown {
    (element as HTMLElement).style.setProperty(name, value);
    return noChange;
  }
}

export const styleOf = directive(StyleOf);
