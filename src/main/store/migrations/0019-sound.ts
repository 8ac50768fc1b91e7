import type { Migration } from '../migrate'

/** Sound of talks: recordings, one after the other on the axis of their talk, and their pieces as they came in. */
export const m0019: Migration = {
  version: 19,
  name: 'sound',
  up: db =>
    db.exec(`
      CREATE TABLE sound_recordings (
        key           INTEGER PRIMARY KEY,
        id            TEXT NOT NULL UNIQUE,
        interview_key INTEGER NOT NULL REFERENCES interviews(key) ON DELETE CASCADE,
        state         TEXT NOT NULL CHECK (state IN ('running', 'done', 'broken', 'removed')),
        offset_ms     INTEGER NOT NULL CHECK (offset_ms >= 0),
        duration_ms   INTEGER NOT NULL CHECK (duration_ms >= 0),
        pieces        INTEGER NOT NULL CHECK (pieces >= 0),
        -- SHA-256 over the hash before and the last piece.
        hash          TEXT NOT NULL CHECK (length(hash) = 64),
        began_at      TEXT NOT NULL,
        ended_at      TEXT NOT NULL,
        by_id         TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT
      ) STRICT;
      CREATE INDEX sound_recordings_by_interview ON sound_recordings (interview_key, offset_ms);

      CREATE TABLE sound_pieces (
        recording_key INTEGER NOT NULL REFERENCES sound_recordings(key) ON DELETE CASCADE,
        seq           INTEGER NOT NULL CHECK (seq >= 0),
        ms            INTEGER NOT NULL CHECK (ms >= 0),
        -- Where a cluster begins in the piece, and its time; null without one.
        cluster_at    INTEGER,
        cluster_ms    INTEGER,
        peaks         BLOB NOT NULL,
        sha256        BLOB NOT NULL CHECK (length(sha256) = 32),
        bytes         BLOB NOT NULL,
        PRIMARY KEY (recording_key, seq)
      ) STRICT;
    `),
}
