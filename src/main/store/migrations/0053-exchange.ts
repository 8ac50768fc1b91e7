import type { Migration } from '../migrate'

/**
 * Exchange with other stores: who this store is to them and who they are, which changes of a person's values are known, what
 * was sent and what came, and what a step put in place of what beside the file.
 */
export const m0053: Migration = {
  version: 53,
  name: 'exchange',
  up: db =>
    db.exec(`
      CREATE TABLE exchange_identity (
        only     INTEGER PRIMARY KEY CHECK (only = 1),
        id       TEXT NOT NULL,
        age_key  TEXT NOT NULL,
        sign_key TEXT NOT NULL,
        writer   TEXT NOT NULL,
        clock    INTEGER NOT NULL CHECK (clock >= 0),
        made_at  TEXT NOT NULL,
        by_id    TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT
      ) STRICT;

      CREATE TABLE exchange_partners (
        id           TEXT PRIMARY KEY,
        unit         TEXT NOT NULL,
        recipient    TEXT NOT NULL,
        sign_key     TEXT NOT NULL,
        added_at     TEXT NOT NULL,
        added_by     TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        confirmed_at TEXT,
        confirmed_by TEXT REFERENCES accounts(id) ON DELETE RESTRICT,
        stopped_at   TEXT,
        last_sent    INTEGER NOT NULL CHECK (last_sent >= 0)
      ) STRICT;

      CREATE TABLE exchange_states (
        cadre_id TEXT PRIMARY KEY REFERENCES cadres(id) ON DELETE CASCADE,
        state    TEXT NOT NULL CHECK (json_valid(state))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE exchange_aliases (
        their_id TEXT PRIMARY KEY,
        cadre_id TEXT NOT NULL REFERENCES cadres(id) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX exchange_aliases_by_cadre ON exchange_aliases (cadre_id);

      CREATE TABLE exchange_sent (
        id         TEXT PRIMARY KEY,
        partner_id TEXT NOT NULL REFERENCES exchange_partners(id) ON DELETE RESTRICT,
        number     INTEGER NOT NULL CHECK (number > 0),
        export_id  TEXT NOT NULL REFERENCES exports(id) ON DELETE RESTRICT,
        at         TEXT NOT NULL,
        by_id      TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        mark       TEXT NOT NULL,
        people     INTEGER NOT NULL,
        modules    TEXT NOT NULL CHECK (json_valid(modules)),
        receipt    TEXT CHECK (json_valid(receipt)),
        receipt_at TEXT
      ) STRICT;
      CREATE INDEX exchange_sent_by_time ON exchange_sent (at);

      CREATE TABLE exchange_arrivals (
        id         TEXT PRIMARY KEY,
        package_id TEXT NOT NULL,
        partner_id TEXT NOT NULL REFERENCES exchange_partners(id) ON DELETE RESTRICT,
        number     INTEGER NOT NULL CHECK (number > 0),
        made_at    TEXT NOT NULL,
        mark       TEXT NOT NULL,
        modules    TEXT NOT NULL CHECK (json_valid(modules)),
        people     INTEGER NOT NULL,
        state      TEXT NOT NULL CHECK (state IN ('staged', 'applied')),
        opened_at  TEXT NOT NULL,
        by_id      TEXT NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
        outcome    TEXT CHECK (json_valid(outcome)),
        receipt_saved_at TEXT
      ) STRICT;
      CREATE INDEX exchange_arrivals_by_partner ON exchange_arrivals (partner_id, number);
      CREATE INDEX exchange_arrivals_by_time ON exchange_arrivals (opened_at);

      CREATE TABLE exchange_items (
        arrival_id     TEXT NOT NULL REFERENCES exchange_arrivals(id) ON DELETE CASCADE,
        place          INTEGER NOT NULL,
        name           TEXT NOT NULL,
        birth          TEXT,
        unit_name      TEXT NOT NULL,
        state          TEXT NOT NULL CHECK (state IN ('new', 'conflict', 'changed', 'same', 'undecided', 'skipped')),
        fate           TEXT CHECK (fate IN ('add', 'merge', 'skip')),
        cadre_id       TEXT REFERENCES cadres(id) ON DELETE SET NULL,
        cadre_revision INTEGER,
        note           TEXT,
        changes        INTEGER NOT NULL,
        conflicts      INTEGER NOT NULL,
        choices        TEXT NOT NULL CHECK (json_valid(choices)),
        -- Last, since lists read the columns before it alone.
        person         TEXT NOT NULL CHECK (json_valid(person)),
        PRIMARY KEY (arrival_id, place)
      ) STRICT;
      CREATE INDEX exchange_items_by_state ON exchange_items (arrival_id, state, place);
      CREATE INDEX exchange_items_by_cadre ON exchange_items (cadre_id) WHERE cadre_id IS NOT NULL;

      CREATE TABLE exchange_images (
        id       TEXT PRIMARY KEY,
        cadre_id TEXT NOT NULL REFERENCES cadres(id) ON DELETE CASCADE,
        before   TEXT NOT NULL CHECK (json_valid(before)),
        after    TEXT NOT NULL CHECK (json_valid(after))
      ) STRICT;
      CREATE INDEX exchange_images_by_cadre ON exchange_images (cadre_id);
    `),
}
