import type { Access, Route } from '../../contract/routes.js';
import type { Subject } from '../engine.js';
import type { Programme } from './programme.js';
import type { Query } from './query.js';
import type { Reply } from './reply.js';
import { tokenMissing } from './token-refusal.js';

/** What a handler is given, and what stands in the table of resources. */

/** One request on its way: everything about it is checked by the time a handler sees it. */
export interface Call {
  readonly request: Request;
  readonly programme: Programme;
  readonly resource: Resource;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** The wanted language: `?locale=`, else `Accept-Language`. */
  readonly locale: string | undefined;
  /** `null` for a guest. */
  readonly subject: Subject | null;
  /** The member's key for this write; empty where the resource asks for none. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type Handler = (call: Call) => Promise<Reply>;

/** One entry of the table: a path and method, who may call it, and what answers. */
export interface Resource {
  readonly name: string;
  readonly method: Route['method'];
  readonly path: string;
  /** `shop`: the shop's own server, with its secret. */
  readonly access: Access | 'shop';
  readonly key?: boolean;
  /** Absent where this endpoint does not serve what the contract describes: `not-supported`. */
  readonly handler?: Handler | undefined;
}

/** The member who calls. Routes that need one are checked before; this narrows the type. */
export function memberOf({ subject }: Call): Subject {
  if (!subject) throw tokenMissing('This call needs a member’s token.');
  return subject;
}

/** The `{id}` of the path, or another parameter of it. */
export const param = ({ params }: Call, name = 'id'): string => params[name] ?? '';
