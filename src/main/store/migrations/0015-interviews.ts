import type { Migration } from '../migrate'

/**
 * Talks: kinds as the unit has changed them, talks with those who hold them and those talked to, their lines, and a search
 * index over the lines with spaces between the characters. Who was heard from is stored nowhere.
 */
export const m0015: Migration = {
  version: 15,
  name: 'interviews',
  up: db =>
    db.exec(`
      CREATE TABLE interview_kinds (
        key        TEXT NOT NULL,
        version    INTEGER NOT NULL CHECK (version > 0),
        body       TEXT NOT NULL CHECK (json_valid(body)),
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        reason     TEXT NOT NULL,
        PRIMARY KEY (key, version)
      ) STRICT;

      CREATE TABLE interview_rounds (
        id         TEXT PRIMARY KEY,
        title      TEXT NOT NULL,
        kind       TEXT NOT NULL,
        created_at TEXT NOT NULL,
        created_by TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT
      ) STRICT;

      CREATE TABLE interviews (
        key          INTEGER PRIMARY KEY,
        id           TEXT NOT NULL UNIQUE,
        kind         TEXT NOT NULL,
        kind_version INTEGER NOT NULL CHECK (kind_version >= 0),
        round_id     TEXT REFERENCES interview_rounds(id) ON DELETE SET NULL,
        state        TEXT NOT NULL CHECK (state IN ('planned', 'open', 'closed', 'final', 'cancelled')),
        starts_at    TEXT NOT NULL,
        minutes      INTEGER NOT NULL CHECK (minutes > 0),
        mark         TEXT NOT NULL,
        due_key      TEXT,
        recorder_id  TEXT REFERENCES accounts(id) ON DELETE RESTRICT,
        readers      TEXT NOT NULL CHECK (json_valid(readers)),
        details      TEXT NOT NULL CHECK (json_valid(details)),
        held_on      TEXT,
        closed_at    TEXT,
        final_at     TEXT,
        hash         TEXT,
        cancelled_for TEXT,
        created_by   TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        created_at   TEXT NOT NULL,
        revision     INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX interviews_by_time ON interviews (starts_at, state);
      CREATE INDEX interviews_by_recorder ON interviews (recorder_id) WHERE recorder_id IS NOT NULL;
      CREATE INDEX interviews_by_due ON interviews (due_key) WHERE due_key IS NOT NULL;

      CREATE TABLE interview_talkers (
        interview_key INTEGER NOT NULL REFERENCES interviews(key) ON DELETE CASCADE,
        account_id    TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        place         INTEGER NOT NULL,
        PRIMARY KEY (interview_key, account_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX interview_talkers_by_account ON interview_talkers (account_id);

      -- Kind and day stand here once more: what is due and who was reached is read from this table alone.
      CREATE TABLE interview_people (
        interview_key INTEGER NOT NULL REFERENCES interviews(key) ON DELETE CASCADE,
        cadre_key     INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        place         INTEGER NOT NULL,
        kind          TEXT NOT NULL,
        held_on       INTEGER,
        PRIMARY KEY (interview_key, cadre_key)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX interview_people_by_cadre ON interview_people (cadre_key, kind, held_on);
      CREATE INDEX interview_people_by_day ON interview_people (held_on, cadre_key, kind) WHERE held_on IS NOT NULL;

      CREATE TABLE interview_notes (
        key           INTEGER PRIMARY KEY,
        id            TEXT NOT NULL UNIQUE,
        interview_key INTEGER NOT NULL REFERENCES interviews(key) ON DELETE CASCADE,
        position      REAL NOT NULL,
        part          TEXT NOT NULL,
        form          TEXT NOT NULL CHECK (form IN ('问', '答', '记', '引')),
        mark          TEXT,
        text          TEXT NOT NULL,
        sealed        INTEGER NOT NULL CHECK (sealed IN (0, 1)),
        at            TEXT NOT NULL,
        sound_ms      INTEGER,
        removed       INTEGER NOT NULL CHECK (removed IN (0, 1)),
        author_id     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        changed_at    TEXT NOT NULL,
        revision      INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX interview_notes_by_interview ON interview_notes (interview_key, position);

      CREATE TABLE interview_confirmations (
        interview_key INTEGER NOT NULL REFERENCES interviews(key) ON DELETE CASCADE,
        account_id    TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        part          TEXT NOT NULL CHECK (part IN ('谈话人', '记录人')),
        at            TEXT NOT NULL,
        hash          TEXT NOT NULL,
        PRIMARY KEY (interview_key, account_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE interview_addenda (
        id            TEXT PRIMARY KEY,
        interview_key INTEGER NOT NULL REFERENCES interviews(key) ON DELETE CASCADE,
        by_id         TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at            TEXT NOT NULL,
        text          TEXT NOT NULL
      ) STRICT;
      CREATE INDEX interview_addenda_by_interview ON interview_addenda (interview_key, at);

      CREATE VIRTUAL TABLE interview_search USING fts5(text, tokenize = "unicode61 remove_diacritics 0", detail = full);
      INSERT INTO interview_search(interview_search, rank) VALUES ('secure-delete', 1);
    `),
}
