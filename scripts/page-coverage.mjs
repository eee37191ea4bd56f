import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** The folder that a run with coverage fills; unset, nothing is counted. */
export const folder = process.env.PAGE_COVERAGE;

/** Where the tested modules lie: the report reads them and their source maps after the run. */
export const modules = folder && `${folder}/modules/`;
const counts = `${folder}/counts/`;

/**
 * Writes what a page has executed of the tested sources, in the form that c8 reads.
 * A page loses its counts with each document: they are fetched before it leaves one.
 */
export async function countBranches(page, session, base) {
  await mkdir(counts, { recursive: true });
  await session.send('Profiler.enable');
  // Whether, not how often: counting keeps V8 from optimising what it counts.
  await session.send('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  const keep = async () => {
    const { result } = await session.send('Profiler.takePreciseCoverage');
    const sources = result.flatMap((script) => {
      const [, path] = script.url.split(`${base}src/`);
      return path ? [{ ...script, url: pathToFileURL(`${modules}src/${path}`).href }] : [];
    });
    if (sources.length === 0) return;
    await writeFile(`${counts}${randomUUID()}.json`, JSON.stringify({ result: sources }));
  };
  const leave = page.goto.bind(page);
  page.goto = async (...address) => {
    await keep();
    return leave(...address);
  };
}
