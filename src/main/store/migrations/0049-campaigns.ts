import type { Migration } from '../migrate'

/** Campaigns from the call to the honouring, their ten jobs, and who was nominated, checked, judged and objected to. */
export const m0049: Migration = {
  version: 49,
  name: 'campaigns',
  up: db =>
    db.exec(`
      CREATE TABLE campaigns (
        id            TEXT PRIMARY KEY,
        brand         TEXT NOT NULL,
        year          INTEGER NOT NULL,
        title         TEXT NOT NULL,
        person_honour TEXT NOT NULL,
        team_honour   TEXT NOT NULL,
        call_title    TEXT NOT NULL,
        call_no       TEXT NOT NULL,
        called_on     TEXT,
        deadline_on   TEXT,
        stage         TEXT NOT NULL CHECK (stage IN ('发动', '推荐', '核查', '评审', '公示', '决定', '表彰')),
        panel         TEXT NOT NULL,
        publicity     TEXT,
        decision      TEXT,
        tour_title    TEXT NOT NULL,
        removed_for   TEXT,
        by_id         TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at            TEXT NOT NULL,
        revision      INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;

      CREATE TABLE campaign_settings (
        version    INTEGER PRIMARY KEY,
        body       TEXT NOT NULL,
        reason     TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT
      ) STRICT;

      CREATE TABLE campaign_criteria (
        campaign_id TEXT NOT NULL REFERENCES campaigns(id) ON DELETE CASCADE,
        version     INTEGER NOT NULL,
        body        TEXT NOT NULL,
        reason      TEXT NOT NULL,
        at          TEXT NOT NULL,
        by_id       TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        PRIMARY KEY (campaign_id, version)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE campaign_quotas (
        campaign_id TEXT NOT NULL REFERENCES campaigns(id) ON DELETE CASCADE,
        unit_id     TEXT NOT NULL REFERENCES units(id) ON DELETE RESTRICT,
        position    INTEGER NOT NULL,
        persons     INTEGER NOT NULL CHECK (persons >= 0),
        teams       INTEGER NOT NULL CHECK (teams >= 0),
        PRIMARY KEY (campaign_id, unit_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE campaign_moves (
        campaign_id TEXT NOT NULL REFERENCES campaigns(id) ON DELETE CASCADE,
        position    INTEGER NOT NULL,
        from_stage  TEXT NOT NULL,
        to_stage    TEXT NOT NULL,
        reason      TEXT NOT NULL,
        by_id       TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at          TEXT NOT NULL,
        PRIMARY KEY (campaign_id, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE campaign_nominees (
        id             TEXT PRIMARY KEY,
        campaign_id    TEXT NOT NULL REFERENCES campaigns(id) ON DELETE CASCADE,
        kind           TEXT NOT NULL CHECK (kind IN ('person', 'team')),
        cadre_key      INTEGER REFERENCES cadres(key) ON DELETE RESTRICT,
        name           TEXT NOT NULL,
        unit_id        TEXT NOT NULL REFERENCES units(id) ON DELETE RESTRICT,
        deeds          TEXT NOT NULL,
        tags           TEXT NOT NULL,
        task           TEXT NOT NULL,
        evidence       TEXT NOT NULL,
        attachments    TEXT NOT NULL,
        state          TEXT NOT NULL CHECK (state IN ('在选', '止步')),
        state_reason   TEXT NOT NULL,
        listed         INTEGER NOT NULL CHECK (listed IN (0, 1)),
        passes         TEXT NOT NULL,
        honour_id      TEXT REFERENCES honours(id) ON DELETE RESTRICT,
        certificate_no TEXT NOT NULL,
        by_id          TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at             TEXT NOT NULL,
        revision       INTEGER NOT NULL CHECK (revision > 0),
        CHECK (kind = 'person' OR cadre_key IS NULL)
      ) STRICT;
      CREATE INDEX campaign_nominees_by_campaign ON campaign_nominees (campaign_id);
      CREATE INDEX campaign_nominees_by_cadre ON campaign_nominees (cadre_key) WHERE cadre_key IS NOT NULL;

      CREATE TABLE campaign_members (
        nominee_id TEXT NOT NULL REFERENCES campaign_nominees(id) ON DELETE CASCADE,
        position   INTEGER NOT NULL,
        cadre_key  INTEGER REFERENCES cadres(key) ON DELETE RESTRICT,
        name       TEXT NOT NULL,
        part       TEXT NOT NULL,
        PRIMARY KEY (nominee_id, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX campaign_members_by_cadre ON campaign_members (cadre_key) WHERE cadre_key IS NOT NULL;

      CREATE TABLE campaign_opinions (
        id         TEXT PRIMARY KEY,
        nominee_id TEXT NOT NULL REFERENCES campaign_nominees(id) ON DELETE CASCADE,
        organ      TEXT NOT NULL,
        on_day     TEXT NOT NULL,
        signed_by  TEXT NOT NULL,
        answer     TEXT NOT NULL CHECK (answer IN ('同意', '不同意', '未答复')),
        words      TEXT NOT NULL,
        by_id      TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at         TEXT NOT NULL
      ) STRICT;
      CREATE INDEX campaign_opinions_by_nominee ON campaign_opinions (nominee_id);

      CREATE TABLE campaign_marks (
        nominee_id TEXT NOT NULL REFERENCES campaign_nominees(id) ON DELETE CASCADE,
        member     TEXT NOT NULL,
        points     TEXT NOT NULL,
        remark     TEXT NOT NULL,
        by_id      TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at         TEXT NOT NULL,
        PRIMARY KEY (nominee_id, member)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE campaign_objections (
        id          TEXT PRIMARY KEY,
        campaign_id TEXT NOT NULL REFERENCES campaigns(id) ON DELETE CASCADE,
        nominee_id  TEXT REFERENCES campaign_nominees(id) ON DELETE CASCADE,
        on_day      TEXT NOT NULL,
        content     TEXT NOT NULL,
        handling    TEXT NOT NULL,
        result      TEXT NOT NULL,
        settled_on  TEXT,
        by_id       TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        at          TEXT NOT NULL
      ) STRICT;
      CREATE INDEX campaign_objections_by_campaign ON campaign_objections (campaign_id);

      CREATE TABLE campaign_actions (
        campaign_id TEXT NOT NULL REFERENCES campaigns(id) ON DELETE CASCADE,
        action      TEXT NOT NULL,
        owner       TEXT NOT NULL,
        due_on      TEXT,
        state       TEXT NOT NULL CHECK (state IN ('未开始', '进行中', '已完成', '不开展')),
        done_on     TEXT,
        evidence    TEXT NOT NULL,
        progress    TEXT NOT NULL,
        revision    INTEGER NOT NULL CHECK (revision > 0),
        PRIMARY KEY (campaign_id, action)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE campaign_stops (
        id          TEXT PRIMARY KEY,
        campaign_id TEXT NOT NULL REFERENCES campaigns(id) ON DELETE CASCADE,
        place       TEXT NOT NULL,
        on_day      TEXT NOT NULL,
        topic       TEXT NOT NULL,
        audience    INTEGER CHECK (audience >= 0),
        feedback    TEXT NOT NULL,
        revision    INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX campaign_stops_by_day ON campaign_stops (campaign_id, on_day);

      CREATE TABLE campaign_speakers (
        stop_id   TEXT NOT NULL REFERENCES campaign_stops(id) ON DELETE CASCADE,
        position  INTEGER NOT NULL,
        cadre_key INTEGER REFERENCES cadres(key) ON DELETE RESTRICT,
        name      TEXT NOT NULL,
        PRIMARY KEY (stop_id, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX campaign_speakers_by_cadre ON campaign_speakers (cadre_key) WHERE cadre_key IS NOT NULL;

      CREATE TABLE campaign_reports (
        id          TEXT PRIMARY KEY,
        campaign_id TEXT NOT NULL REFERENCES campaigns(id) ON DELETE CASCADE,
        on_day      TEXT NOT NULL,
        media       TEXT NOT NULL,
        title       TEXT NOT NULL,
        revision    INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX campaign_reports_by_day ON campaign_reports (campaign_id, on_day);

      CREATE TABLE campaign_promotions (
        id          TEXT PRIMARY KEY,
        campaign_id TEXT NOT NULL REFERENCES campaigns(id) ON DELETE CASCADE,
        cadre_key   INTEGER NOT NULL REFERENCES cadres(key) ON DELETE RESTRICT,
        on_day      TEXT NOT NULL,
        post        TEXT NOT NULL,
        revision    INTEGER NOT NULL CHECK (revision > 0)
      ) STRICT;
      CREATE INDEX campaign_promotions_by_campaign ON campaign_promotions (campaign_id);
      CREATE INDEX campaign_promotions_by_cadre ON campaign_promotions (cadre_key);
    `),
}
