import type { Migration } from '../migrate'

/** The 29 care measures as a unit has changed them, the plan of each year, and what was done. */
export const m0027: Migration = {
  version: 27,
  name: 'care-measures',
  up: db =>
    db.exec(`
      CREATE TABLE care_measures (
        key        TEXT NOT NULL,
        version    INTEGER NOT NULL CHECK (version > 0),
        body       TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        reason     TEXT NOT NULL,
        PRIMARY KEY (key, version)
      ) STRICT;

      CREATE TABLE care_measure_plans (
        measure_key TEXT NOT NULL,
        year        INTEGER NOT NULL,
        target      INTEGER CHECK (target > 0),
        count_of    TEXT NOT NULL CHECK (count_of IN ('次', '人次')),
        goal        TEXT NOT NULL,
        owner       TEXT NOT NULL,
        due_on      TEXT NOT NULL,
        notes       TEXT NOT NULL,
        settled_on  TEXT,
        by_id       TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at          TEXT NOT NULL,
        revision    INTEGER NOT NULL CHECK (revision > 0),
        PRIMARY KEY (measure_key, year)
      ) STRICT;
      CREATE INDEX care_measure_plans_by_year ON care_measure_plans (year, due_on);

      CREATE TABLE care_measure_evidence (
        id          TEXT PRIMARY KEY,
        measure_key TEXT NOT NULL,
        on_day      TEXT NOT NULL,
        what        TEXT NOT NULL,
        people      INTEGER NOT NULL CHECK (people >= 0),
        unit_id     TEXT REFERENCES units(id) ON DELETE SET NULL,
        by_id       TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at          TEXT NOT NULL,
        revision    INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX care_measure_evidence_by_measure ON care_measure_evidence (measure_key, on_day);
      CREATE INDEX care_measure_evidence_by_day ON care_measure_evidence (on_day);
      CREATE INDEX care_measure_evidence_by_unit ON care_measure_evidence (unit_id);
    `),
}
