import type { Migration } from '../migrate'

/** The register of exports and prints: numbers of a year without a gap, rows that are never taken out or rewritten. */
export const m0005: Migration = {
  version: 5,
  name: 'exports',
  up: db =>
    db.exec(`
      CREATE TABLE exports (
        id           TEXT PRIMARY KEY,
        year         INTEGER NOT NULL,
        number       INTEGER NOT NULL CHECK (number > 0),
        -- Open: each module brings its own ways out.
        kind         TEXT NOT NULL CHECK (kind <> ''),
        people       INTEGER NOT NULL CHECK (people >= 0),
        mark         TEXT NOT NULL CHECK (mark <> ''),
        reason       TEXT NOT NULL CHECK (reason <> ''),
        recipient    TEXT NOT NULL,
        sensitive    TEXT NOT NULL CHECK (json_valid(sensitive)),
        name_pattern TEXT NOT NULL,
        by_id        TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at           TEXT NOT NULL,
        ended_at     TEXT,
        outcome      TEXT CHECK (outcome IN ('done', 'cancelled', 'failed')),
        written      INTEGER CHECK (written >= 0),
        UNIQUE (year, number),
        CHECK ((ended_at IS NULL) = (outcome IS NULL) AND (ended_at IS NULL) = (written IS NULL))
      ) STRICT;
      CREATE INDEX exports_by_account ON exports (by_id, year, number);
      CREATE TRIGGER exports_follow BEFORE INSERT ON exports
        WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM exports WHERE year = NEW.year)
        BEGIN SELECT RAISE(ABORT, 'export numbers follow each other'); END;
      CREATE TRIGGER exports_kept BEFORE DELETE ON exports
        BEGIN SELECT RAISE(ABORT, 'exports are kept'); END;
      CREATE TRIGGER exports_unchanged BEFORE UPDATE ON exports
        WHEN OLD.ended_at IS NOT NULL
          OR OLD.id <> NEW.id OR OLD.year <> NEW.year OR OLD.number <> NEW.number OR OLD.kind <> NEW.kind
          OR OLD.people <> NEW.people OR OLD.mark <> NEW.mark OR OLD.reason <> NEW.reason
          OR OLD.recipient <> NEW.recipient OR OLD.sensitive <> NEW.sensitive
          OR OLD.name_pattern <> NEW.name_pattern OR OLD.by_id <> NEW.by_id OR OLD.at <> NEW.at
        BEGIN SELECT RAISE(ABORT, 'exports are kept'); END;
    `),
}
