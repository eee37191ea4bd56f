import { LoyaltyError } from '../../client/errors.js';
import type { Answers, Call, Port, Resource } from '../../client/port.js';
import type { GetToken } from '../../client/token.js';
import type { Bootstrap, Me, Program } from '../../../contract/types.js';
import { invented } from './member.js';
import { readPreview } from './wish.js';

/** What may be asked in a preview: GETs that change nothing. */
const READS: ReadonlySet<Resource> = new Set<Resource>([
  'bootstrap',
  'activity',
  'vouchers',
  'board',
]);

/** @returns the error that a press in a preview ends with */
export const refusal = (): LoyaltyError =>
  new LoyaltyError('preview', 'This is a preview: nothing is sent and nothing is changed.');

/**
 * A port that shows a state and changes nothing: only GETs leave the page, and where a state is made
 * up they carry no token. What it shows comes from the programme's own definitions.
 * @param open the real port, for a way to get tokens
 * @param again has the first answer looked at again, so that a stale state shows at once
 */
export function previewPort(
  preview: string,
  open: (getToken: GetToken) => Port,
  getToken: GetToken,
  again: () => void,
): Port {
  const { member, isBroken, isStale } = readPreview(preview);
  const port = open(member ? () => Promise.resolve(null) : getToken);
  let program: Program | null = null;
  let me: Me | null = null;
  let isAnswered = false;

  const bootstrap = async (call?: Call): Promise<Bootstrap> => {
    const answer = await port.call('bootstrap', call);
    program = answer.program ?? program;
    if (!member || !program) return answer;
    me = invented(program, member, Date.parse(answer.now));
    return { ...answer, me };
  };

  const read = async (name: Resource, call?: Call): Promise<unknown> => {
    if (!READS.has(name)) throw refusal();
    if (isBroken) throw new LoyaltyError('upstream-down', 'preview="error"');
    if (isStale && isAnswered) throw new LoyaltyError('network', 'preview="stale"');
    if (name === 'bootstrap') {
      const answer = await bootstrap(call);
      isAnswered = true;
      if (isStale) setTimeout(again);
      return answer;
    }
    if (!member || name === 'board') return port.call(name, call);
    return { items: (name === 'vouchers' ? me?.vouchers : me?.activity) ?? [], next: null };
  };

  return {
    call: (name, call) => read(name, call) as Promise<Answers[typeof name]>,
    isSignedIn: () => (member ? Promise.resolve(member !== 'guest') : port.isSignedIn()),
    forget: () => port.forget(),
  };
}
