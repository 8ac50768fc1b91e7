import type { Migration } from '../migrate'

/** What a unit is and which posts it was approved to have; the posts in office of every file, made from the file. */
export const m0006: Migration = {
  version: 6,
  name: 'posts',
  up: db =>
    db.exec(`
      CREATE TABLE unit_facts (
        unit_id        TEXT PRIMARY KEY REFERENCES units(id) ON DELETE CASCADE,
        kind           TEXT NOT NULL CHECK (kind IN ('', '法人单位', '内设机构', '机构分组')),
        nature         TEXT NOT NULL,
        level          TEXT NOT NULL,
        code           TEXT NOT NULL,
        approved_staff INTEGER CHECK (approved_staff >= 0)
      ) STRICT;

      CREATE TABLE unit_posts (
        id       TEXT PRIMARY KEY,
        unit_id  TEXT NOT NULL REFERENCES units(id) ON DELETE CASCADE,
        title    TEXT NOT NULL,
        level    TEXT NOT NULL,
        in_team  INTEGER NOT NULL CHECK (in_team IN (0, 1)),
        approved INTEGER NOT NULL CHECK (approved >= 0),
        position INTEGER NOT NULL CHECK (position >= 0)
      ) STRICT;
      CREATE INDEX unit_posts_by_unit ON unit_posts (unit_id, position);

      CREATE TABLE cadre_posts (
        key          INTEGER NOT NULL REFERENCES cadres(key) ON DELETE CASCADE,
        unit_id      TEXT NOT NULL,
        title        TEXT NOT NULL,
        role         TEXT NOT NULL CHECK (role IN ('主职', '兼职')),
        member_kind  TEXT NOT NULL,
        team_order   INTEGER,
        appointed_on TEXT
      ) STRICT;
      CREATE INDEX cadre_posts_by_person ON cadre_posts (key);
      CREATE INDEX cadre_posts_by_unit ON cadre_posts (unit_id);
    `),
}
