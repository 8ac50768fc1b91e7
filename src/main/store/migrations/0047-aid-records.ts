import type { Migration } from '../migrate'

/** Aid that was paid is a record of care like every other: one fact, told by the case of need that it belongs to. */
export const m0047: Migration = {
  version: 47,
  name: 'aid-records',
  up: db =>
    db.exec(`
      ALTER TABLE care_records ADD COLUMN hardship_id TEXT REFERENCES hardships(id) ON DELETE RESTRICT;
      CREATE INDEX care_records_by_hardship ON care_records (hardship_id) WHERE hardship_id IS NOT NULL;
      INSERT INTO care_records (id, cadre_key, on_day, occasion, form, dimension, measure, due_key, event_id, visitors, what,
          money_fen, goods, standard, source, voucher, approved_by, promise, next_step, next_on, attachments, batch_id,
          withdrawn_for, by_id, at, revision, hardship_id)
        SELECT aid.id, cadre_key, CAST(replace(aid.on_day, '-', '') AS INTEGER), '困难救助', '慰问', '经济', 'life-7', NULL, NULL, '',
          iif(aid.note = '', '困难帮扶救助', aid.note), aid.fen, '', '', aid.kind, aid.voucher, aid.approved_by, '', '', NULL, '[]',
          NULL, nullif(aid.withdrawn_for, ''), aid.by_id, aid.at, 1, hardship_id
        FROM hardship_aids AS aid JOIN hardships ON hardships.id = aid.hardship_id;
      DROP TABLE hardship_aids;
    `),
}
