/**
 * What remains of whoever left, so that nothing is had twice by leaving and coming back: which limits
 * they had used up, by the ids of rules and rewards, until they are back and it is theirs again.
 */
export const left = `
ALTER TABLE loyalty_left
  ADD COLUMN back boolean NOT NULL DEFAULT false,
  ADD COLUMN had jsonb NOT NULL DEFAULT '[]'
`;
