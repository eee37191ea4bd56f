/** Paid plans that renew themselves, and totals over all members, such as what a donation raised. */
export const plansAndTallies = `
ALTER TABLE loyalty_voucher
  ADD COLUMN renews boolean NOT NULL DEFAULT false,
  ADD COLUMN choice text;

CREATE TABLE loyalty_tally (
  programme text NOT NULL,
  name text NOT NULL,
  value bigint NOT NULL,
  PRIMARY KEY (programme, name)
);

CREATE INDEX loyalty_use_answered ON loyalty_use (programme, at, id)
  WHERE answers IS NOT NULL AND NOT undone;
`;
