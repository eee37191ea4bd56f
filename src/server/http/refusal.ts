import type { ProblemCode } from '../../contract/problems.js';
import { Refusal } from '../engine.js';
import { FAULTS_SHOWN } from '../problem.js';

/**
 * A refusal that HTTP itself has a say in: with response headers of its own (`Allow`,
 * `WWW-Authenticate`), or with a status that is nearer to the matter than its code's usual one.
 * Clients key on the code, never on the number (contract section 5).
 */
export class HttpRefusal extends Refusal {
  override name = 'HttpRefusal';
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number | undefined;

  constructor(
    code: ProblemCode,
    detail: string,
    options: Refusal['extra'] & {
      readonly headers?: Readonly<Record<string, string>>;
      readonly status?: number;
    } = {},
  ) {
    const { headers = {}, status, ...extra } = options;
    super(code, detail, extra);
    this.headers = headers;
    this.status = status;
  }
}

export interface Fault {
  readonly detail: string;
  /** JSON Pointer into the body (RFC 6901), or `?name` for a query parameter. */
  readonly pointer: string;
}

/** `validation-failed` with every place that does not fit, said in a sentence and as pointers. */
export function invalid(what: string, faults: readonly Fault[], status?: number): HttpRefusal {
  const places = faults.map(({ pointer }) => pointer).filter(Boolean);
  const where = places.length > 0 ? ` at ${places.slice(0, 3).join(', ')}` : '';
  const more = places.length > 3 ? ` and ${places.length - 3} more` : '';
  const why = faults.length === 1 ? `: ${faults[0]?.detail}` : '';
  return new HttpRefusal('validation-failed', `${what}${where}${more}${why}`, {
    errors: faults.slice(0, FAULTS_SHOWN),
    ...(status === undefined ? {} : { status }),
  });
}
