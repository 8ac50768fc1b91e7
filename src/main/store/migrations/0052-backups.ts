import type { Migration } from '../migrate'

export const m0052: Migration = {
  version: 52,
  name: 'backups',
  up: db =>
    db.exec(`
      CREATE TABLE backup_runs (
        seq        INTEGER PRIMARY KEY,
        kind       TEXT NOT NULL CHECK (kind IN ('check', 'drill', 'damage')),
        at         TEXT NOT NULL,
        backup_id  TEXT,
        good       INTEGER NOT NULL CHECK (good IN (0, 1)),
        finding    TEXT NOT NULL,
        ms         INTEGER NOT NULL,
        account_id TEXT NOT NULL
      ) STRICT;
      CREATE TABLE backup_settings (
        id       INTEGER PRIMARY KEY CHECK (id = 1),
        settings TEXT NOT NULL
      ) STRICT;
      CREATE TABLE plain_exports (
        id         TEXT PRIMARY KEY,
        state      TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'refused', 'withdrawn', 'done')),
        asked_by   TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        asked_at   TEXT NOT NULL,
        reason     TEXT NOT NULL,
        decided_by TEXT REFERENCES accounts(id) ON DELETE RESTRICT,
        decided_at TEXT,
        decision   TEXT NOT NULL,
        done_at    TEXT
      ) STRICT;
    `),
}
