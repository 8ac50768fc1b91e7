import type { Migration } from '../migrate'

/** What was asked for and promised in talks, with every step until it is settled. */
export const m0016: Migration = {
  version: 16,
  name: 'promises',
  up: db =>
    db.exec(`
      CREATE TABLE promises (
        id           TEXT PRIMARY KEY,
        kind         TEXT NOT NULL CHECK (kind IN ('诉求', '承诺', '要求')),
        theme        TEXT NOT NULL,
        text         TEXT NOT NULL,
        cadre_key    INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        interview_id TEXT REFERENCES interviews(id) ON DELETE RESTRICT,
        note_id      TEXT,
        owner_id     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        helper       TEXT NOT NULL,
        made_on      TEXT NOT NULL,
        due_on       TEXT NOT NULL,
        state        TEXT NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
        result       TEXT NOT NULL,
        satisfaction TEXT CHECK (satisfaction IN ('满意', '基本满意', '不满意')),
        ended_on     TEXT,
        revision     INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX promises_by_due ON promises (state, due_on);
      CREATE INDEX promises_by_owner ON promises (owner_id, state, due_on);
      CREATE INDEX promises_by_cadre ON promises (cadre_key);
      CREATE INDEX promises_by_interview ON promises (interview_id) WHERE interview_id IS NOT NULL;

      CREATE TABLE promise_steps (
        seq        INTEGER PRIMARY KEY,
        promise_id TEXT NOT NULL REFERENCES promises(id) ON DELETE CASCADE,
        at         TEXT NOT NULL,
        by_id      TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        kind       TEXT NOT NULL CHECK (kind IN ('进展', '改期', '转办', '办结', '撤回', '重开', '回访')),
        text       TEXT NOT NULL
      ) STRICT;
      CREATE INDEX promise_steps_by_promise ON promise_steps (promise_id, seq);
    `),
}
