import type { Migration } from '../migrate'

/**
 * The bytes of a picture lie by themselves, so that a staged one becomes a portrait without being copied. They go with
 * the last row that names them.
 */
export const m0014: Migration = {
  version: 14,
  name: 'photo-bytes',
  up: db =>
    db.exec(`
      CREATE TABLE photo_bytes (
        key   INTEGER PRIMARY KEY,
        bytes BLOB NOT NULL
      ) STRICT;

      CREATE TABLE new_photos (
        id        TEXT PRIMARY KEY,
        cadre_id  TEXT NOT NULL REFERENCES cadres(id) ON DELETE CASCADE,
        kind      TEXT NOT NULL CHECK (kind IN ('jpeg', 'png', 'bmp')),
        sha256    TEXT NOT NULL CHECK (length(sha256) = 64),
        shown     INTEGER NOT NULL CHECK (shown IN (0, 1)),
        bytes_key INTEGER NOT NULL REFERENCES photo_bytes(key) ON DELETE RESTRICT
      ) STRICT;
      INSERT INTO photo_bytes (key, bytes) SELECT rowid, bytes FROM photos ORDER BY rowid;
      INSERT INTO new_photos SELECT id, cadre_id, kind, sha256, shown, rowid FROM photos ORDER BY rowid;
      DROP TABLE photos;
      ALTER TABLE new_photos RENAME TO photos;
      CREATE UNIQUE INDEX photos_shown ON photos (cadre_id) WHERE shown = 1;
      CREATE UNIQUE INDEX photos_by_cadre ON photos (cadre_id, sha256);
      CREATE UNIQUE INDEX photos_by_bytes ON photos (bytes_key);

      CREATE TABLE new_import_photos (
        batch_id  TEXT NOT NULL REFERENCES import_batches(id) ON DELETE CASCADE,
        place     INTEGER NOT NULL,
        kind      TEXT NOT NULL CHECK (kind IN ('jpeg', 'png', 'bmp')),
        sha256    TEXT NOT NULL CHECK (length(sha256) = 64),
        bytes_key INTEGER NOT NULL REFERENCES photo_bytes(key) ON DELETE RESTRICT,
        PRIMARY KEY (batch_id, place)
      ) STRICT;
      INSERT INTO photo_bytes (key, bytes)
        SELECT rowid + (SELECT coalesce(max(key), 0) FROM photo_bytes), bytes FROM import_photos ORDER BY rowid;
      INSERT INTO new_import_photos
        SELECT batch_id, place, kind, sha256, rowid + (SELECT coalesce(max(bytes_key), 0) FROM photos)
        FROM import_photos ORDER BY rowid;
      DROP TABLE import_photos;
      ALTER TABLE new_import_photos RENAME TO import_photos;
      CREATE UNIQUE INDEX import_photos_by_bytes ON import_photos (bytes_key);

      CREATE TRIGGER photos_gone AFTER DELETE ON photos
        WHEN NOT EXISTS (SELECT 1 FROM import_photos WHERE bytes_key = OLD.bytes_key)
        BEGIN DELETE FROM photo_bytes WHERE key = OLD.bytes_key; END;
      CREATE TRIGGER import_photos_gone AFTER DELETE ON import_photos
        WHEN NOT EXISTS (SELECT 1 FROM photos WHERE bytes_key = OLD.bytes_key)
        BEGIN DELETE FROM photo_bytes WHERE key = OLD.bytes_key; END;
    `),
}
