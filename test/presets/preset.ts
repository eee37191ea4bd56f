import type { PastFile } from '../../src/sandbox/pasts.js';
import type { ProgrammeDoc } from '../../src/server/engines/ledger/programme/file.js';

/** The demo's programmes, each with the past of its members. */

export const STATES = ['guest', 'new', 'middle', 'top', 'empty'] as const;
export type State = (typeof STATES)[number];

export interface Preset {
  readonly name: string;
  readonly programme: ProgrammeDoc;
  readonly past: PastFile;
}

async function json<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

export async function loadPreset(name: string): Promise<Preset> {
  const [programme, past] = await Promise.all([
    json<ProgrammeDoc>(`/presets/${name}/programme`),
    json<PastFile>(`/presets/${name}/members`),
  ]);
  return { name, programme, past };
}

/** The names of all programmes; of `shares` equal parts the one at `share`. */
export async function presetNames(share = 0, shares = 1): Promise<string[]> {
  const { names } = await json<{ names: string[] }>('/presets');
  return names.filter((_, index) => index % shares === share);
}

/** Whether nothing of the matrix is left to turns. */
export async function isWholeMatrix(): Promise<boolean> {
  return (await json<{ isWhole: boolean }>('/presets')).isWhole;
}
