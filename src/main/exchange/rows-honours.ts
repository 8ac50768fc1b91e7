import * as z from 'zod'
import { daysOf } from '../../shared/dates/add-months'
import { dayOf, stampOf } from '../../shared/dates/stamps'
import { HonourFacts, HonourId, Revocation } from '../../shared/honours/honours'
import { instantOf } from '../ipc/clock'
import { insistOwner } from './row-owner'
import type { RowKind } from './rows'

/** A person's honour without what is each store's own: file, unit, campaign and who has compared it with the original. */
const SentHonour = HonourFacts.omit({ holder: true, cadreId: true, unitId: true, members: true }).extend({
  revoked: Revocation.nullable(),
})
type SentHonour = z.infer<typeof SentHonour>

const yuan = (fen: number | null): string => (fen === null ? '' : `${fen / 100} 元`)

export const honourRows: RowKind = {
  name: 'honours',
  module: 'honours',
  value: SentHonour,
  of: (db, keys) =>
    db
      .selectFrom('honours')
      .select(['honours.id', 'honours.cadreKey'])
      .where('holder', '=', 'person')
      .where('removedFor', 'is', null)
      .where('cadreKey', 'in', [...keys])
      .execute()
      .then(rows => rows.flatMap(({ id, cadreKey }) => (cadreKey === null ? [] : [{ id, cadreKey }]))),

  async find(db, id) {
    const row = await db.selectFrom('honours').selectAll().where('id', '=', HonourId.parse(id)).executeTakeFirst()
    if (row?.cadreKey == null) return undefined
    if (row.removedFor !== null) return { cadreKey: row.cadreKey, value: null }
    const value: SentHonour = {
      holderName: row.holderName,
      name: row.name,
      kind: row.kind,
      level: row.level,
      authority: row.authority,
      nature: row.nature,
      on: row.onDate,
      documentNo: row.documentNo,
      documentTitle: row.documentTitle,
      ground: row.ground,
      bonusFen: row.bonusFen,
      certificateNo: row.certificateNo,
      medalNo: row.medalNo,
      handedOn: row.handedOn === null ? null : dayOf(row.handedOn),
      handedNote: row.handedNote,
      deeds: row.deeds,
      evidence: row.evidence,
      publicity: row.publicity,
      posthumous: row.posthumous === 1,
      validUntil: row.validUntil === null ? null : dayOf(row.validUntil),
      revoked:
        row.revokedOn === null || row.revokedGround === null
          ? null
          : {
              on: dayOf(row.revokedOn),
              ground: row.revokedGround,
              documentNo: row.revokedDocument,
              note: row.revokedNote,
            },
    }
    return { cadreKey: row.cadreKey, value }
  },

  async put(context, cadreKey, id, came) {
    const { db, caller } = context
    const honourId = HonourId.parse(id)
    const known = await db.selectFrom('honours').selectAll().where('id', '=', honourId).executeTakeFirst()
    if (known) await insistOwner(db, known.cadreKey, cadreKey)
    if (came === null) {
      await db.deleteFrom('honours').where('id', '=', honourId).execute()
      return
    }
    const { on, handedOn, posthumous, validUntil, revoked, ...rest } = SentHonour.parse(came)
    const columns = {
      ...rest,
      cadreKey,
      onDate: on,
      onFirst: stampOf(daysOf(on).earliest),
      year: Number(on.slice(0, 4)),
      handedOn: handedOn === null ? null : stampOf(handedOn),
      posthumous: posthumous ? 1 : 0,
      validUntil: validUntil === null ? null : stampOf(validUntil),
      revokedOn: revoked === null ? null : stampOf(revoked.on),
      revokedGround: revoked?.ground ?? null,
      revokedDocument: revoked?.documentNo ?? '',
      revokedNote: revoked?.note ?? '',
      removedFor: null,
      // Whoever compares with the original does it where the row was changed last.
      verifiedOn: null,
      verifiedBy: null,
      verifiedOriginal: '',
    }
    if (known) {
      const revision = known.revision + 1
      await db
        .updateTable('honours')
        .set({ ...columns, revision })
        .where('id', '=', honourId)
        .execute()
      return
    }
    await db
      .insertInto('honours')
      .values({
        id: honourId,
        holder: 'person',
        unitId: null,
        ...columns,
        campaignId: null,
        batchId: null,
        byId: caller.id,
        at: instantOf(context),
        revision: 1,
      })
      .execute()
  },

  words(came) {
    const honour = SentHonour.parse(came)
    return {
      title: `荣誉：${honour.name}`,
      lines: [
        ['名称', honour.name],
        ['种类', honour.kind],
        ['层级', honour.level],
        ['批准机关', honour.authority],
        ['时间', honour.on],
        ['文号', honour.documentNo],
        ['证书编号', honour.certificateNo],
        ['奖金', yuan(honour.bonusFen)],
        ['主要事迹', honour.deeds],
        ['撤销', honour.revoked === null ? '' : `${honour.revoked.on} ${honour.revoked.ground}`],
      ],
    }
  },
}
