import type { Migration } from '../migrate'

/** Templates of certificates, how far printers are off, and the running numbers that were given. */
export const m0041: Migration = {
  version: 41,
  name: 'certificates',
  up: db =>
    db.exec(`
      CREATE TABLE certificate_templates (
        key      TEXT PRIMARY KEY,
        facts    TEXT NOT NULL,
        by_id    TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at       TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE certificate_offsets (
        template TEXT NOT NULL,
        printer  TEXT NOT NULL,
        x        REAL NOT NULL,
        y        REAL NOT NULL,
        PRIMARY KEY (template, printer)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE certificate_batches (
        id        TEXT PRIMARY KEY,
        source    TEXT NOT NULL,
        template  TEXT NOT NULL,
        series    TEXT NOT NULL,
        first     INTEGER NOT NULL,
        count     INTEGER NOT NULL CHECK (count > 0),
        gap       TEXT NOT NULL,
        withdrawn TEXT,
        by_id     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at        TEXT NOT NULL,
        revision  INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;

      CREATE TABLE certificate_numbers (
        batch_id TEXT NOT NULL REFERENCES certificate_batches(id) ON DELETE RESTRICT,
        series   TEXT NOT NULL,
        number   INTEGER NOT NULL CHECK (number > 0),
        subject  TEXT NOT NULL,
        words    TEXT NOT NULL,
        printed  INTEGER NOT NULL CHECK (printed IN (0, 1)),
        PRIMARY KEY (batch_id, number)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX certificate_numbers_by_series ON certificate_numbers (series, number);
      CREATE INDEX certificate_numbers_by_subject ON certificate_numbers (subject);
    `),
}
