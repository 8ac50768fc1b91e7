import type { Migration } from '../migrate'

/** “光荣在党50年” medals: old members without a file, what files lack, decisions, steps, and the ledger of the medals. */
export const m0043: Migration = {
  version: 43,
  name: 'medals',
  up: db =>
    db.exec(`
      CREATE TABLE medal_members (
        id           TEXT PRIMARY KEY,
        name         TEXT NOT NULL,
        sex          TEXT CHECK (sex IN ('男', '女')),
        birth        TEXT,
        unit_id      TEXT REFERENCES units(id) ON DELETE RESTRICT,
        branch       TEXT NOT NULL,
        party_joined TEXT,
        party_full   TEXT,
        left_on      TEXT,
        rejoined_on  TEXT,
        refull_on    TEXT,
        died_on      TEXT,
        concern      TEXT NOT NULL,
        note         TEXT NOT NULL,
        removed_for  TEXT,
        by_id        TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at           TEXT NOT NULL,
        revision     INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX medal_members_by_unit ON medal_members (unit_id);

      CREATE TABLE medal_facts (
        cadre_key    INTEGER PRIMARY KEY REFERENCES cadres(key) ON DELETE RESTRICT,
        left_on      TEXT,
        rejoined_on  TEXT,
        refull_on    TEXT,
        died_on      TEXT,
        concern      TEXT NOT NULL,
        by_id        TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at           TEXT NOT NULL,
        revision     INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;

      CREATE TABLE medal_decisions (
        seq       INTEGER PRIMARY KEY,
        id        TEXT NOT NULL UNIQUE,
        cadre_key INTEGER REFERENCES cadres(key) ON DELETE RESTRICT,
        member_id TEXT REFERENCES medal_members(id) ON DELETE RESTRICT,
        year      INTEGER NOT NULL,
        decision  TEXT CHECK (decision IN ('授予', '暂缓', '不授')),
        reason    TEXT NOT NULL,
        certificate_no TEXT NOT NULL,
        by_id     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at        TEXT NOT NULL,
        CHECK ((cadre_key IS NULL) <> (member_id IS NULL))
      ) STRICT;
      CREATE INDEX medal_decisions_by_cadre ON medal_decisions (cadre_key) WHERE cadre_key IS NOT NULL;
      CREATE INDEX medal_decisions_by_member ON medal_decisions (member_id) WHERE member_id IS NOT NULL;

      CREATE TABLE medal_awards (
        id         TEXT PRIMARY KEY,
        cadre_key  INTEGER REFERENCES cadres(key) ON DELETE RESTRICT,
        member_id  TEXT REFERENCES medal_members(id) ON DELETE RESTRICT,
        year       INTEGER NOT NULL,
        medal_no   TEXT NOT NULL,
        handed_on  INTEGER NOT NULL,
        handed_by  TEXT NOT NULL,
        handed_to  TEXT NOT NULL CHECK (handed_to IN ('本人', '家属')),
        receiver   TEXT NOT NULL,
        honour_id  TEXT NOT NULL REFERENCES honours(id) ON DELETE RESTRICT,
        back_on    INTEGER CHECK (back_on >= handed_on),
        back_how   TEXT CHECK (back_how IN ('撤销', '误发')),
        back_for   TEXT NOT NULL,
        by_id      TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at         TEXT NOT NULL,
        revision   INTEGER NOT NULL CHECK (revision > 0),
        CHECK ((cadre_key IS NULL) <> (member_id IS NULL)),
        CHECK ((back_on IS NULL) = (back_how IS NULL))
      ) STRICT;
      CREATE INDEX medal_awards_by_cadre ON medal_awards (cadre_key) WHERE cadre_key IS NOT NULL;
      CREATE INDEX medal_awards_by_member ON medal_awards (member_id) WHERE member_id IS NOT NULL;
      CREATE INDEX medal_awards_by_honour ON medal_awards (honour_id);

      CREATE TABLE medal_lots (
        id         TEXT PRIMARY KEY,
        kind       TEXT NOT NULL CHECK (kind IN ('领取', '退回', '报损', '盘点')),
        count      INTEGER NOT NULL CHECK (count >= 0),
        on_day     INTEGER NOT NULL,
        note       TEXT NOT NULL,
        struck_for TEXT NOT NULL,
        by_id      TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at         TEXT NOT NULL
      ) STRICT;

      CREATE TABLE medal_steps (
        seq    INTEGER PRIMARY KEY,
        year   INTEGER NOT NULL,
        step   TEXT NOT NULL,
        done   INTEGER NOT NULL CHECK (done IN (0, 1)),
        on_day INTEGER NOT NULL,
        note   TEXT NOT NULL,
        by_id  TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at     TEXT NOT NULL
      ) STRICT;
      CREATE INDEX medal_steps_by_year ON medal_steps (year);
    `),
}
