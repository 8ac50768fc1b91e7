import type { Migration } from '../migrate'

/** Leave, health checks and 疗休养, year by year. Of a check the day and the place alone: results have no column. */
export const m0033: Migration = {
  version: 33,
  name: 'entitlements',
  up: db =>
    db.exec(`
      CREATE TABLE entitlement_years (
        cadre_key       INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        year            INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        override_days   INTEGER CHECK (override_days >= 0),
        override_reason TEXT NOT NULL,
        carried_days    INTEGER NOT NULL CHECK (carried_days >= 0),
        personal_days   INTEGER NOT NULL CHECK (personal_days >= 0),
        sick_months     INTEGER NOT NULL CHECK (sick_months >= 0),
        vacation_days   INTEGER CHECK (vacation_days >= 0),
        check_on        TEXT,
        check_place     TEXT NOT NULL,
        by_id           TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at              TEXT NOT NULL,
        revision        INTEGER NOT NULL CHECK (revision > 0),
        PRIMARY KEY (cadre_key, year)
      ) STRICT;
      CREATE INDEX entitlement_years_by_year ON entitlement_years (year);

      CREATE TABLE entitlement_takes (
        id        TEXT PRIMARY KEY,
        cadre_key INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        year      INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        kind      TEXT NOT NULL CHECK (kind IN ('年休假', '疗休养')),
        from_day  TEXT NOT NULL,
        to_day    TEXT NOT NULL CHECK (to_day >= from_day),
        days      INTEGER NOT NULL CHECK (days >= 0),
        typed     INTEGER NOT NULL CHECK (typed IN (0, 1)),
        place     TEXT NOT NULL,
        by_id     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at        TEXT NOT NULL
      ) STRICT;
      CREATE INDEX entitlement_takes_by_cadre ON entitlement_takes (cadre_key, year);
      CREATE INDEX entitlement_takes_by_year ON entitlement_takes (year, cadre_key);
    `),
}
