import type { Migration } from '../migrate'

/** How care is felt: sums of a unit and a year. No row is about a person. */
export const m0048: Migration = {
  version: 48,
  name: 'care-surveys',
  up: db =>
    db.exec(`
      CREATE TABLE care_survey_forms (
        version    INTEGER PRIMARY KEY,
        from_year  INTEGER NOT NULL,
        body       TEXT NOT NULL CHECK (json_valid(body)),
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        reason     TEXT NOT NULL
      ) STRICT;

      CREATE TABLE care_survey_totals (
        year     INTEGER NOT NULL,
        unit_id  TEXT NOT NULL REFERENCES units(id) ON DELETE RESTRICT,
        totals   TEXT NOT NULL CHECK (json_valid(totals)),
        by_id    TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at       TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision > 0),
        PRIMARY KEY (year, unit_id)
      ) STRICT;
    `),
}
