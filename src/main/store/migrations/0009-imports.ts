import type { Migration } from '../migrate'

/**
 * Imports: what was read lies aside here until it is confirmed or discarded; the batch and its files stay as the record.
 * Rows of a batch go with it.
 */
export const m0009: Migration = {
  version: 9,
  name: 'imports',
  up: db =>
    db.exec(`
      CREATE TABLE import_batches (
        id           TEXT PRIMARY KEY,
        by_id        TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        state        TEXT NOT NULL CHECK (state IN ('reading', 'staged', 'confirmed', 'undone')),
        staged_at    TEXT NOT NULL,
        source       TEXT NOT NULL,
        files        INTEGER NOT NULL,
        people       INTEGER NOT NULL,
        ignored      INTEGER NOT NULL,
        confirmed_at TEXT,
        added        INTEGER NOT NULL,
        changed      INTEGER NOT NULL,
        undone_at    TEXT,
        undone_by_id TEXT REFERENCES accounts(id) ON DELETE RESTRICT
      ) STRICT;
      CREATE INDEX import_batches_by_time ON import_batches (staged_at);

      CREATE TABLE import_files (
        batch_id TEXT NOT NULL REFERENCES import_batches(id) ON DELETE CASCADE,
        place    INTEGER NOT NULL,
        name     TEXT NOT NULL,
        bytes    INTEGER NOT NULL,
        sha256   TEXT,
        people   INTEGER NOT NULL,
        failure  TEXT,
        warnings TEXT NOT NULL CHECK (json_valid(warnings)),
        PRIMARY KEY (batch_id, place)
      ) STRICT;

      CREATE TABLE import_items (
        batch_id       TEXT NOT NULL REFERENCES import_batches(id) ON DELETE CASCADE,
        place          INTEGER NOT NULL,
        name           TEXT NOT NULL,
        sex            TEXT CHECK (sex IN ('男', '女')),
        birth          TEXT,
        id_key         TEXT,
        current_post   TEXT NOT NULL,
        filled_on      TEXT,
        file_name      TEXT NOT NULL,
        unit_name      TEXT NOT NULL,
        unit_from      TEXT NOT NULL CHECK (unit_from IN ('file', 'folder')),
        warning_count  INTEGER NOT NULL,
        state          TEXT NOT NULL CHECK (state IN ('new', 'changed', 'unchanged', 'undecided', 'duplicate')),
        fate           TEXT CHECK (fate IN ('add', 'merge', 'skip')),
        cadre_id       TEXT REFERENCES cadres(id) ON DELETE SET NULL,
        cadre_revision INTEGER,
        duplicate_of   INTEGER,
        taking         TEXT NOT NULL CHECK (taking IN ('usual', 'blanks', 'everything')),
        keys           TEXT CHECK (json_valid(keys)),
        changes        INTEGER NOT NULL,
        taken          INTEGER NOT NULL,
        photo          TEXT NOT NULL CHECK (photo IN ('none', 'new', 'same', 'changed', 'kept')),
        photo_taken    INTEGER NOT NULL CHECK (photo_taken IN (0, 1)),
        -- Long texts last: lists read the columns before them alone.
        warnings       TEXT NOT NULL CHECK (json_valid(warnings)),
        record         TEXT NOT NULL CHECK (json_valid(record)),
        PRIMARY KEY (batch_id, place)
      ) STRICT;
      CREATE INDEX import_items_by_state ON import_items (batch_id, state, place);
      CREATE INDEX import_items_by_cadre ON import_items (cadre_id) WHERE cadre_id IS NOT NULL;

      CREATE TABLE import_photos (
        batch_id TEXT NOT NULL REFERENCES import_batches(id) ON DELETE CASCADE,
        place    INTEGER NOT NULL,
        kind     TEXT NOT NULL CHECK (kind IN ('jpeg', 'png', 'bmp')),
        sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
        bytes    BLOB NOT NULL,
        PRIMARY KEY (batch_id, place)
      ) STRICT;

      CREATE TABLE import_units (
        batch_id  TEXT NOT NULL REFERENCES import_batches(id) ON DELETE CASCADE,
        name      TEXT NOT NULL,
        choice    TEXT NOT NULL CHECK (choice IN ('unit', 'create', 'none')),
        unit_id   TEXT,
        parent_id TEXT,
        new_name  TEXT NOT NULL,
        PRIMARY KEY (batch_id, name)
      ) STRICT;
    `),
}
