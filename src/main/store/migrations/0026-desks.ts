import type { Migration } from '../migrate'

/** 惑有人解、困有人帮、老有人管. Who told of somebody else has no column. */
export const m0026: Migration = {
  version: 26,
  name: 'desks',
  up: db =>
    db.exec(`
      CREATE TABLE desk_items (
        id           TEXT PRIMARY KEY,
        desk         TEXT NOT NULL CHECK (desk IN ('惑', '困', '老')),
        cadre_key    INTEGER REFERENCES cadres(key) ON DELETE RESTRICT,
        unit_id      TEXT REFERENCES units(id) ON DELETE SET NULL,
        text         TEXT NOT NULL,
        came_on      TEXT NOT NULL,
        channel      TEXT NOT NULL CHECK (channel IN ('来访', '来电', '来信', '谈话中提出', '走访中发现', '其他')),
        owner_id     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        due_on       TEXT NOT NULL,
        answer       TEXT NOT NULL,
        answered_on  TEXT,
        satisfaction TEXT CHECK (satisfaction IN ('满意', '基本满意', '不满意', '未问')),
        asked_on     TEXT,
        state        TEXT NOT NULL CHECK (state IN ('open', 'answered', 'closed')),
        closed_on    TEXT,
        by_id        TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at           TEXT NOT NULL,
        revision     INTEGER NOT NULL CHECK (revision > 0),
        CHECK (cadre_key IS NULL OR unit_id IS NULL)
      ) STRICT;
      CREATE INDEX desk_items_by_state ON desk_items (state, due_on);
      CREATE INDEX desk_items_by_owner ON desk_items (owner_id, state, due_on);
      CREATE INDEX desk_items_by_cadre ON desk_items (cadre_key);
      CREATE INDEX desk_items_by_unit ON desk_items (unit_id);

      CREATE TABLE desk_steps (
        seq     INTEGER PRIMARY KEY,
        item_id TEXT NOT NULL REFERENCES desk_items(id) ON DELETE CASCADE,
        at      TEXT NOT NULL,
        by_id   TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        kind    TEXT NOT NULL CHECK (kind IN ('更正', '进展', '改期', '转办', '答复', '回访', '重开')),
        text    TEXT NOT NULL
      ) STRICT;
      CREATE INDEX desk_steps_by_item ON desk_steps (item_id, seq);

      CREATE TABLE desk_terms (
        seq        INTEGER PRIMARY KEY,
        desk       TEXT NOT NULL CHECK (desk IN ('惑', '困', '老')),
        days       INTEGER NOT NULL CHECK (days BETWEEN 1 AND 180),
        valid_from TEXT NOT NULL,
        source     TEXT NOT NULL,
        at         TEXT NOT NULL,
        by_id      TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT
      ) STRICT;
    `),
}
