/** What a sandbox is made of. */
export interface SandboxSetup {
  /** A programme file's content, as JSON. */
  readonly programme: unknown;
  /** The members' past, as in `<programme>.members.json`; absent, members begin today. */
  readonly past?: unknown;
  /** Who looks: a member's key or state in `past`, or any name for somebody new; `guest` for nobody. */
  readonly member?: string | null;
  /** What to call the programme's file where something is wrong in it. */
  readonly name?: string;
}

/** Who looks where the address names nobody. */
const SOMEBODY = 'middle';
const NAME = /^[a-z][\w-]*$/i;

/** The programmes that came with the bundle lie beside its chunks' folder. */
const delivered = (name: string): URL => {
  const here = import.meta.url;
  return new URL(`../programmes/${name}.json`, here);
};

/**
 * Fetches what `sandbox:oak?member=top` or `sandbox:https://shop.example/my.json` names: a programme,
 * and beside it, where there is one, the members' past (`oak.members.json`).
 * @throws Error that names the address when no programme is there
 */
export async function setupAt(endpoint: string): Promise<SandboxSetup> {
  const [place = '', query = ''] = splitLast(endpoint.replace(/^sandbox:/, ''), '?');
  const wishes = new URLSearchParams(query);
  const member = wishes.get('member') ?? SOMEBODY;
  wishes.delete('member');
  const rest = String(wishes);
  const url = NAME.test(place)
    ? delivered(place)
    : new URL(rest ? `${place}?${rest}` : place, location.href);
  const programme = await json(url);
  if (programme === undefined) {
    throw new Error(
      `There is no programme at ${url.href}. Write endpoint="sandbox:oak", or sandbox: and the address of a programme file.`,
    );
  }
  const beside = new URL(url);
  beside.pathname = beside.pathname.replace(/\.json$/, '.members.json');
  const past = beside.pathname === url.pathname ? undefined : await json(beside);
  return { programme, past, member, name: url.pathname.split('/').at(-1) ?? url.href };
}

const splitLast = (text: string, mark: string): [string, string] => {
  const at = text.lastIndexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

/** @returns undefined where nothing is there @throws Error where it is no JSON */
async function json(url: URL): Promise<unknown> {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) return undefined;
  // A single-page host answers its own page for what it does not have.
  if (/\bhtml\b/.test(response.headers.get('content-type') ?? '')) return undefined;
  try {
    return (await response.json()) as unknown;
  } catch {
    throw new Error(`${url.href} is no JSON.`);
  }
}
