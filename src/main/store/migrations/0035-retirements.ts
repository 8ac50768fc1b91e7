import type { Migration } from '../migrate'

/** What the organisation decided of a month of retirement, and what was done when somebody retired. */
export const m0035: Migration = {
  version: 35,
  name: 'retirements',
  up: db =>
    db.exec(`
      CREATE TABLE retirement_decisions (
        id        TEXT PRIMARY KEY,
        cadre_key INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        version   INTEGER NOT NULL CHECK (version > 0),
        month     TEXT,
        reason    TEXT NOT NULL,
        by_id     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at        TEXT NOT NULL
      ) STRICT;
      CREATE INDEX retirement_decisions_by_cadre ON retirement_decisions (cadre_key, version);

      CREATE TABLE retirement_tasks (
        cadre_key INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        task      TEXT NOT NULL CHECK (task IN ('退休谈话', '工作交接', '党组织关系', '荣退仪式', '档案移交')),
        state     TEXT NOT NULL CHECK (state IN ('已办', '不需要')),
        on_day    TEXT,
        note      TEXT NOT NULL,
        by_id     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at        TEXT NOT NULL,
        PRIMARY KEY (cadre_key, task)
      ) STRICT;
    `),
}
