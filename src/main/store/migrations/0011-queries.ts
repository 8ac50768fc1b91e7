import type { Migration } from '../migrate'

/** Questions with a name. They hold conditions and no people: who is found is worked out when it is asked. */
export const m0011: Migration = {
  version: 11,
  name: 'queries',
  up: db =>
    db.exec(`
      CREATE TABLE queries (
        id         TEXT PRIMARY KEY,
        owner_id   TEXT NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        name       TEXT NOT NULL,
        shared     INTEGER NOT NULL CHECK (shared IN (0, 1)),
        tree       TEXT NOT NULL CHECK (json_valid(tree)),
        reckon_on  TEXT,
        changed_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX queries_by_owner ON queries (owner_id, name);
    `),
}
