import type { Migration } from '../migrate'

/** The forward-secure audit chain: lines are only ever added; the key that wrote a line is gone once the next is written. */
export const m0002: Migration = {
  version: 2,
  name: 'audit',
  up: db =>
    db.exec(`
      CREATE TABLE audit_lines (
        seq   INTEGER PRIMARY KEY,
        epoch INTEGER NOT NULL,
        body  TEXT NOT NULL,
        mac   BLOB NOT NULL
      ) STRICT;
      CREATE TRIGGER audit_lines_keep BEFORE UPDATE ON audit_lines BEGIN SELECT RAISE(ABORT, 'audit lines are kept'); END;
      CREATE TRIGGER audit_lines_stay BEFORE DELETE ON audit_lines BEGIN SELECT RAISE(ABORT, 'audit lines are kept'); END;
      -- INSERT OR REPLACE deletes without firing the trigger above, so an insert must continue the chain.
      CREATE TRIGGER audit_lines_follow BEFORE INSERT ON audit_lines
        WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit_lines)
        BEGIN SELECT RAISE(ABORT, 'audit lines follow each other'); END;

      CREATE TABLE audit_head (
        id          INTEGER PRIMARY KEY CHECK (id = 1),
        epoch       INTEGER NOT NULL,
        seq         INTEGER NOT NULL,
        key         BLOB NOT NULL,
        mac         BLOB NOT NULL,
        max_seen_ms INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE audit_epochs (
        epoch     INTEGER PRIMARY KEY,
        first_seq INTEGER NOT NULL,
        seals     TEXT NOT NULL CHECK (json_valid(seals)),
        link      BLOB
      ) STRICT;

      CREATE TABLE audit_checkpoints (
        seq        INTEGER NOT NULL,
        mac        BLOB NOT NULL,
        tag        BLOB NOT NULL,
        at         TEXT NOT NULL,
        auditor_id TEXT NOT NULL,
        note       TEXT NOT NULL,
        PRIMARY KEY (seq, auditor_id)
      ) STRICT;
    `),
}
