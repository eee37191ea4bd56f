/** What a scanner reads, as one path over a grid of modules with its quiet zone. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** SVG path data of the dark modules. */
  readonly path: string;
  /** Whether bars may be stretched upwards. */
  readonly isLinear: boolean;
}

/** Light modules around, as the standards want them. */
const QUIET = { bars: 10, qr: 4 };
const BAR_HEIGHT = 50;

async function bars(write: 'code128' | 'ean13', value: string): Promise<Drawing | undefined> {
  const modules = (await import('./bars.js'))[write](value);
  if (!modules) return undefined;
  const path = [...modules.matchAll(/1+/g)]
    .map(
      ({ index, 0: bar }) => `M${index + QUIET.bars} 0h${bar.length}v${BAR_HEIGHT}h-${bar.length}z`,
    )
    .join('');
  return { width: modules.length + 2 * QUIET.bars, height: BAR_HEIGHT, path, isLinear: true };
}

async function qr(value: string): Promise<Drawing> {
  const { generate } = await import('lean-qr/nano');
  const code = generate(value);
  const side = code.size + 2 * QUIET.qr;
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (code.get(x, y)) path += `M${x + QUIET.qr} ${y + QUIET.qr}h1v1h-1z`;
    }
  }
  return { width: side, height: side, path, isLinear: false };
}

/** Format of the contract → how it is drawn. A new format is a line here. */
const formats: Readonly<Record<string, (value: string) => Promise<Drawing | undefined>>> = {
  qr,
  code128: (value) => bars('code128', value),
  ean13: (value) => bars('ean13', value),
};

/** @returns undefined for a format that is not known, or a value that it cannot hold */
export const drawingOf = async (format: string, value: string): Promise<Drawing | undefined> =>
  Object.hasOwn(formats, format) ? formats[format]?.(value).catch(() => undefined) : undefined;
