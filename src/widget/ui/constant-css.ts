import { css, type CSSResult } from 'lit';

/** A style sheet from a constant of this code base, for text that Lit shares with plain elements. */
export const constantCss = (text: string): CSSResult => css(Object.assign([text], { raw: [text] }));
