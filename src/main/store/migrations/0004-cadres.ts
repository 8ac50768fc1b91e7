import type { Migration } from '../migrate'

/**
 * Cadre files: one row a person for what lists and queries need, the whole file as one JSON text in a table of its own
 * (so that a list over everyone reads small rows alone), every change for ever, and a search index over spaced characters.
 */
export const m0004: Migration = {
  version: 4,
  name: 'cadres',
  up: db =>
    db.exec(`
      CREATE TABLE cadres (
        key                INTEGER PRIMARY KEY,
        id                 TEXT NOT NULL UNIQUE,
        name               TEXT NOT NULL,
        name_key           TEXT NOT NULL,
        pinyin             TEXT NOT NULL,
        initials           TEXT NOT NULL,
        sex                TEXT CHECK (sex IN ('男', '女')),
        birth              TEXT,
        nation             TEXT NOT NULL,
        native_place       TEXT NOT NULL,
        work_start         TEXT,
        party_joined       TEXT,
        id_number          TEXT NOT NULL,
        id_key             TEXT,
        unit_id            TEXT REFERENCES units(id) ON DELETE RESTRICT,
        unit_order         INTEGER NOT NULL CHECK (unit_order >= 0),
        post_level         TEXT NOT NULL,
        post_level_since   TEXT,
        current_post       TEXT NOT NULL,
        current_post_since TEXT,
        rank               TEXT NOT NULL,
        rank_since         TEXT,
        status             TEXT NOT NULL,
        revision           INTEGER NOT NULL CHECK (revision > 0),
        trashed_at         TEXT
      ) STRICT;
      CREATE INDEX cadres_by_unit ON cadres (unit_id);
      CREATE INDEX cadres_by_reading ON cadres (pinyin, name);
      CREATE INDEX cadres_by_initials ON cadres (initials);
      CREATE INDEX cadres_by_name_key ON cadres (name_key);
      CREATE INDEX cadres_by_id_number ON cadres (id_number) WHERE id_number <> '';
      CREATE INDEX cadres_by_id_key ON cadres (id_key) WHERE id_key IS NOT NULL;

      CREATE TABLE cadre_files (
        key  INTEGER PRIMARY KEY REFERENCES cadres(key) ON DELETE CASCADE,
        file TEXT NOT NULL CHECK (json_valid(file))
      ) STRICT;

      -- What queries and orders go through for everyone: small, and all made from the file. Days are the numbers YYYYMMDD,
      -- the first and the last that a date may mean; places in code tables count from 0, the highest first.
      CREATE TABLE cadre_facts (
        key                  INTEGER PRIMARY KEY REFERENCES cadres(key) ON DELETE CASCADE,
        trashed              INTEGER NOT NULL CHECK (trashed IN (0, 1)),
        unit_id              TEXT,
        unit_order           INTEGER NOT NULL,
        status               TEXT NOT NULL,
        sex                  TEXT,
        level                INTEGER,
        rank                 INTEGER,
        birth_first          INTEGER,
        birth_last           INTEGER,
        work_first           INTEGER,
        work_last            INTEGER,
        party_first          INTEGER,
        party_last           INTEGER,
        full_first           INTEGER,
        full_last            INTEGER,
        party_age_first      INTEGER,
        party_age_last       INTEGER,
        level_since_first    INTEGER,
        level_since_last     INTEGER,
        post_since_first     INTEGER,
        post_since_last      INTEGER,
        rank_since_first     INTEGER,
        rank_since_last      INTEGER,
        retire_first         INTEGER,
        retire_last          INTEGER,
        restricted_first     INTEGER,
        restricted_last      INTEGER,
        full_time_education  INTEGER,
        in_service_education INTEGER,
        education            INTEGER,
        degree               INTEGER,
        grass_months         INTEGER,
        grass_since          INTEGER,
        completeness         INTEGER NOT NULL,
        grades               TEXT NOT NULL,
        person_category      TEXT NOT NULL,
        managed_by           TEXT NOT NULL,
        staffing             TEXT NOT NULL,
        tags                 TEXT NOT NULL CHECK (json_valid(tags))
      ) STRICT;
      CREATE INDEX cadre_facts_by_unit ON cadre_facts (unit_id, unit_order, level, rank);
      CREATE INDEX cadre_facts_by_level ON cadre_facts (level, rank, level_since_first);
      CREATE INDEX cadre_facts_by_birth ON cadre_facts (birth_first);

      CREATE TABLE cadre_events (
        key    INTEGER NOT NULL REFERENCES cadres(key) ON DELETE CASCADE,
        kind   TEXT NOT NULL CHECK (kind IN ('reward', 'punishment', 'training')),
        first  INTEGER,
        last   INTEGER,
        amount INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX cadre_events_by_person ON cadre_events (key, kind);

      CREATE TABLE cadre_changes (
        seq      INTEGER PRIMARY KEY,
        id       TEXT NOT NULL UNIQUE,
        cadre_id TEXT NOT NULL REFERENCES cadres(id) ON DELETE CASCADE,
        batch_id TEXT,
        at       TEXT NOT NULL,
        by_id    TEXT NOT NULL,
        kind     TEXT NOT NULL CHECK (kind IN ('add', 'change', 'photo', 'merge', 'import', 'undo', 'trash', 'restore')),
        reason   TEXT NOT NULL,
        changes  TEXT NOT NULL CHECK (json_valid(changes)),
        undoes   TEXT
      ) STRICT;
      CREATE INDEX cadre_changes_by_cadre ON cadre_changes (cadre_id, seq);
      CREATE INDEX cadre_changes_by_batch ON cadre_changes (batch_id) WHERE batch_id IS NOT NULL;

      -- A row's rowid is the person's key. Characters with spaces between them and phrase queries find words of any length.
      CREATE VIRTUAL TABLE cadre_search USING fts5(
        name, pinyin, post, unit, id_number, tokenize = 'unicode61', prefix = '1 2 3'
      );
      INSERT INTO cadre_search (cadre_search, rank) VALUES ('secure-delete', 1);
    `),
}
