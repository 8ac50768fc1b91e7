import type { Migration } from '../migrate'

/** Files that were merged into others, and pairs that somebody has said to be two people. */
export const m0010: Migration = {
  version: 10,
  name: 'duplicates',
  up: db =>
    db.exec(`
      CREATE TABLE merges (
        gone_id TEXT PRIMARY KEY REFERENCES cadres(id) ON DELETE CASCADE,
        kept_id TEXT NOT NULL REFERENCES cadres(id) ON DELETE CASCADE,
        CHECK (gone_id <> kept_id)
      ) STRICT;
      CREATE INDEX merges_by_kept ON merges (kept_id);

      CREATE TABLE duplicate_dismissals (
        a_id     TEXT NOT NULL REFERENCES cadres(id) ON DELETE CASCADE,
        b_id     TEXT NOT NULL REFERENCES cadres(id) ON DELETE CASCADE,
        sureness TEXT NOT NULL CHECK (sureness IN ('certain', 'likely', 'look')),
        reason   TEXT NOT NULL,
        at       TEXT NOT NULL,
        by_id    TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        PRIMARY KEY (a_id, b_id),
        CHECK (a_id < b_id)
      ) STRICT;
      CREATE INDEX duplicate_dismissals_by_b ON duplicate_dismissals (b_id);
    `),
}
