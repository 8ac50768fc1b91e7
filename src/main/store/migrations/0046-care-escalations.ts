import type { Migration } from '../migrate'

/** That a late matter was told upwards, and what was answered. Both are facts; what was withdrawn stays. */
export const m0046: Migration = {
  version: 46,
  name: 'care-escalations',
  up: db =>
    db.exec(`
      CREATE TABLE care_reports (
        id            TEXT PRIMARY KEY,
        due_key       TEXT NOT NULL,
        cadre_key     INTEGER NOT NULL REFERENCES cadres(key) ON DELETE CASCADE,
        due_day       INTEGER NOT NULL,
        to_id         TEXT REFERENCES accounts(id) ON DELETE RESTRICT,
        to_words      TEXT NOT NULL,
        on_day        INTEGER NOT NULL,
        note          TEXT NOT NULL,
        withdrawn_for TEXT,
        by_id         TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at            TEXT NOT NULL
      ) STRICT;
      CREATE INDEX care_reports_by_key ON care_reports (due_key);
      CREATE INDEX care_reports_by_cadre ON care_reports (cadre_key);

      CREATE TABLE care_instructions (
        seq       INTEGER PRIMARY KEY,
        report_id TEXT NOT NULL REFERENCES care_reports(id) ON DELETE CASCADE,
        text      TEXT NOT NULL,
        wanted_on INTEGER NOT NULL,
        by_id     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at        TEXT NOT NULL
      ) STRICT;
      CREATE INDEX care_instructions_by_report ON care_instructions (report_id, seq);
    `),
}
