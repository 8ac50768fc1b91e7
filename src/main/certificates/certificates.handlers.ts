import { mayNumber, nextNumber, numberWords, seriesOf } from '../../shared/certificates/certificate-numbers.rules'
import { BatchId, TemplateKey } from '../../shared/certificates/certificates'
import { shippedTemplates } from '../../shared/certificates/templates.data'
import { today } from '../../shared/dates/today'
import { AppError, insist } from '../../shared/result'
import type { CoreHandlers } from '../ipc/contexts'
import * as repo from './certificates.repo'
import { printCertificates, saveCertificates, testCertificate } from './print.job'
import { sources } from './sources'

const yearNow = (now: () => number): number => Number(today(new Date(now())).slice(0, 4))

export const certificatesHandlers: CoreHandlers['certificates'] = {
  templates: ({ db }) => repo.templates(db),

  async saveTemplate({ db, caller, now, newId, record }, { key: known, revision, facts }) {
    const key = known ?? TemplateKey.parse(newId())
    record({ subject: `certificates:${key}` })
    const found = (await repo.templates(db)).find(each => each.key === key)
    if (known !== null && found?.revision !== revision)
      throw new AppError('conflict', '这个模板刚被别人改过，请重新打开再改')
    const row = { facts: JSON.stringify(facts), byId: caller.id, at: new Date(now()).toISOString() }
    if ((found?.revision ?? 0) === 0)
      await db
        .insertInto('certificateTemplates')
        .values({ key, ...row, revision: 1 })
        .execute()
    else
      await db
        .updateTable('certificateTemplates')
        .set({ facts: row.facts, byId: row.byId, revision: revision + 1 })
        .where('key', '=', key)
        .execute()
    return repo.template(db, key)
  },

  async dropTemplate({ db, record }, { key, reason }) {
    record({ subject: `certificates:${key}`, reason })
    const { revision } = await repo.template(db, key)
    if (revision === 0 && shippedTemplates.some(each => each.key === key))
      throw new AppError('refused', '这个模板没有改过，不用还原')
    await db.deleteFrom('certificateTemplates').where('key', '=', key).execute()
    await db.deleteFrom('certificateOffsets').where('template', '=', key).execute()
    return {}
  },

  offsets: ({ db }) => repo.offsets(db),
  async setOffset({ db, record }, offset) {
    record({ subject: `certificates:${offset.template}`, details: `偏移 ${offset.x}、${offset.y} 毫米` })
    await repo.template(db, offset.template)
    await db
      .insertInto('certificateOffsets')
      .values(offset)
      .onConflict(on => on.columns(['template', 'printer']).doUpdateSet({ x: offset.x, y: offset.y }))
      .execute()
    return {}
  },

  async proof(context, { of, ids }) {
    const source = sources[of]
    return { rows: [...(await source.rows(context, ids))], mark: await source.mark(context, ids) }
  },
  async next({ db, now }, { template }) {
    const series = seriesOf((await repo.template(db, template)).series, yearNow(now))
    return { series, next: nextNumber(await repo.usedIn(db, series)) }
  },

  async number(context, { of, ids, template, first, gap }) {
    const { db, caller, now, newId, record } = context
    const id = BatchId.parse(newId())
    record({ subject: `certificates:${id}`, ...(gap === '' ? {} : { reason: gap }) })
    const rows = await sources[of].rows(context, [...new Set(ids)])
    const numbered = rows.find(({ number }) => number !== '')
    if (numbered) throw new AppError('refused', `${numbered.name}已有编号 ${numbered.number}，要换先撤回原来的`)
    const { series: pattern, digits, name } = await repo.template(db, template)
    const series = seriesOf(pattern, yearNow(now))
    insist(mayNumber(await repo.usedIn(db, series), first, rows.length, gap))
    const at = new Date(now()).toISOString()
    await db
      .insertInto('certificateBatches')
      .values({
        id,
        source: of,
        template: name,
        series,
        first,
        count: rows.length,
        gap,
        withdrawn: null,
        byId: caller.id,
        at,
        revision: 1,
      })
      .execute()
    for (const [place, row] of rows.entries()) {
      const words = numberWords(series, first + place, digits)
      await db
        .insertInto('certificateNumbers')
        .values({ batchId: id, series, number: first + place, subject: row.id, words, printed: 0 })
        .execute()
      await sources[of].setNumber(db, row.id, words)
    }
    const last = first + rows.length - 1
    record({
      details: `${numberWords(series, first, digits)}至${numberWords(series, last, digits)}，${rows.length} 份`,
    })
    return repo.batch(db, id)
  },

  batches: ({ db }, page) => repo.batches(db, page),

  async withdraw(context, { id, revision, reason }) {
    const { db, record } = context
    record({ subject: `certificates:${id}`, reason })
    const batch = await repo.batch(db, id)
    if (batch.withdrawn !== null) throw new AppError('refused', '这批编号已经撤回')
    if (batch.revision !== revision) throw new AppError('conflict', '这批编号刚被改过，请重新打开再试')
    const numbers = await repo.numbersOf(db, id)
    const source = sources[batch.of]
    const now = await source.rows(
      context,
      numbers.map(({ subject }) => subject),
    )
    for (const [place, { subject, words }] of numbers.entries()) {
      const row = now[place]
      if (row && row.number !== words)
        throw new AppError('conflict', `${row.name}的编号后来改成了“${row.number}”，先改回来再撤回`)
      await source.setNumber(db, subject, '')
    }
    await db
      .updateTable('certificateBatches')
      .set({ withdrawn: reason, revision: revision + 1 })
      .where('id', '=', id)
      .execute()
    record({ details: `${numbers.length} 个编号，其中 ${batch.printed} 个已经印出，作废不再用` })
    return repo.batch(db, id)
  },

  save: saveCertificates,
  print: printCertificates,
  test: testCertificate,
}
