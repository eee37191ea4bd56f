/** Every type of programme (contract, section 9) and the journey that performs it. */

export interface Row {
  /** In the words of the contract and of docs/programme-file.md. */
  readonly type: string;
  /** A file of this folder, without `.test.ts`. */
  readonly file: string;
  /** The title of the test in it. */
  readonly title: string;
}

const row = (type: string, file: string, title: string): Row => ({ type, file, title });

export const rows: readonly Row[] = [
  row('Points', 'points', 'an order brings points, and points become a code'),
  row('Variable exchange', 'points', 'the slider turns as many points into money off as wanted'),
  row(
    'Several prices for one reward',
    'points',
    'the same thing is paid with one unit or with another',
  ),
  row('Tiers by spend, points or orders', 'tiers', 'enough spent is the next level, with its gift'),
  row('Tier by invitation or paid', 'tiers', 'whoever is invited is let into the circle'),
  row(
    'Cashback, store credit',
    'money',
    'an order brings credit in euros, and credit pays the next',
  ),
  row('Stamp card', 'tracks', 'the last stamp fills the card, and the gift is there'),
  row('Paid membership', 'plan', 'the plan is paid at the checkout, and its perk holds'),
  row(
    'Challenge, mission, quest',
    'tracks',
    'whoever joins the hunt and finds them all gets the chest',
  ),
  row(
    'Streak, with freezes',
    'streak',
    'a streak outlives a missed day and the change of clocks with one freeze',
  ),
  row('Badges', 'tracks', 'the first time is a badge, the third time the next, with its gift'),
  row('XP and levels', 'tracks', 'XP lift the level, and nobody can spend them'),
  row(
    'Wheel, scratch card, mystery box, advent calendar',
    'games',
    'a spin costs one and wins what the wheel shows',
  ),
  row(
    'Draw, contest, leaderboard, league',
    'boards',
    'the first place is won when the league closes',
  ),
  row(
    'Community goal',
    'boards',
    'all reach the goal together, and whoever took part gets the gift',
  ),
  row(
    'Referral, and its ladder',
    'referral',
    'a friend who orders pays both and climbs the ladder',
  ),
  row('Donation', 'money', 'points become a donation to the chosen cause'),
  row('Survey, NPS, quiz, feedback', 'forms', 'how likely is it, from 0 to 10: the answer pays'),
  row('Review, social, receipt, scan, check-in', 'shop', 'a check-in at the till is worth a key'),
  row('Birthday, anniversary, welcome gift', 'gifts', 'on the birthday a gift waits to be opened'),
  row('Milestones', 'tracks', 'the milestone pays once it is reached, and only once'),
  row(
    'Early access, event, members-only product',
    'access',
    'the door opens to the level when its window does',
  ),
  row(
    'Time-limited or category-limited',
    'limits',
    'only what a double is for counts more, and only in its hours',
  ),
  row('Surprise gift, win-back', 'gifts', 'a surprise opens itself once, and never again'),
  row('Subscription perks', 'limits', 'a subscription brings its coupon for three deliveries'),
  row('Pay with points at checkout', 'checkout', 'points are held for the order and spent by it'),
];
