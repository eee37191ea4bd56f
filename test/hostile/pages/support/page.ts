import { readdir } from 'node:fs/promises';

/** What a hostile page may build itself from; all of it belongs to one visit. */
export interface Place {
  /** `http://127.0.0.1:…` of the server that gave the page. */
  readonly origin: string;
  /** Of this answer, for its Content-Security-Policy and its script tags. */
  readonly nonce: string;
  /** Notes what a browser should never have to say; stands first in the head. */
  readonly listen: string;
  /**
   * The merchant's script tag with endpoint and token.
   * @param from the bundle's folder, when it is not the usual one
   * @param more attributes besides
   */
  readonly tag: (from?: string, more?: string) => string;
}

/** One page that nobody here wrote. */
export interface HostilePage {
  /** What it is, as the title of its test. */
  readonly title: string;
  readonly headers?: (place: Place) => Record<string, string>;
  readonly html: (place: Place) => string;
  /**
   * What must come of it: the journey passes (the usual case), the widget stays away and the shop goes
   * on, or the shop alone is there.
   */
  readonly comes?: 'journey' | 'refusal' | 'nothing';
  /** How a shopper opens the panel; by the floating button otherwise. */
  readonly opensBy?: 'button' | 'link';
  /** The page stands at an address that is no secure context. */
  readonly isInsecure?: boolean;
  /** The clipboard is closed there: the code is selected in place of copied. */
  readonly isClipboardClosed?: boolean;
  /** Its own look reaches us where it should: no comparison of pictures. */
  readonly hasOwnLook?: boolean;
  /** What may, and then must, be reported there; nothing may be otherwise. */
  readonly reports?: readonly RegExp[];
  /** Engines where it means something; all otherwise. */
  readonly engines?: readonly string[];
  /** What the page does first: an expression that is `yes` when the journey may begin. */
  readonly beforehand?: string;
  /** Looks at the page itself after the journey: an expression that is `yes` when all is well. */
  readonly afterwards?: string;
}

export interface Hostility extends HostilePage {
  readonly name: string;
}

/** Every file of the folder `zoo`: a page added there is visited on arrival. */
export async function everyPage(): Promise<Hostility[]> {
  const folder = new URL('../zoo/', import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  return Promise.all(
    files.map(async (file) => {
      const { default: page } = (await import(new URL(file, folder).href)) as {
        default: HostilePage;
      };
      return { ...page, name: file.replace(/\.ts$/, '') };
    }),
  );
}

/** An ordinary shop page around what a hostile one brings. */
export function shop(
  { listen, tag }: Place,
  {
    head = '',
    body = '',
    script = tag(),
    doctype = '<!doctype html>',
  }: { head?: string; body?: string; script?: string; doctype?: string } = {},
): string {
  return `${doctype}
<html lang="en">
<head><meta charset="utf-8"><title>A shop</title>${listen}
<link rel="stylesheet" href="/shop.css">${head}</head>
<body><h1>A shop</h1><p id="own">Coffee, and what belongs to it.</p>${body}
${script}</body>
</html>`;
}

/** An inline script of the page's own, allowed by its policy. */
export const inline = ({ nonce }: Place, code: string): string =>
  `<script nonce="${nonce}">${code}</script>`;
