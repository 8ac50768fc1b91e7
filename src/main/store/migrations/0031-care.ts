import type { Migration } from '../migrate'

/**
 * Care: what happened in lives, what was done, who stands in the register, the rules as the unit has changed them, what was
 * waived, and since when the unit keeps care here. Who told of something has no column.
 */
export const m0031: Migration = {
  version: 31,
  name: 'care',
  up: db =>
    db.exec(`
      CREATE TABLE life_events (
        id         TEXT PRIMARY KEY,
        cadre_key  INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        kind       TEXT NOT NULL,
        whom       TEXT NOT NULL,
        on_date    TEXT NOT NULL,
        first      INTEGER NOT NULL,
        last       INTEGER NOT NULL CHECK (first <= last),
        until_day  INTEGER,
        need       TEXT NOT NULL,
        by_id      TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at         TEXT NOT NULL,
        revision   INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX life_events_by_cadre ON life_events (cadre_key, last);
      CREATE INDEX life_events_by_day ON life_events (last);

      CREATE TABLE care_records (
        id            TEXT PRIMARY KEY,
        cadre_key     INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        on_day        INTEGER NOT NULL,
        occasion      TEXT NOT NULL,
        form          TEXT NOT NULL,
        dimension     TEXT NOT NULL CHECK (dimension IN ('政治', '生活', '精神', '经济')),
        measure       TEXT,
        due_key       TEXT,
        event_id      TEXT REFERENCES life_events(id) ON DELETE SET NULL,
        visitors      TEXT NOT NULL,
        what          TEXT NOT NULL,
        money_fen     INTEGER NOT NULL CHECK (money_fen >= 0),
        goods         TEXT NOT NULL,
        standard      TEXT NOT NULL,
        source        TEXT,
        voucher       TEXT NOT NULL,
        approved_by   TEXT NOT NULL,
        promise       TEXT NOT NULL,
        next_step     TEXT NOT NULL,
        next_on       INTEGER,
        attachments   TEXT NOT NULL CHECK (json_valid(attachments)),
        batch_id      TEXT,
        withdrawn_for TEXT,
        by_id         TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at            TEXT NOT NULL,
        revision      INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX care_records_by_cadre ON care_records (cadre_key, on_day);
      CREATE INDEX care_records_by_day ON care_records (on_day);
      CREATE INDEX care_records_by_batch ON care_records (batch_id) WHERE batch_id IS NOT NULL;

      CREATE TABLE care_entries (
        id            TEXT PRIMARY KEY,
        cadre_key     INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        kind          TEXT NOT NULL,
        from_day      INTEGER NOT NULL,
        until_day     INTEGER,
        situations    TEXT NOT NULL CHECK (json_valid(situations)),
        place         TEXT NOT NULL,
        details       TEXT NOT NULL,
        contact       TEXT NOT NULL,
        contact_phone TEXT NOT NULL,
        visitor_id    TEXT REFERENCES accounts(id) ON DELETE RESTRICT,
        visitor       TEXT NOT NULL,
        ended_for     TEXT,
        by_id         TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at            TEXT NOT NULL,
        revision      INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX care_entries_by_cadre ON care_entries (cadre_key);
      CREATE INDEX care_entries_by_kind ON care_entries (kind, from_day);

      CREATE TABLE care_rules (
        id         TEXT NOT NULL,
        version    INTEGER NOT NULL CHECK (version > 0),
        body       TEXT NOT NULL CHECK (json_valid(body)),
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        reason     TEXT NOT NULL,
        PRIMARY KEY (id, version)
      ) STRICT;

      CREATE TABLE care_waivers (
        due_key   TEXT PRIMARY KEY,
        cadre_key INTEGER NOT NULL REFERENCES cadres(key) ON DELETE CASCADE,
        by_id     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at        TEXT NOT NULL,
        reason    TEXT NOT NULL
      ) STRICT;
      CREATE INDEX care_waivers_by_cadre ON care_waivers (cadre_key);

      CREATE TABLE care_start (
        only   INTEGER PRIMARY KEY CHECK (only = 1),
        since  INTEGER NOT NULL,
        by_id  TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at     TEXT NOT NULL,
        reason TEXT NOT NULL
      ) STRICT;
    `),
}
