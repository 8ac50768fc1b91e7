import type { Migration } from '../migrate'

/** The few talks that somebody beside talkers and recorder may read are found without going through all. */
export const m0018: Migration = {
  version: 18,
  name: 'readers',
  up: db => db.exec(`CREATE INDEX interviews_with_readers ON interviews (key) WHERE readers <> '[]';`),
}
