import type { Migration } from '../migrate'

/** Rules of who talks to whom as the unit has changed them, what was waived, and what made a talk due that stands in no file. */
export const m0017: Migration = {
  version: 17,
  name: 'talk-rules',
  up: db =>
    db.exec(`
      CREATE TABLE talk_rules (
        id         TEXT NOT NULL,
        version    INTEGER NOT NULL CHECK (version > 0),
        body       TEXT NOT NULL CHECK (json_valid(body)),
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        reason     TEXT NOT NULL,
        PRIMARY KEY (id, version)
      ) STRICT;

      CREATE TABLE talk_waivers (
        due_key   TEXT PRIMARY KEY,
        cadre_key INTEGER NOT NULL REFERENCES cadres(key) ON DELETE CASCADE,
        by_id     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at        TEXT NOT NULL,
        reason    TEXT NOT NULL
      ) STRICT;
      CREATE INDEX talk_waivers_by_cadre ON talk_waivers (cadre_key);

      CREATE TABLE talk_occasions (
        id         TEXT PRIMARY KEY,
        cadre_key  INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        kind       TEXT NOT NULL,
        on_day     INTEGER NOT NULL,
        note       TEXT NOT NULL,
        by_id      TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at         TEXT NOT NULL
      ) STRICT;
      CREATE INDEX talk_occasions_by_cadre ON talk_occasions (cadre_key, on_day);
      CREATE INDEX talk_occasions_by_day ON talk_occasions (on_day);
    `),
}
