import type { Migration } from '../migrate'

/**
 * Titles that hold for a time, what came in together, scans, and suggestions that were decided against; and what boards and
 * lists of 100,000 honours are counted from without touching the rows.
 */
export const m0044: Migration = {
  version: 44,
  name: 'honours-register',
  up: db =>
    db.exec(`
      ALTER TABLE honours ADD COLUMN valid_until INTEGER;
      ALTER TABLE honours ADD COLUMN batch_id TEXT;
      DROP INDEX honours_by_day;
      CREATE INDEX honours_by_day ON honours (on_first DESC, id) WHERE removed_for IS NULL;
      CREATE INDEX honours_in_force ON honours
        (year, level, kind, holder, unit_id, cadre_key, campaign_id, verified_on, posthumous)
        WHERE removed_for IS NULL AND revoked_on IS NULL;
      CREATE INDEX honours_by_batch ON honours (batch_id) WHERE batch_id IS NOT NULL;
      CREATE INDEX cadres_trashed ON cadres (key) WHERE trashed_at IS NOT NULL;

      CREATE TABLE honour_scans (
        id          TEXT PRIMARY KEY REFERENCES attachment_contents(id) ON DELETE RESTRICT,
        honour_id   TEXT NOT NULL REFERENCES honours(id) ON DELETE RESTRICT,
        title       TEXT NOT NULL,
        added_at    TEXT NOT NULL,
        by_id       TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        removed_at  TEXT,
        removed_for TEXT NOT NULL
      ) STRICT;
      CREATE INDEX honour_scans_by_honour ON honour_scans (honour_id, added_at);

      CREATE TABLE honour_batches (
        id    TEXT PRIMARY KEY,
        what  TEXT NOT NULL CHECK (what IN ('import', 'adopt')),
        words TEXT NOT NULL,
        count INTEGER NOT NULL CHECK (count > 0),
        at    TEXT NOT NULL,
        by_id TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        undone_at TEXT
      ) STRICT;

      CREATE TABLE honour_declined (
        cadre_key INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        year      INTEGER NOT NULL,
        kind      TEXT NOT NULL,
        reason    TEXT NOT NULL,
        at        TEXT NOT NULL,
        by_id     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        PRIMARY KEY (cadre_key, year, kind)
      ) STRICT, WITHOUT ROWID;
    `),
}
