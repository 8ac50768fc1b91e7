import type { Migration } from '../migrate'

/** Questions of the unit's own, beside those that ship; a talk's outline takes their words and not their ids. */
export const m0022: Migration = {
  version: 22,
  name: 'talk-questions',
  up: db =>
    db.exec(`
      CREATE TABLE talk_questions (
        id    TEXT PRIMARY KEY,
        theme TEXT NOT NULL,
        text  TEXT NOT NULL,
        by_id TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at    TEXT NOT NULL
      ) STRICT;
      CREATE INDEX talk_questions_by_theme ON talk_questions (theme, at);
    `),
}
