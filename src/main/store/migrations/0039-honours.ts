import type { Migration } from '../migrate'

/** The register of honours of persons, teams and units, and who took part in what a team was honoured for. */
export const m0039: Migration = {
  version: 39,
  name: 'honours',
  up: db =>
    db.exec(`
      CREATE TABLE honours (
        id                TEXT PRIMARY KEY,
        holder            TEXT NOT NULL CHECK (holder IN ('person', 'team', 'unit')),
        cadre_key         INTEGER REFERENCES cadres(key) ON DELETE RESTRICT,
        unit_id           TEXT REFERENCES units(id) ON DELETE RESTRICT,
        holder_name       TEXT NOT NULL,
        name              TEXT NOT NULL,
        kind              TEXT NOT NULL,
        level             TEXT NOT NULL,
        authority         TEXT NOT NULL,
        nature            TEXT NOT NULL,
        on_date           TEXT NOT NULL,
        on_first          INTEGER NOT NULL,
        year              INTEGER NOT NULL,
        document_no       TEXT NOT NULL,
        document_title    TEXT NOT NULL,
        ground            TEXT,
        bonus_fen         INTEGER CHECK (bonus_fen >= 0),
        certificate_no    TEXT NOT NULL,
        medal_no          TEXT NOT NULL,
        handed_on         INTEGER,
        handed_note       TEXT NOT NULL,
        deeds             TEXT NOT NULL,
        evidence          TEXT NOT NULL,
        publicity         TEXT NOT NULL,
        posthumous        INTEGER NOT NULL CHECK (posthumous IN (0, 1)),
        verified_on       INTEGER,
        verified_by       TEXT REFERENCES accounts(id) ON DELETE RESTRICT,
        verified_original TEXT NOT NULL,
        revoked_on        INTEGER,
        revoked_ground    TEXT,
        revoked_document  TEXT NOT NULL,
        revoked_note      TEXT NOT NULL,
        campaign_id       TEXT,
        removed_for       TEXT,
        by_id             TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at                TEXT NOT NULL,
        revision          INTEGER NOT NULL CHECK (revision > 0),
        CHECK (holder = 'person' OR cadre_key IS NULL)
      ) STRICT;
      CREATE INDEX honours_by_cadre ON honours (cadre_key) WHERE cadre_key IS NOT NULL;
      CREATE INDEX honours_by_day ON honours (on_first);
      CREATE INDEX honours_by_unit ON honours (unit_id);
      CREATE INDEX honours_by_campaign ON honours (campaign_id) WHERE campaign_id IS NOT NULL;

      CREATE TABLE honour_members (
        honour_id TEXT NOT NULL REFERENCES honours(id) ON DELETE CASCADE,
        position  INTEGER NOT NULL,
        cadre_key INTEGER REFERENCES cadres(key) ON DELETE RESTRICT,
        name      TEXT NOT NULL,
        part      TEXT NOT NULL,
        PRIMARY KEY (honour_id, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX honour_members_by_cadre ON honour_members (cadre_key) WHERE cadre_key IS NOT NULL;
    `),
}
