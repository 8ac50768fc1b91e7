import type { Migration } from '../migrate'

/** Confirmations that nobody can give any more, because the account is not used any more: by whom it was noted, and why. */
export const m0025: Migration = {
  version: 25,
  name: 'waived-confirmations',
  up: db =>
    db.exec(`
      CREATE TABLE interview_waivers (
        interview_key INTEGER NOT NULL REFERENCES interviews(key) ON DELETE CASCADE,
        account_id    TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        part          TEXT NOT NULL CHECK (part IN ('谈话人', '记录人')),
        at            TEXT NOT NULL,
        by_id         TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        reason        TEXT NOT NULL,
        PRIMARY KEY (interview_key, account_id)
      ) STRICT, WITHOUT ROWID;
    `),
}
