import type { CadreId } from '../../shared/cadres/cadres'
import type { CareDimension, CareMeasureKey } from '../../shared/care-measures/measures.data'
import {
  CareForm,
  type CareRecordFacts,
  type LifeEventId,
  type MoneySource,
} from '../../shared/care-records/care-records'
import type { CareRecordRow } from '../../shared/care-records/care-records.contract'
import { type Occasion, offeredFor } from '../../shared/care-records/occasions'
import { Day } from '../../shared/dates/add-months'
import { todayDay } from '../../shared/dates/today'
import { fenOf, yuanWords } from '../../shared/money/fen'

/** Where a record begins: at a matter of the due list, at a person, or at nothing. */
export interface RecordStart {
  readonly person: { readonly id: CadreId; readonly name: string } | null
  readonly title: string
  readonly why: string
  readonly occasion: Occasion
  readonly dimension?: CareDimension
  readonly dueKey: string | null
  readonly eventId: LifeEventId | null
}
export const recordStart = (more: Partial<RecordStart> = {}): RecordStart => ({
  person: null,
  title: '',
  why: '',
  occasion: '其他',
  dueKey: null,
  eventId: null,
  ...more,
})

/** The form as a person types it. */
export interface RecordForm {
  /** Kept with what is written of them, so that no draft is ever taken for another person's. */
  readonly person: { readonly id: CadreId; readonly name: string } | null
  readonly on: string
  readonly occasion: Occasion
  readonly form: CareForm
  readonly dimension: CareDimension
  readonly measure: CareMeasureKey | null
  readonly visitors: string
  readonly what: string
  readonly money: string
  readonly goods: string
  readonly standard: string
  readonly source: MoneySource | null
  readonly voucher: string
  readonly approvedBy: string
  readonly promise: string
  readonly nextStep: string
  readonly nextOn: string
  readonly attachments: readonly string[]
  readonly reason: string
}

/** What is offered with an occasion; a person may choose otherwise. */
export const withOccasion = (occasion: Occasion): Pick<RecordForm, 'occasion' | 'dimension' | 'measure'> => {
  const { dimension, measure } = offeredFor[occasion]
  return { occasion, dimension, measure }
}

const blank = {
  visitors: '',
  what: '',
  money: '',
  goods: '',
  standard: '',
  source: null,
  voucher: '',
  approvedBy: '',
  promise: '',
  nextStep: '',
  nextOn: '',
  attachments: [],
  reason: '',
}
export function startForm({ person, occasion, dimension }: RecordStart, record?: CareRecordRow): RecordForm {
  if (!record)
    return {
      ...blank,
      person,
      on: todayDay(),
      form: occasion === '生日' || occasion === '政治生日' ? '祝贺' : '走访',
      ...withOccasion(occasion),
      ...(dimension === undefined ? {} : { dimension }),
    }
  const { on, form, visitors, what, goods, standard, source, voucher, approvedBy, promise, nextStep } = record
  return {
    ...blank,
    person,
    on,
    form,
    visitors,
    what,
    goods,
    standard,
    source,
    voucher,
    approvedBy,
    promise,
    nextStep,
    money: record.moneyFen === 0 ? '' : yuanWords(record.moneyFen),
    occasion: record.occasion,
    dimension: record.dimension,
    measure: record.measure,
    nextOn: record.nextOn ?? '',
    attachments: record.attachments,
  }
}

/** What is handed in, or in words why it cannot be yet. */
export function factsOf(
  { person, money, on, nextOn, reason: _reason, attachments, ...form }: RecordForm,
  of: Pick<CareRecordFacts, 'dueKey' | 'eventId'>,
): CareRecordFacts | string {
  if (person === null) return '先选人'
  const day = Day.safeParse(on.trim())
  if (!day.success) return '办理日期写作 2026-11-30'
  const fen = fenOf(money)
  if (fen === undefined) return '慰问金写数字，如 500 或 1000.50'
  const next = nextOn.trim() === '' ? null : Day.safeParse(nextOn.trim())
  if (next && !next.success) return '下一步日期写作 2026-11-30'
  return {
    ...form,
    ...of,
    cadreId: person.id,
    what: form.what.trim(),
    nextStep: form.nextStep.trim(),
    on: day.data,
    moneyFen: fen ?? 0,
    nextOn: next ? next.data : null,
    attachments: [...attachments],
  }
}
export const careForms = CareForm.options
