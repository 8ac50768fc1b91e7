import type { Migration } from '../migrate'

/**
 * Word templates as a unit has put them in, every version kept, and signed scans of talks: what they hold lies with the
 * contents of attachments.
 */
export const m0020: Migration = {
  version: 20,
  name: 'documents',
  up: db =>
    db.exec(`
      CREATE TABLE paper_templates (
        form       TEXT NOT NULL CHECK (form <> ''),
        version    INTEGER NOT NULL CHECK (version > 0),
        name       TEXT NOT NULL,
        -- Null where the unit went back to the one that ships.
        content    BLOB,
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        reason     TEXT NOT NULL,
        PRIMARY KEY (form, version)
      ) STRICT;

      CREATE TABLE interview_scans (
        id            TEXT PRIMARY KEY REFERENCES attachment_contents(id) ON DELETE RESTRICT,
        interview_key INTEGER NOT NULL REFERENCES interviews(key) ON DELETE RESTRICT,
        title         TEXT NOT NULL CHECK (title <> ''),
        added_at      TEXT NOT NULL,
        by_id         TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        removed_at    TEXT,
        removed_for   TEXT NOT NULL
      ) STRICT;
      CREATE INDEX interview_scans_by_interview ON interview_scans (interview_key, added_at);
    `),
}
