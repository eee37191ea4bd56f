/**
 * What a member decides (consents), who has left, and the tickets of live updates. Who has left is
 * kept as a keyed fingerprint only, so that being seen again does not make them a member again.
 */
export const members = `
ALTER TABLE loyalty_member ADD COLUMN consents jsonb NOT NULL DEFAULT '{}';

CREATE TABLE loyalty_left (
  programme text NOT NULL,
  print text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (programme, print)
);

CREATE TABLE loyalty_secret (
  programme text NOT NULL,
  name text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (programme, name)
);

CREATE TABLE loyalty_ticket (
  programme text NOT NULL,
  id text NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (programme, id)
);
CREATE INDEX loyalty_ticket_age ON loyalty_ticket (programme, until)
`;
