import { ID_LENGTH } from '../../contract/schema/primitives.js';

/** Finds a resource by its path: templates such as `/rewards/{id}/redeem`, as data. */

export interface Template {
  readonly method: string;
  readonly path: string;
}

export interface Match<Resource> {
  /** What the path offers, by method; `HEAD` is served by `GET` and is not listed. */
  readonly methods: ReadonlyMap<string, Resource>;
  readonly params: Readonly<Record<string, string>>;
}

const segmentsOf = (path: string): string[] => path.split('/').slice(1);

/** A path segment as the caller meant it; `null` where it is no proper text or no possible id. */
function decoded(segment: string): string | null {
  try {
    const text = decodeURIComponent(segment);
    const isId = text !== '' && text.length <= ID_LENGTH && !text.includes('\0');
    return isId ? text : null;
  } catch {
    return null;
  }
}

/** The parameters of a path under a template; `null` when it does not fit. */
function paramsOf(
  template: readonly string[],
  path: readonly string[],
): Record<string, string> | null {
  if (template.length !== path.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = path[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      if (segment !== part) return null;
      continue;
    }
    const value = decoded(segment);
    if (value === null) return null;
    params[name] = value;
  }
  return params;
}

/**
 * @param resources the table; several entries may share a path under different methods
 * @returns what lies at a path (still percent-encoded, from the leading slash on), or `null`
 */
export function createRouter<Resource extends Template>(
  resources: readonly Resource[],
): (path: string) => Match<Resource> | null {
  const byPath = new Map<string, Map<string, Resource>>();
  for (const resource of resources) {
    const methods = byPath.get(resource.path) ?? new Map<string, Resource>();
    byPath.set(resource.path, methods.set(resource.method, resource));
  }
  const table = [...byPath].map(([path, methods]) => ({ template: segmentsOf(path), methods }));

  return (path) => {
    const segments = segmentsOf(path);
    for (const { template, methods } of table) {
      const params = paramsOf(template, segments);
      if (params) return { methods, params };
    }
    return null;
  };
}

/** The path of a template with its parameters filled in: one spelling, however it was encoded. */
export const fill = (template: string, params: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
