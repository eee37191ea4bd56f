import type { Answer, Field } from '../../../../contract/types.js';
import { isDay } from './day.js';

/** Checks what was filled in against the fields of a form. */

export type FieldFault = 'required' | 'type' | 'option' | 'range' | 'long' | 'unknown';

export interface Fault {
  readonly fault: FieldFault;
  readonly field: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Scales that need not be written out: 0 to 10, 1 to 5. */
const SCALES: Readonly<Record<string, readonly [number, number]>> = {
  nps: [0, 10],
  rating: [1, 5],
};

type Check = (field: Field, answer: Answer) => Omit<Fault, 'field'> | undefined;

const inRange: Check = ({ type, min, max }, answer) => {
  const [least = 0, most = 10] = SCALES[type] ?? [];
  const from = min ?? least;
  const to = max ?? most;
  if (typeof answer !== 'number') return { fault: 'type' };
  return answer >= from && answer <= to ? undefined : { fault: 'range', min: from, max: to };
};

/** One check for each type of field; a type that is not here takes any answer. */
const checks: Readonly<Record<string, Check>> = {
  text(field, answer) {
    if (typeof answer !== 'string') return { fault: 'type' };
    const length = [...answer].length;
    if (field.max !== undefined && length > field.max) return { fault: 'long', max: field.max };
    if (field.min !== undefined && length < field.min) {
      return { fault: 'range', min: field.min, max: field.max };
    }
    return undefined;
  },
  nps: inRange,
  rating: inRange,
  choice({ options = [] }, answer) {
    if (typeof answer !== 'string') return { fault: 'type' };
    return options.some(({ value }) => value === answer) ? undefined : { fault: 'option' };
  },
  choices({ options = [], min, max }, answer) {
    if (!Array.isArray(answer)) return { fault: 'type' };
    const isKnown = answer.every((one) => options.some(({ value }) => value === one));
    if (!isKnown || new Set(answer).size !== answer.length) return { fault: 'option' };
    const isTooFew = min !== undefined && answer.length < min;
    const isTooMany = max !== undefined && answer.length > max;
    return isTooFew || isTooMany ? { fault: 'range', min, max } : undefined;
  },
  date: (_field, answer) =>
    typeof answer === 'string' && isDay(answer) ? undefined : { fault: 'type' },
  consent: ({ required }, answer) => {
    if (typeof answer !== 'boolean') return { fault: 'type' };
    return required && !answer ? { fault: 'required' } : undefined;
  },
};

const isEmpty = (answer: Answer | undefined): boolean =>
  answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);

/** @returns everything that does not fit, in the order of the fields */
export function checkForm(
  fields: readonly Field[],
  answers: Readonly<Record<string, Answer>>,
): Fault[] {
  const faults = fields.flatMap((field): Fault[] => {
    const answer = answers[field.id];
    if (answer === undefined || isEmpty(answer)) {
      return field.required ? [{ fault: 'required', field: field.id }] : [];
    }
    const fault = checks[field.type]?.(field, answer);
    return fault ? [{ ...fault, field: field.id }] : [];
  });
  const strangers = Object.keys(answers).filter((id) => !fields.some((field) => field.id === id));
  return [...faults, ...strangers.map((field): Fault => ({ fault: 'unknown', field }))];
}
