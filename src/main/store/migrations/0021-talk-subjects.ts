import type { Migration } from '../migrate'

/**
 * Beside the person stands the file that they had when the talk was planned: passwords were put under it, and a talk follows
 * its person when two files become one.
 */
export const m0021: Migration = {
  version: 21,
  name: 'talk-subjects',
  up: db =>
    db.exec(`
      ALTER TABLE interview_people ADD COLUMN subject_id TEXT NOT NULL DEFAULT '';
      UPDATE interview_people SET subject_id = (SELECT id FROM cadres WHERE cadres.key = interview_people.cadre_key);
    `),
}
