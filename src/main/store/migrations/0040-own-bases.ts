import type { Migration } from '../migrate'

/** A limit may come from a document of the unit itself, which is not another place's practice. */
export const m0040: Migration = {
  version: 40,
  name: 'own-bases',
  up: db =>
    db.exec(`
      CREATE TABLE burden_caps_next (
        kind       TEXT NOT NULL CHECK (kind IN ('发文', '会议', '督查检查考核', '报表', '调研')),
        from_year  INTEGER NOT NULL,
        version    INTEGER NOT NULL CHECK (version > 0),
        cap        INTEGER CHECK (cap >= 0),
        source     TEXT NOT NULL,
        status     TEXT NOT NULL CHECK (status IN ('CONFIRMED(P)', 'CONFIRMED(S)', 'MEMORY', 'LOCAL', 'OWN', 'UNKNOWN')),
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        reason     TEXT NOT NULL,
        PRIMARY KEY (kind, from_year, version)
      ) STRICT;
      INSERT INTO burden_caps_next SELECT kind, from_year, version, cap, source, status, changed_at, changed_by, reason FROM burden_caps;
      DROP TABLE burden_caps;
      ALTER TABLE burden_caps_next RENAME TO burden_caps;
    `),
}
