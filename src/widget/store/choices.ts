import { plainJson } from '../../contract/plain-json.js';

/**
 * What the shopper has chosen on this device, and nothing else: written when they chose, never
 * before, and gone when they chose the opposite. `localStorage` may be forbidden, full, or written by
 * someone else; then a choice holds for this page.
 */
export interface Choices {
  /** The reward that was pinned, and a mark of who pinned it (see `markOf`). */
  readonly goal?: { readonly reward: string; readonly by: string } | undefined;
  /** Reminders that shall not come again, by their name. */
  readonly snoozed?: readonly string[] | undefined;
  /** No reminders at all. */
  readonly muteNudges?: boolean | undefined;
  /** No wheels, scratch cards and doors. */
  readonly hideGames?: boolean | undefined;
}

const PREFIX = 'loyalty-choices:';

/** What could not be stored, as text by programme: it holds for this page. */
const memory = new Map<string, string>();
/** What was read last, by programme: the same object until something changes. */
const known = new Map<string, { readonly text: string; readonly choices: Choices }>();
const listeners = new Set<() => void>();

const isText = (value: unknown): value is string => typeof value === 'string' && !!value;

function stored(program: string): string {
  try {
    return memory.get(program) ?? localStorage.getItem(PREFIX + program) ?? '';
  } catch {
    return '';
  }
}

function store(program: string, text: string): void {
  memory.delete(program);
  try {
    if (text) localStorage.setItem(PREFIX + program, text);
    else localStorage.removeItem(PREFIX + program);
  } catch {
    memory.set(program, text);
  }
}

/** Known fields of the right shape alone: what is stored may be anybody's. */
function read(text: string): Choices {
  try {
    const { goal, snoozed, muteNudges, hideGames } = (JSON.parse(text || '{}') ?? {}) as Record<
      string,
      unknown
    >;
    const { reward, by } = (goal ?? {}) as Record<string, unknown>;
    return {
      ...(isText(reward) && isText(by) && { goal: { reward, by } }),
      ...(Array.isArray(snoozed) && { snoozed: snoozed.filter(isText) }),
      ...(muteNudges === true && { muteNudges }),
      ...(hideGames === true && { hideGames }),
    };
  } catch {
    return {};
  }
}

/** @param program id of the programme: two of them on one page do not mix */
export function choicesOf(program: string): Choices {
  const text = stored(program);
  let last = known.get(program);
  if (last?.text !== text) known.set(program, (last = { text, choices: read(text) }));
  return last.choices;
}

/** Keeps what was chosen; `undefined` and `false` take a choice back. */
export function choose(program: string, part: Choices): void {
  const kept = Object.entries({ ...choicesOf(program), ...part }).filter(([, value]) => value);
  store(program, kept.length ? plainJson(Object.fromEntries(kept)) : '');
  tell();
}

const tell = (): void => {
  for (const listener of [...listeners]) listener();
};

/** Another tab of this browser has chosen. */
const onStorage = ({ key }: StorageEvent): void => {
  if (key === null || key.startsWith(PREFIX)) tell();
};

/** Hears of every choice, other tabs included. @returns the way to stop listening */
export function onChoice(listener: () => void): () => void {
  if (!listeners.size) addEventListener('storage', onStorage);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (!listeners.size) removeEventListener('storage', onStorage);
  };
}

/**
 * Tells one member of this browser from another without naming either: 24 bits, so that a great many
 * members share each mark and nobody can be found by it (FNV-1a, folded).
 */
export function markOf(member: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < member.length; at++) {
    hash = Math.imul(hash ^ member.charCodeAt(at), 0x01000193);
  }
  return ((hash >>> 8) ^ (hash & 0xff)).toString(36);
}
