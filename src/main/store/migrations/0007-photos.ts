import type { Migration } from '../migrate'

/** Every portrait that a person has had; at most one of them is shown. */
export const m0007: Migration = {
  version: 7,
  name: 'photos',
  up: db =>
    db.exec(`
      CREATE TABLE photos (
        id       TEXT PRIMARY KEY,
        cadre_id TEXT NOT NULL REFERENCES cadres(id) ON DELETE CASCADE,
        kind     TEXT NOT NULL CHECK (kind IN ('jpeg', 'png', 'bmp')),
        sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
        shown    INTEGER NOT NULL CHECK (shown IN (0, 1)),
        bytes    BLOB NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX photos_shown ON photos (cadre_id) WHERE shown = 1;
      CREATE UNIQUE INDEX photos_by_cadre ON photos (cadre_id, sha256);
    `),
}
