import type { Migration } from '../migrate'

/** Albums of honours: what an album is, who is in it, and the words that it has of its own. */
export const m0045: Migration = {
  version: 45,
  name: 'albums',
  up: db =>
    db.exec(`
      CREATE TABLE albums (
        id          TEXT PRIMARY KEY,
        facts       TEXT NOT NULL,
        removed_for TEXT,
        by_id       TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at          TEXT NOT NULL,
        revision    INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;

      CREATE TABLE album_entries (
        album_id  TEXT NOT NULL REFERENCES albums(id) ON DELETE CASCADE,
        position  INTEGER NOT NULL,
        honour_id TEXT NOT NULL REFERENCES honours(id) ON DELETE RESTRICT,
        text      TEXT,
        PRIMARY KEY (album_id, position),
        UNIQUE (album_id, honour_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX album_entries_by_honour ON album_entries (honour_id);
    `),
}
