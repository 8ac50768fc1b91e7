import type { Migration } from '../migrate'

/** What every store holds: the unit tree it belongs to, its accounts, its policy and its audit chain. */
export const m0001: Migration = {
  version: 1,
  name: 'house',
  up: db =>
    db.exec(`
      CREATE TABLE store_info (
        id         INTEGER PRIMARY KEY CHECK (id = 1),
        store_id   TEXT NOT NULL,
        unit       TEXT NOT NULL,
        created_at TEXT NOT NULL,
        demo       INTEGER NOT NULL CHECK (demo IN (0, 1))
      ) STRICT;

      -- In force is what was adopted last, whatever the clock said then.
      CREATE TABLE policies (
        seq        INTEGER PRIMARY KEY,
        adopted_at TEXT NOT NULL,
        body       TEXT NOT NULL CHECK (json_valid(body))
      ) STRICT;

      CREATE TABLE accounts (
        id                   TEXT PRIMARY KEY,
        login                TEXT NOT NULL,
        login_key            TEXT NOT NULL UNIQUE,
        name                 TEXT NOT NULL,
        holder               TEXT NOT NULL,
        department           TEXT NOT NULL,
        phone                TEXT NOT NULL,
        roles                TEXT NOT NULL CHECK (json_valid(roles)),
        scope                TEXT CHECK (scope IS NULL OR json_valid(scope)),
        state                TEXT NOT NULL CHECK (state IN ('active', 'disabled', 'closed')),
        password_changed_at  TEXT NOT NULL,
        must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
        created_at           TEXT NOT NULL
      ) STRICT;

      CREATE TABLE password_history (
        seq        INTEGER PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        at         TEXT NOT NULL,
        salt       TEXT NOT NULL,
        digest     TEXT NOT NULL
      ) STRICT;
      CREATE INDEX password_history_by_account ON password_history (account_id, seq);

      CREATE TABLE proposals (
        id              TEXT PRIMARY KEY,
        change          TEXT NOT NULL CHECK (json_valid(change)),
        reason          TEXT NOT NULL,
        proposed_by     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        proposed_at     TEXT NOT NULL,
        state           TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'rejected', 'withdrawn')),
        decided_by      TEXT REFERENCES accounts(id) ON DELETE RESTRICT,
        decided_at      TEXT,
        decision_reason TEXT
      ) STRICT;
      CREATE INDEX proposals_by_time ON proposals (proposed_at);
      CREATE INDEX proposals_by_state ON proposals (state);

      CREATE TABLE units (
        id        TEXT PRIMARY KEY,
        parent_id TEXT REFERENCES units(id) ON DELETE RESTRICT,
        name      TEXT NOT NULL,
        position  INTEGER NOT NULL CHECK (position >= 0)
      ) STRICT;
      CREATE INDEX units_by_parent ON units (parent_id, position);
    `),
}
