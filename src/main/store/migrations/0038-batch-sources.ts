import type { Migration } from '../migrate'

/** Where the money of a batch comes from, and who approved it: each of its records says so. */
export const m0038: Migration = {
  version: 38,
  name: 'batch-sources',
  up: db =>
    db.exec(`
      ALTER TABLE care_batches ADD COLUMN source TEXT;
      ALTER TABLE care_batches ADD COLUMN approved_by TEXT NOT NULL DEFAULT '';
    `),
}
