/** Boards and their results, goals of all members, and who came through whom. */
export const boards = `
ALTER TABLE loyalty_member ADD COLUMN alias text;
ALTER TABLE loyalty_member ADD COLUMN hidden boolean NOT NULL DEFAULT false;

CREATE INDEX loyalty_posting_unit ON loyalty_posting (programme, unit, at)
  INCLUDE (member, value) WHERE counts;

CREATE TABLE loyalty_league (
  programme text NOT NULL,
  board text NOT NULL,
  member text NOT NULL,
  "group" bigint NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (programme, board, member)
);

CREATE TABLE loyalty_closing (
  programme text NOT NULL,
  board text NOT NULL,
  at timestamptz NOT NULL,
  members bigint NOT NULL,
  total bigint NOT NULL,
  PRIMARY KEY (programme, board)
);

CREATE TABLE loyalty_place (
  programme text NOT NULL,
  board text NOT NULL,
  member text NOT NULL,
  "group" bigint NOT NULL,
  rank bigint,
  value bigint NOT NULL,
  reached timestamptz NOT NULL,
  ticket bigint,
  prize bigint,
  given_at timestamptz,
  entry text,
  PRIMARY KEY (programme, board, member)
);
CREATE INDEX loyalty_place_owed ON loyalty_place (programme, member)
  WHERE prize IS NOT NULL AND given_at IS NULL;

CREATE TABLE loyalty_goal (
  programme text NOT NULL,
  track text NOT NULL,
  step text NOT NULL,
  round timestamptz NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (programme, track, round, step)
);

CREATE TABLE loyalty_referrer (
  programme text NOT NULL,
  member text NOT NULL,
  code text NOT NULL,
  sent bigint NOT NULL,
  PRIMARY KEY (programme, member)
);
CREATE UNIQUE INDEX loyalty_referrer_code ON loyalty_referrer (programme, code);

CREATE TABLE loyalty_referral (
  programme text NOT NULL,
  friend text NOT NULL,
  referrer text NOT NULL,
  state text NOT NULL,
  at timestamptz NOT NULL,
  "order" text,
  ordered_at timestamptz,
  entries jsonb NOT NULL,
  PRIMARY KEY (programme, friend)
);
CREATE INDEX loyalty_referral_newest ON loyalty_referral (programme, referrer, at DESC);
CREATE INDEX loyalty_referral_owed ON loyalty_referral (programme, referrer)
  WHERE state IN ('ordered', 'returned');
`;
