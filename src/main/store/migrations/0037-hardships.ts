import type { Migration } from '../migrate'

/** Cases of need: aid and reviews are rows of their own, a sum that was taken back stays with its reason. All sums are fen. */
export const m0037: Migration = {
  version: 37,
  name: 'hardships',
  up: db =>
    db.exec(`
      CREATE TABLE hardships (
        id             TEXT PRIMARY KEY,
        cadre_key      INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        cause          TEXT NOT NULL CHECK (cause IN ('本人重病', '配偶或子女重病', '长期不能工作', '突发事件', '其他')),
        cause_text     TEXT NOT NULL,
        opened_on      TEXT NOT NULL,
        level          TEXT NOT NULL,
        proofs         TEXT NOT NULL,
        members        INTEGER NOT NULL CHECK (members > 0),
        who            TEXT NOT NULL,
        cost_fen       INTEGER CHECK (cost_fen >= 0),
        income_fen     INTEGER CHECK (income_fen >= 0),
        next_review_on TEXT NOT NULL,
        closed_on      TEXT,
        closed_for     TEXT NOT NULL,
        by_id          TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at             TEXT NOT NULL,
        revision       INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX hardships_by_review ON hardships (closed_on, next_review_on);
      CREATE INDEX hardships_by_cadre ON hardships (cadre_key);

      CREATE TABLE hardship_aids (
        id            TEXT PRIMARY KEY,
        hardship_id   TEXT NOT NULL REFERENCES hardships(id) ON DELETE CASCADE,
        kind          TEXT NOT NULL CHECK (kind IN ('党费', '工会', '民政', '捐赠', '其他')),
        fen           INTEGER NOT NULL CHECK (fen > 0),
        on_day        TEXT NOT NULL,
        voucher       TEXT NOT NULL,
        approved_by   TEXT NOT NULL,
        note          TEXT NOT NULL,
        withdrawn_for TEXT NOT NULL,
        by_id         TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at            TEXT NOT NULL
      ) STRICT;
      CREATE INDEX hardship_aids_by_case ON hardship_aids (hardship_id, on_day);

      CREATE TABLE hardship_reviews (
        seq         INTEGER PRIMARY KEY,
        hardship_id TEXT NOT NULL REFERENCES hardships(id) ON DELETE CASCADE,
        on_day      TEXT NOT NULL,
        outcome     TEXT NOT NULL CHECK (outcome IN ('继续', '调整', '退出')),
        level       TEXT NOT NULL,
        reason      TEXT NOT NULL,
        next_on     TEXT,
        by_id       TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at          TEXT NOT NULL
      ) STRICT;
      CREATE INDEX hardship_reviews_by_case ON hardship_reviews (hardship_id, seq);

      CREATE TABLE hardship_settings (
        seq          INTEGER PRIMARY KEY,
        levels       TEXT NOT NULL,
        standard_fen INTEGER CHECK (standard_fen >= 0),
        valid_from   TEXT NOT NULL,
        source       TEXT NOT NULL,
        status       TEXT NOT NULL,
        by_id        TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at           TEXT NOT NULL
      ) STRICT;
    `),
}
