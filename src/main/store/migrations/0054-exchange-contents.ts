import type { Migration } from '../migrate'

/** Contents of attachments that came with a package lie with the others; this tells which package they wait for. */
export const m0054: Migration = {
  version: 54,
  name: 'exchange-contents',
  up: db =>
    db.exec(`
      CREATE TABLE exchange_contents (
        arrival_id TEXT NOT NULL REFERENCES exchange_arrivals(id) ON DELETE CASCADE,
        id         TEXT NOT NULL REFERENCES attachment_contents(id) ON DELETE RESTRICT,
        PRIMARY KEY (arrival_id, id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX exchange_contents_by_content ON exchange_contents (id);
    `),
}
