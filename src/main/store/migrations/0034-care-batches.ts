import type { Migration } from '../migrate'

/** Festival visits: whom a batch visits, with what, and what came of it. Money is in fen. */
export const m0034: Migration = {
  version: 34,
  name: 'care-batches',
  up: db =>
    db.exec(`
      CREATE TABLE care_batches (
        id         TEXT PRIMARY KEY,
        title      TEXT NOT NULL,
        occasion   TEXT NOT NULL,
        budget_fen INTEGER CHECK (budget_fen >= 0),
        from_day   TEXT NOT NULL,
        to_day     TEXT NOT NULL CHECK (to_day >= from_day),
        state      TEXT NOT NULL CHECK (state IN ('进行中', '已办结')),
        by_id      TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at         TEXT NOT NULL,
        revision   INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;

      CREATE TABLE care_batch_visits (
        batch_id    TEXT NOT NULL REFERENCES care_batches(id) ON DELETE CASCADE,
        cadre_key   INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        position    INTEGER NOT NULL,
        visitor     TEXT NOT NULL,
        planned_fen INTEGER NOT NULL CHECK (planned_fen >= 0),
        goods       TEXT NOT NULL,
        result      TEXT NOT NULL CHECK (result IN ('待走访', '已走访', '未走访')),
        visited_on  TEXT,
        visited_by  TEXT NOT NULL,
        given_fen   INTEGER NOT NULL CHECK (given_fen >= 0),
        given_goods TEXT NOT NULL,
        voucher     TEXT NOT NULL,
        remark      TEXT NOT NULL,
        record_id   TEXT,
        revision    INTEGER NOT NULL CHECK (revision > 0),
        PRIMARY KEY (batch_id, cadre_key)
      ) STRICT;
      CREATE INDEX care_batch_visits_by_cadre ON care_batch_visits (cadre_key);
    `),
}
