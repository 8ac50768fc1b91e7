import type { Migration } from '../migrate'

/** What the paper of a locked talk says of people and promises, as it stood when the content was locked. */
export const m0024: Migration = {
  version: 24,
  name: 'frozen-talks',
  up: db => db.exec('ALTER TABLE interviews ADD COLUMN frozen TEXT CHECK (frozen IS NULL OR json_valid(frozen));'),
}
