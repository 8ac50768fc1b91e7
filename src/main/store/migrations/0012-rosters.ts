import type { Migration } from '../migrate'

/** Sheets of rosters that wait for their columns, and the columns that were chosen before, by the names in the header. */
export const m0012: Migration = {
  version: 12,
  name: 'rosters',
  up: db =>
    db.exec(`
      CREATE TABLE import_sheets (
        batch_id   TEXT NOT NULL REFERENCES import_batches(id) ON DELETE CASCADE,
        place      INTEGER NOT NULL,
        file_place INTEGER NOT NULL,
        file_name  TEXT NOT NULL,
        folder     TEXT NOT NULL,
        sheet      TEXT NOT NULL,
        -- The sheet's texts last: lists read the columns before them alone.
        grid       TEXT NOT NULL CHECK (json_valid(grid)),
        PRIMARY KEY (batch_id, place)
      ) STRICT;

      CREATE TABLE roster_columns (
        signature TEXT PRIMARY KEY,
        columns   TEXT NOT NULL CHECK (json_valid(columns)),
        set_at    TEXT NOT NULL
      ) STRICT;
    `),
}
