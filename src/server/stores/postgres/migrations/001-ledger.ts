/**
 * The ledger's tables. Every key begins with the programme, so that one database serves many and a
 * cluster can be split by it. Quantities are `bigint` in the unit's scale, times `timestamptz`.
 * A key's answer is `json`, not `jsonb`: a replay must hear the very same bytes.
 */
export const ledger = `
CREATE TABLE loyalty_member (
  programme text NOT NULL,
  id text NOT NULL,
  state text NOT NULL,
  name text,
  birthday jsonb,
  joined_at timestamptz NOT NULL,
  rev bigint NOT NULL,
  settled_to timestamptz NOT NULL,
  due_at timestamptz,
  PRIMARY KEY (programme, id)
);
CREATE INDEX loyalty_member_due ON loyalty_member (programme, due_at) WHERE due_at IS NOT NULL;

CREATE TABLE loyalty_event (
  programme text NOT NULL,
  id text NOT NULL,
  member text NOT NULL,
  type text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (programme, id)
);

CREATE TABLE loyalty_key (
  programme text NOT NULL,
  subject text NOT NULL,
  key text NOT NULL,
  method text NOT NULL,
  path text NOT NULL,
  body_hash text NOT NULL,
  at timestamptz NOT NULL,
  status bigint,
  body json,
  PRIMARY KEY (programme, subject, key)
);
CREATE INDEX loyalty_key_age ON loyalty_key (programme, at);

CREATE TABLE loyalty_balance (
  programme text NOT NULL,
  member text NOT NULL,
  unit text NOT NULL,
  available bigint NOT NULL,
  pending bigint NOT NULL CHECK (pending >= 0),
  held bigint NOT NULL CHECK (held >= 0),
  lifetime bigint NOT NULL,
  spent bigint NOT NULL,
  PRIMARY KEY (programme, member, unit)
);

CREATE TABLE loyalty_entry (
  programme text NOT NULL,
  id text NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  member text NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  title jsonb NOT NULL,
  amounts jsonb NOT NULL,
  state text NOT NULL,
  releases_at timestamptz,
  expires_at timestamptz,
  ref jsonb,
  because jsonb NOT NULL,
  cause text,
  PRIMARY KEY (programme, id)
);
CREATE INDEX loyalty_entry_newest ON loyalty_entry (programme, member, at DESC, seq DESC);

CREATE TABLE loyalty_posting (
  programme text NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  entry text NOT NULL,
  member text NOT NULL,
  unit text NOT NULL,
  value bigint NOT NULL,
  bucket text NOT NULL,
  at timestamptz NOT NULL,
  counts boolean NOT NULL,
  PRIMARY KEY (programme, seq)
);
CREATE INDEX loyalty_posting_sum ON loyalty_posting (programme, member, unit, at)
  INCLUDE (value) WHERE counts;
CREATE INDEX loyalty_posting_entry ON loyalty_posting (programme, entry);

CREATE TABLE loyalty_lot (
  programme text NOT NULL,
  id text NOT NULL,
  member text NOT NULL,
  unit text NOT NULL,
  entry text NOT NULL,
  value bigint NOT NULL,
  remaining bigint NOT NULL CHECK (remaining <= value),
  expired bigint NOT NULL,
  pending boolean NOT NULL,
  usable_at timestamptz NOT NULL,
  expires_at timestamptz,
  at timestamptz NOT NULL,
  PRIMARY KEY (programme, id)
);
CREATE INDEX loyalty_lot_open ON loyalty_lot (programme, member) WHERE remaining <> 0;
CREATE INDEX loyalty_lot_entry ON loyalty_lot (programme, entry);

CREATE TABLE loyalty_lot_use (
  programme text NOT NULL,
  entry text NOT NULL,
  lot text NOT NULL,
  value bigint NOT NULL,
  PRIMARY KEY (programme, entry, lot)
);

CREATE TABLE loyalty_voucher (
  programme text NOT NULL,
  id text NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  member text NOT NULL,
  title jsonb NOT NULL,
  status text NOT NULL,
  source jsonb NOT NULL,
  "grant" jsonb NOT NULL,
  cost jsonb,
  segment text,
  code text,
  "left" jsonb,
  apply_url text,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz,
  used_at timestamptz,
  seen_at timestamptz,
  undo_until timestamptz,
  ended_at timestamptz,
  terms_url text,
  entry text NOT NULL,
  used_by text,
  PRIMARY KEY (programme, id)
);
CREATE UNIQUE INDEX loyalty_voucher_code ON loyalty_voucher (programme, code);
CREATE INDEX loyalty_voucher_newest ON loyalty_voucher (programme, member, issued_at DESC, seq DESC);
CREATE INDEX loyalty_voucher_entry ON loyalty_voucher (programme, entry);

CREATE TABLE loyalty_track (
  programme text NOT NULL,
  member text NOT NULL,
  track text NOT NULL,
  step text,
  until timestamptz,
  cycle bigint NOT NULL,
  done_count bigint NOT NULL,
  joined_at timestamptz,
  streak jsonb,
  PRIMARY KEY (programme, member, track)
);

CREATE TABLE loyalty_reach (
  programme text NOT NULL,
  id text NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  member text NOT NULL,
  track text NOT NULL,
  step text NOT NULL,
  cycle bigint NOT NULL,
  at timestamptz NOT NULL,
  entry text NOT NULL,
  before jsonb NOT NULL,
  undone boolean NOT NULL,
  PRIMARY KEY (programme, id)
);
CREATE UNIQUE INDEX loyalty_reach_once ON loyalty_reach (programme, member, track, cycle, step)
  WHERE NOT undone;
CREATE INDEX loyalty_reach_newest ON loyalty_reach (programme, member, at DESC) WHERE NOT undone;

CREATE TABLE loyalty_use (
  programme text NOT NULL,
  id text NOT NULL,
  member text NOT NULL,
  scope text NOT NULL,
  "of" text NOT NULL,
  at timestamptz NOT NULL,
  ref text,
  entry text NOT NULL,
  answers jsonb,
  undone boolean NOT NULL DEFAULT false,
  PRIMARY KEY (programme, id)
);
CREATE INDEX loyalty_use_member ON loyalty_use (programme, member, at) WHERE NOT undone;
CREATE INDEX loyalty_use_entry ON loyalty_use (programme, entry);

CREATE TABLE loyalty_order (
  programme text NOT NULL,
  id text NOT NULL,
  member text NOT NULL,
  at timestamptz NOT NULL,
  total bigint NOT NULL,
  refunded bigint NOT NULL,
  entry text NOT NULL,
  PRIMARY KEY (programme, id)
);
CREATE INDEX loyalty_order_member ON loyalty_order (programme, member, at DESC);

CREATE TABLE loyalty_stock (
  programme text NOT NULL,
  reward text NOT NULL,
  taken bigint NOT NULL CHECK (taken >= 0),
  PRIMARY KEY (programme, reward)
);
`;
