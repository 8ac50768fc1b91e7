import type { Migration } from '../migrate'

/** 提醒, 函询 and 诫勉 with what followed. Who reported something has no column. */
export const m0023: Migration = {
  version: 23,
  name: 'measures',
  up: db =>
    db.exec(`
      CREATE TABLE measures (
        id              TEXT PRIMARY KEY,
        cadre_key       INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        kind            TEXT NOT NULL CHECK (kind IN ('提醒', '函询', '诫勉')),
        on_day          TEXT NOT NULL,
        document_number TEXT NOT NULL,
        authority       TEXT NOT NULL,
        matter          TEXT NOT NULL,
        questions       TEXT NOT NULL,
        months          INTEGER CHECK (months > 0),
        copied_to       TEXT NOT NULL,
        copied_on       TEXT,
        replied_on      TEXT,
        reply           TEXT NOT NULL,
        verdict         TEXT CHECK (verdict IN ('采信', '不采信', '再核实')),
        verdict_note    TEXT NOT NULL,
        followed_on     TEXT,
        correction      TEXT CHECK (correction IN ('已改正', '基本改正', '没有改正')),
        correction_note TEXT NOT NULL,
        revoked_on      TEXT,
        revoked_for     TEXT NOT NULL,
        by_id           TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at              TEXT NOT NULL,
        revision        INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX measures_by_cadre ON measures (cadre_key, on_day);
      CREATE INDEX measures_by_day ON measures (on_day);
    `),
}
