import type { Migration } from '../migrate'

/** All that coverage and questions ask of records of care, so that boards read no record. */
export const m0036: Migration = {
  version: 36,
  name: 'care-coverage',
  up: db =>
    db.exec(`
      CREATE INDEX care_records_counting ON care_records (cadre_key, on_day, dimension, measure)
        WHERE withdrawn_for IS NULL;
    `),
}
