import type { Migration } from '../migrate'

/** Days off and weekends worked, year by year, as the unit has imported or edited them. A body of NULL takes the year out again. */
export const m0028: Migration = {
  version: 28,
  name: 'holidays',
  up: db =>
    db.exec(`
      CREATE TABLE holiday_years (
        year       INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2200),
        version    INTEGER NOT NULL CHECK (version > 0),
        body       TEXT CHECK (json_valid(body)),
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        reason     TEXT NOT NULL,
        PRIMARY KEY (year, version)
      ) STRICT;
    `),
}
