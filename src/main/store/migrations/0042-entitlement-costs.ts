import type { Migration } from '../migrate'

/** What a 疗休养 and a health check cost, and why an entry beyond a standard was kept. */
export const m0042: Migration = {
  version: 42,
  name: 'entitlement-costs',
  up: db =>
    db.exec(`
      ALTER TABLE entitlement_takes ADD COLUMN cost_fen INTEGER CHECK (cost_fen >= 0);
      ALTER TABLE entitlement_takes ADD COLUMN over_reason TEXT NOT NULL DEFAULT '';
      ALTER TABLE entitlement_years ADD COLUMN check_fen INTEGER CHECK (check_fen >= 0);
    `),
}
