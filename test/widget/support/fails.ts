import { LoyaltyError } from '../../../src/widget/client/errors.js';

/** The error that a promise ends with; a promise that keeps well is a fault. */
export async function failure(promise: Promise<unknown>): Promise<LoyaltyError> {
  try {
    await promise;
  } catch (error) {
    return error as LoyaltyError;
  }
  throw new Error('expected a failure');
}

/** The error of a function that throws at once. */
export function thrown(act: () => unknown): LoyaltyError {
  try {
    act();
  } catch (error) {
    return error as LoyaltyError;
  }
  throw new Error('expected an error');
}

/** An answer of the server that is final. */
export const refused = (code: string, status = 409): LoyaltyError =>
  new LoyaltyError(code, `refused: ${code}`, { status, code });

/** An answer that never came. */
export const lost = (): LoyaltyError => new LoyaltyError('timeout', 'No answer.');
