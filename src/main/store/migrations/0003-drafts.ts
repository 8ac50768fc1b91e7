import type { Migration } from '../migrate'

/** Unfinished work of one account: it survives a lock, a crash and a restart. */
export const m0003: Migration = {
  version: 3,
  name: 'drafts',
  up: db =>
    db.exec(`
      CREATE TABLE drafts (
        account_id TEXT NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        key        TEXT NOT NULL,
        body       TEXT NOT NULL,
        saved_at   TEXT NOT NULL,
        PRIMARY KEY (account_id, key)
      ) STRICT;
    `),
}
