import { noChange, type ElementPart } from 'lit';
import { directive, Directive } from 'lit/directive.js';

/**
 * Sets one style property from a number of ours. Lit's own directive writes a `style` attribute on
 * its first render, which a page with a strict Content-Security-Policy refuses; this one never does.
 */
class StyleOf extends Directive {
  override render(_property: string, _value: string): unknown {
    return noChange;
  }

  override update(part: ElementPart, [property, value]: [string, string]): unknown {
    (part.element as HTMLElement).style.setProperty(property, value);
    return noChange;
  }
}

export const styleOf = directive(StyleOf);
