import type { Migration } from '../migrate'

/** 心理关怀: ciphertext, its key for each named carer, and what they are still writing. Who it is about has no column. */
export const m0030: Migration = {
  version: 30,
  name: 'sealed-notes',
  up: db =>
    db.exec(`
      CREATE TABLE sealed_notes (
        id       TEXT PRIMARY KEY,
        revision INTEGER NOT NULL CHECK (revision > 0),
        content  TEXT NOT NULL
      ) STRICT;

      CREATE TABLE sealed_note_keys (
        note_id    TEXT NOT NULL REFERENCES sealed_notes(id) ON DELETE CASCADE,
        account_id TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        key_print  TEXT NOT NULL,
        sealed     TEXT NOT NULL,
        PRIMARY KEY (note_id, account_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX sealed_note_keys_by_account ON sealed_note_keys (account_id);

      CREATE TABLE sealed_drafts (
        account_id TEXT PRIMARY KEY REFERENCES accounts(id) ON DELETE CASCADE,
        sealed     TEXT NOT NULL
      ) STRICT;

      CREATE TABLE crisis_cards (
        seq   INTEGER PRIMARY KEY,
        text  TEXT NOT NULL,
        at    TEXT NOT NULL,
        by_id TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT
      ) STRICT;
    `),
}
