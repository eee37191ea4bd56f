import { adjust, pass } from './shop-steps.js';
import type { Step } from './step.js';
import { open, pressInBoth, redeem, reload, signIn, turnNetwork, undo } from './tab-steps.js';
import type { Fate } from './wire.js';

/** Courses of events that went wrong once, or that chance seldom finds. */

const silence: Fate[] = ['dropped', 'dropped', 'dropped'];

export const stories: Readonly<Record<string, readonly Step[]>> = {
  'a press without the network forgets no wish that may have come true': [
    adjust('ada', 250, 1),
    open(0, []),
    redeem(0, 'off5', silence),
    turnNetwork(false),
    redeem(0, 'off5', []),
    turnNetwork(true),
    redeem(0, 'off5', []),
  ],
  'a wish in doubt is asked for with its own key after a reload': [
    adjust('ada', 250, 1),
    open(0, []),
    redeem(0, 'off5', silence),
    reload(0),
    redeem(0, 'off5', []),
  ],
  'a wish of yesterday is another one': [
    adjust('ada', 250, 1),
    open(0, []),
    redeem(0, 'off5', silence),
    pass(25 * 60),
    redeem(0, 'off5', []),
  ],
  'what was undone without an answer is undone once': [
    adjust('ada', 100, 1),
    open(0, []),
    redeem(0, 'off5', []),
    undo(0, 0, silence),
    undo(0, 0, []),
    redeem(0, 'off5', []),
  ],
  'the last one goes to one of two members who press in one moment': [
    adjust('ada', 100, 1),
    adjust('ben', 100, 1),
    open(0, []),
    signIn(1, 'ben'),
    pressInBoth('mug'),
    reload(0),
    pressInBoth('mug'),
  ],
  'a refusal whose answer was lost is heard, and the next press is a new wish': [
    open(0, []),
    redeem(0, 'off5', silence),
    adjust('ada', 100, 1),
    redeem(0, 'off5', []),
    redeem(0, 'off5', []),
  ],
};
