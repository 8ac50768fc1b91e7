import type { Migration } from '../migrate'

/** Facilities of units, what is sent down to them against its caps, and average pay. A unit that has any of it stays. */
export const m0032: Migration = {
  version: 32,
  name: 'grassroots',
  up: db =>
    db.exec(`
      CREATE TABLE facilities (
        unit_id     TEXT NOT NULL REFERENCES units(id) ON DELETE RESTRICT,
        kind        TEXT NOT NULL,
        revision    INTEGER NOT NULL CHECK (revision > 0),
        state       TEXT NOT NULL CHECK (state IN ('没有', '在建', '简陋', '需修', '完好')),
        on_day      TEXT NOT NULL,
        note        TEXT NOT NULL,
        plan_what   TEXT NOT NULL,
        plan_due_on TEXT,
        plan_fen    INTEGER CHECK (plan_fen >= 0),
        plan_owner  TEXT NOT NULL,
        by_id       TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at          TEXT NOT NULL,
        PRIMARY KEY (unit_id, kind, revision)
      ) STRICT;

      CREATE TABLE facility_kinds (
        version    INTEGER PRIMARY KEY CHECK (version > 0),
        body       TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        reason     TEXT NOT NULL
      ) STRICT;

      CREATE TABLE burdens (
        id       TEXT PRIMARY KEY,
        kind     TEXT NOT NULL CHECK (kind IN ('发文', '会议', '督查检查考核', '报表', '调研')),
        on_day   TEXT NOT NULL,
        title    TEXT NOT NULL,
        sender   TEXT NOT NULL,
        by_id    TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at       TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX burdens_by_day ON burdens (on_day, kind);
      CREATE TABLE burden_units (
        burden_id TEXT NOT NULL REFERENCES burdens(id) ON DELETE CASCADE,
        unit_id   TEXT NOT NULL REFERENCES units(id) ON DELETE RESTRICT,
        PRIMARY KEY (burden_id, unit_id)
      ) STRICT;
      CREATE INDEX burden_units_by_unit ON burden_units (unit_id);

      CREATE TABLE burden_caps (
        kind       TEXT NOT NULL CHECK (kind IN ('发文', '会议', '督查检查考核', '报表', '调研')),
        from_year  INTEGER NOT NULL,
        version    INTEGER NOT NULL CHECK (version > 0),
        cap        INTEGER CHECK (cap >= 0),
        source     TEXT NOT NULL,
        status     TEXT NOT NULL CHECK (status IN ('CONFIRMED(P)', 'CONFIRMED(S)', 'MEMORY', 'LOCAL', 'UNKNOWN')),
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        reason     TEXT NOT NULL,
        PRIMARY KEY (kind, from_year, version)
      ) STRICT;

      CREATE TABLE pay_figures (
        id          TEXT PRIMARY KEY,
        year        INTEGER NOT NULL,
        subject     TEXT NOT NULL,
        unit_id     TEXT REFERENCES units(id) ON DELETE RESTRICT,
        side        TEXT NOT NULL CHECK (side IN ('街镇', '机关')),
        level       TEXT NOT NULL,
        average_fen INTEGER NOT NULL CHECK (average_fen > 0),
        people      INTEGER NOT NULL CHECK (people > 0),
        by_id       TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at          TEXT NOT NULL,
        revision    INTEGER NOT NULL CHECK (revision > 0),
        UNIQUE (year, subject, level)
      ) STRICT;
      CREATE INDEX pay_figures_by_unit ON pay_figures (unit_id);
    `),
}
