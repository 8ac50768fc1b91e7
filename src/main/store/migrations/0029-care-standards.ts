import type { Migration } from '../migrate'

/** Ceilings of money and days by occasion, version by version, as the unit's documents set them. */
export const m0029: Migration = {
  version: 29,
  name: 'care-standards',
  up: db =>
    db.exec(`
      CREATE TABLE care_standards (
        occasion   TEXT NOT NULL,
        version    INTEGER NOT NULL CHECK (version > 0),
        body       TEXT NOT NULL CHECK (json_valid(body)),
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        reason     TEXT NOT NULL,
        PRIMARY KEY (occasion, version)
      ) STRICT;
    `),
}
