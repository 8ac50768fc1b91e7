import type { Migration } from '../migrate'

/** Decisions that honour people, as they are drafted. */
export const m0050: Migration = {
  version: 50,
  name: 'commendations',
  up: db =>
    db.exec(`
      CREATE TABLE commendations (
        id          TEXT PRIMARY KEY,
        facts       TEXT NOT NULL,
        removed_for TEXT,
        by_id       TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at          TEXT NOT NULL,
        revision    INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
    `),
}
