import type { Migration } from '../migrate'

/**
 * Attachments of a person. Content stands apart and in parts, so that neither a list nor a row ever holds fifty
 * megabytes; a content without an attachment is the remains of an adding that was interrupted.
 */
export const m0013: Migration = {
  version: 13,
  name: 'attachments',
  up: db =>
    db.exec(`
      CREATE TABLE attachment_contents (
        id     TEXT PRIMARY KEY,
        format TEXT NOT NULL CHECK (format IN ('pdf', 'jpeg', 'png', 'tiff', 'ofd', 'docx', 'xlsx')),
        bytes  INTEGER NOT NULL CHECK (bytes > 0),
        -- Known when the last part has arrived.
        sha256 TEXT CHECK (length(sha256) = 64)
      ) STRICT;

      CREATE TABLE attachment_parts (
        id    TEXT NOT NULL REFERENCES attachment_contents(id) ON DELETE CASCADE,
        part  INTEGER NOT NULL CHECK (part >= 0),
        bytes BLOB NOT NULL,
        PRIMARY KEY (id, part)
      ) STRICT;

      CREATE TABLE attachments (
        id              TEXT PRIMARY KEY REFERENCES attachment_contents(id) ON DELETE RESTRICT,
        cadre_id        TEXT NOT NULL REFERENCES cadres(id) ON DELETE CASCADE,
        category        TEXT NOT NULL CHECK (category IN ('1', '2', '3', '4', '5', '6', '7', '8', '9', '10')),
        position        INTEGER NOT NULL CHECK (position >= 0),
        title           TEXT NOT NULL CHECK (title <> ''),
        document_on     TEXT,
        document_number TEXT NOT NULL,
        note            TEXT NOT NULL,
        mark            TEXT NOT NULL CHECK (mark <> ''),
        added_at        TEXT NOT NULL,
        by_id           TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        removed_at      TEXT
      ) STRICT;
      CREATE INDEX attachments_by_cadre ON attachments (cadre_id, category, position);
    `),
}
