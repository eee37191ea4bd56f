import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { journey, nothing, refusal, type Travelled } from './journey.js';
import { everyPage, type Hostility } from './page.js';
import { difference } from './pictures.js';
import { openHost, type Host } from './server.js';
import type { Engine } from './tab.js';

/** At most so many pixels may differ from the clean page. */
const MOST = 0.01;
const CLEAN = 'clean';

const pages = (await everyPage()).sort(
  (one, other) => Number(other.name === CLEAN) - Number(one.name === CLEAN),
);

/**
 * Visits every page of the zoo with one engine, one after the other.
 * @param isWanted which pages, by name; the clean one always, which the others are compared with
 */
export function visitAll(
  open: () => Promise<Engine>,
  isWanted: (name: string) => boolean = () => true,
): void {
  let engine: Engine;
  let host: Host;
  let clean: Travelled;

  const visit = async (page: Hostility): Promise<Travelled | undefined> => {
    const tab = await engine.newTab();
    try {
      if (page.comes === 'refusal') await refusal(tab, page, host);
      else if (page.comes === 'nothing') await nothing(tab, page, host);
      else return await journey(tab, page, host);
      return undefined;
    } finally {
      await tab.close();
    }
  };

  before(async () => {
    host = await openHost(pages);
    engine = await open();
  });
  after(async () => {
    await engine.close();
    await host.close();
  });

  describe('on a page of somebody else', () => {
    for (const page of pages) {
      if (page.name !== CLEAN && !isWanted(page.name)) continue;
      it(`${page.name}: ${page.title}`, async (context) => {
        if (page.engines && !page.engines.includes(engine.name)) {
          return context.skip(`means nothing in ${engine.name}`);
        }
        const travelled = await visit(page);
        if (!travelled) return;
        if (page.name === CLEAN) clean = travelled;
        assert.deepEqual(travelled.bodies, clean.bodies, 'the bodies are those of the clean page');
        if (!page.hasOwnLook) await compare(page, travelled.pictures);
      });
    }
  });

  async function compare(page: Hostility, pictures: Travelled['pictures']): Promise<void> {
    const names = Object.keys(pictures) as (keyof Travelled['pictures'])[];
    if (!names.length) return;
    // Opened now: there is an engine that has one tab at a time.
    const table = await engine.newTab();
    try {
      for (const name of names) {
        const [mine, theirs] = [pictures[name], clean.pictures[name]];
        assert.ok(mine && theirs, 'both pages have been drawn');
        const share = await difference(table, mine, theirs);
        if (share > MOST) await keep(`${page.name}-${name}`, mine, theirs);
        assert.ok(share <= MOST, `${name}: ${(share * 100).toFixed(2)} % of the pixels differ`);
      }
    } finally {
      await table.close();
    }
  }
}

/** For who looks into a failure. */
async function keep(name: string, mine: Buffer, clean: Buffer): Promise<void> {
  const folder = new URL('../../../../test-results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL(`${name}.png`, folder), mine);
  await writeFile(new URL(`${name}-clean.png`, folder), clean);
}
