import { readFile, readdir } from 'node:fs/promises';
import type { z } from 'zod';
import { PastFile } from '../src/sandbox/pasts.js';
import { Skin } from './storefront/skin.js';
import {
  ProgrammeError,
  readProgramme,
  type Programme,
} from '../src/server/engines/ledger/index.js';

/** A programme of the demo, the people who are in it, and the shop around it. */
export interface Preset {
  /** The file's name without its ending; `?programme=` and the publishable key `pk_<name>` say it. */
  readonly name: string;
  readonly programme: Programme;
  readonly past: PastFile;
  /** Absent for a shop that has pages of its own. */
  readonly skin?: Skin;
}

/** The states that every programme is shown in; a guest needs no data. */
export const memberStates = ['guest', 'new', 'middle', 'top', 'empty'] as const;

const PROGRAMME = /^([a-z][a-z0-9-]*)\.json$/;

/**
 * Reads every programme of a folder with its members. All of them, or none: a shop must not open on
 * half a programme.
 * @throws ProgrammeError with every mistake of every file
 */
export async function readPresets(folder: URL): Promise<ReadonlyMap<string, Preset>> {
  const files = await readdir(folder);
  const names = files.flatMap((file) => PROGRAMME.exec(file)?.[1] ?? []).sort();
  const mistakes: string[] = [];
  const presets = new Map<string, Preset>();
  for (const name of names) {
    try {
      const [programme, past] = await Promise.all([
        readJson(folder, `${name}.json`).then((file) => readProgramme(file, `${name}.json`)),
        readJson(folder, `${name}.members.json`).then((file) => readPast(file, name)),
      ]);
      const shop = `${name}.shop.json`;
      const skin = files.includes(shop) ? readSkin(await readJson(folder, shop), shop, past) : null;
      presets.set(name, { name, programme, past, ...(skin && { skin }) });
    } catch (error) {
      if (!(error instanceof ProgrammeError)) throw error;
      mistakes.push(...error.mistakes);
    }
  }
  if (mistakes.length > 0) throw new ProgrammeError(mistakes);
  return presets;
}

/** @throws ProgrammeError that names the file when it is missing or no JSON */
export async function readJson(folder: URL, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(new URL(file, folder), 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProgrammeError([`${file}: the file: cannot be read: ${reason}`]);
  }
}

function readPast(file: unknown, name: string): PastFile {
  return readWith(PastFile, file, `${name}.members.json`);
}

/** A shop sells what the past of its members names, so that one price stands in one place. */
function readSkin(file: unknown, name: string, { goods }: PastFile): Skin {
  const skin = readWith(Skin, file, name);
  const unknown = skin.products.findIndex(({ id }) => !Object.hasOwn(goods, id));
  if (unknown >= 0) {
    throw new ProgrammeError([
      `${name}: products.${unknown}.id: there is no price for it among the goods of the members' file`,
    ]);
  }
  return skin;
}

/** @throws ProgrammeError that says file, path and sentence of every mistake */
export function readWith<T>(schema: z.ZodType<T>, file: unknown, name: string): T {
  const parsed = schema.safeParse(file);
  if (parsed.success) return parsed.data;
  throw new ProgrammeError(
    parsed.error.issues.map(({ path, message }) => `${name}: ${path.join('.')}: ${message}`),
  );
}
