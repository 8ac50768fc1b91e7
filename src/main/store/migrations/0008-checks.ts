import type { Migration } from '../migrate'

/** What the rules find in each file, and what was put aside with its reason. */
export const m0008: Migration = {
  version: 8,
  name: 'checks',
  up: db =>
    db.exec(`
      CREATE TABLE cadre_checks (
        key        INTEGER PRIMARY KEY REFERENCES cadres(key) ON DELETE CASCADE,
        checked_on TEXT NOT NULL,
        certain    INTEGER NOT NULL CHECK (certain >= 0),
        likely     INTEGER NOT NULL CHECK (likely >= 0),
        look       INTEGER NOT NULL CHECK (look >= 0),
        dismissed  INTEGER NOT NULL CHECK (dismissed >= 0)
      ) STRICT;
      CREATE INDEX cadre_checks_by_day ON cadre_checks (checked_on);

      CREATE TABLE finding_dismissals (
        id           TEXT PRIMARY KEY,
        key          INTEGER NOT NULL REFERENCES cadres(key) ON DELETE CASCADE,
        rule         TEXT NOT NULL,
        fingerprint  TEXT NOT NULL,
        reason       TEXT NOT NULL,
        by_id        TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at           TEXT NOT NULL,
        undone_at    TEXT,
        undone_by_id TEXT REFERENCES accounts(id) ON DELETE RESTRICT,
        CHECK ((undone_at IS NULL) = (undone_by_id IS NULL))
      ) STRICT;
      CREATE UNIQUE INDEX finding_dismissals_standing ON finding_dismissals (key, fingerprint) WHERE undone_at IS NULL;

      CREATE TABLE cadre_findings (
        key          INTEGER NOT NULL REFERENCES cadres(key) ON DELETE CASCADE,
        place        INTEGER NOT NULL CHECK (place >= 0),
        rule         TEXT NOT NULL,
        sureness     TEXT NOT NULL CHECK (sureness IN ('certain', 'likely', 'look')),
        fields       TEXT NOT NULL CHECK (json_valid(fields)),
        message      TEXT NOT NULL,
        fingerprint  TEXT NOT NULL,
        dismissal_id TEXT REFERENCES finding_dismissals(id) ON DELETE SET NULL,
        PRIMARY KEY (key, place)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX cadre_findings_by_rule ON cadre_findings (rule, key);
      CREATE INDEX cadre_findings_by_dismissal ON cadre_findings (dismissal_id) WHERE dismissal_id IS NOT NULL;

      -- A file that was written without being checked anew is due, whoever wrote it.
      CREATE TRIGGER cadre_checks_due AFTER UPDATE OF file ON cadre_files WHEN OLD.file <> NEW.file
      BEGIN
        DELETE FROM cadre_checks WHERE key = NEW.key;
      END;
    `),
}
