import type { Migration } from '../migrate'

/** Visits to old members without a file, whom the records of care cannot name. */
export const m0051: Migration = {
  version: 51,
  name: 'medal-visits',
  up: db =>
    db.exec(`
      CREATE TABLE medal_visits (
        id         TEXT PRIMARY KEY,
        member_id  TEXT NOT NULL REFERENCES medal_members(id) ON DELETE RESTRICT,
        on_day     INTEGER NOT NULL,
        visitors   TEXT NOT NULL,
        money_fen  INTEGER NOT NULL CHECK (money_fen >= 0),
        goods      TEXT NOT NULL,
        note       TEXT NOT NULL,
        struck_for TEXT NOT NULL,
        by_id      TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at         TEXT NOT NULL
      ) STRICT;
      CREATE INDEX medal_visits_by_member ON medal_visits (member_id, on_day);
    `),
}
