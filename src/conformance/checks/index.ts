import type { Check } from '../check.js';
import { input } from './input.js';
import { money } from './money.js';
import { pages } from './pages.js';
import { shapes } from './shapes.js';
import { who } from './who.js';

/** A chapter of the report. */
export interface Topic {
  readonly title: string;
  readonly checks: readonly Check[];
}

/** Everything that is looked at, in this order: what spends comes late, what looks back comes last. */
export const topics: readonly Topic[] = [
  { title: 'Documents', checks: shapes },
  { title: 'Browsers and caches', checks: pages },
  { title: 'Nothing twice', checks: money },
  { title: 'Who may', checks: who },
  { title: 'Whatever is sent', checks: input },
];

export const checks: readonly Check[] = topics.flatMap((topic) => topic.checks);
