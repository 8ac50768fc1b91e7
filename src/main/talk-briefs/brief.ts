import { capabilitiesOf } from '../../shared/accounts/roles'
import type { Cadre } from '../../shared/cadres/cadres'
import type { TimelineEntry } from '../../shared/cadres/timeline'
import { addMonths, Day } from '../../shared/dates/add-months'
import { type PartialDate, showDate } from '../../shared/dates/partial-date'
import type { InterviewId } from '../../shared/interviews/interviews'
import { AppError } from '../../shared/result'
import type { BriefPerson, TalkBrief } from '../../shared/talk-briefs/talk-briefs'
import * as cadres from '../cadres/cadres.repo'
import { timelineSources } from '../cadres/timeline'
import * as content from '../interviews/content'
import * as interviews from '../interviews/interviews.repo'
import { plansTalks } from '../interviews/plans-talks'
import { dayNow } from '../ipc/clock'
import type { QueryContext } from '../ipc/contexts'
import * as promises from '../promises/promises.repo'
import { oversees } from '../promises/promises.sight'
import { listWithin } from '../units/units.repo'

const TALKS = 3
const PROMISES = 8
const RESUME = 2
const FACTS = 4
/** What made a talk due longer ago than this is not told any more. */
const OCCASION_MONTHS = 12

const join = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter(part => part !== '' && part !== null && part !== undefined).join('，')

const spanOf = (from: PartialDate | null, to: PartialDate | null): string =>
  `${from ? showDate(from) : ''}—${to ? showDate(to) : ''}`

/** What the modules know of a person that the reader may be told, and what the file tells to whoever holds the talk. */
async function entriesOf(context: QueryContext, cadre: Cadre, on: PartialDate): Promise<TimelineEntry[]> {
  const held = capabilitiesOf(context.caller.roles)
  const told = timelineSources
    .filter(({ needs }) => needs === 'cadres.read' || held.includes(needs))
    .map(source => source.find(context, cadre, on))
  return (await Promise.all(told)).flat()
}

async function talksOf(context: QueryContext, cadre: Cadre): Promise<BriefPerson['talks']> {
  const { db, caller } = context
  const filter = { mine: false, from: null, to: null, kinds: [], roundId: null, unitId: null, talkerId: null }
  const { rows } = await interviews.list(db, caller, plansTalks(caller), {
    filter: { ...filter, states: ['closed', 'final'], cadreId: cadre.id },
    offset: 0,
    limit: TALKS,
  })
  const headers = await interviews.headersOf(db, rows, caller.id)
  return headers.flatMap(({ heldOn, kindTitle, talkers, readable }, at) => {
    const row = rows[at]
    if (heldOn === null || !row) return []
    const summary = readable ? interviews.detailsOf(row).summary : null
    return { on: Day.parse(heldOn), kindTitle, talkers: talkers.map(({ name }) => name).join('、'), summary }
  })
}

async function promisesOf(context: QueryContext, cadre: Cadre, on: Day): Promise<BriefPerson['promises']> {
  const { db, caller } = context
  const filter = { kinds: [], ownerId: null, interviewId: null, unitId: null, late: false, cadreId: cadre.id }
  const { rows } = await promises.list(db, caller, oversees(context), {
    filter: { ...filter, states: ['open'] },
    offset: 0,
    limit: PROMISES,
    on,
  })
  return rows.map(({ kind, text, dueOn, ownerName }) => ({ kind, text, dueOn, ownerName, late: dueOn < on }))
}

async function occasionsOf({ db }: QueryContext, key: number, on: Day): Promise<BriefPerson['occasions']> {
  const rows = await db
    .selectFrom('talkOccasions')
    .select(['kind', 'onDay', 'note'])
    .where('cadreKey', '=', key)
    .where('onDay', '>=', Number(addMonths(on, -OCCASION_MONTHS).replaceAll('-', '')))
    .orderBy('onDay', 'desc')
    .limit(FACTS)
    .execute()
  return rows.map(({ kind, onDay, note }) => ({
    on: String(onDay).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1.$2.$3'),
    words: join(kind, note),
  }))
}

const factOf = ({ on, title, detail }: TimelineEntry) => ({ on: on && showDate(on), words: join(title, detail) })

/** @throws AppError refused for whoever neither holds, records nor plans it */
export async function briefOf(context: QueryContext, id: InterviewId): Promise<TalkBrief> {
  const { db, caller, now } = context
  const { row, part } = await content.open(context, id)
  if (part !== '谈话人' && part !== '记录人' && !plansTalks(caller))
    throw new AppError('refused', '谈话前一页只给谈话人、记录人和安排谈话的人看')
  const header = await interviews.headerOf(db, row, caller.id)
  const on = dayNow({ now })
  const units = new Map((await listWithin(db, null)).map(unit => [unit.id as string, unit.name]))
  const keys = await interviews.cadreKeys(
    db,
    header.subjects.map(subject => subject.id),
  )
  const people: BriefPerson[] = []
  for (const subject of header.subjects) {
    // Who was given the talk is told of its people, whatever units they see otherwise.
    const { cadre } = await cadres.get(db, null, subject.id)
    const entries = await entriesOf(context, cadre, on)
    const caring = entries.filter(({ side }) => side === 'care')
    people.push({
      id: cadre.id,
      name: cadre.name,
      about: join(cadre.sex, cadre.birth && `${showDate(cadre.birth)} 生`, cadre.form.currentPost),
      unit: units.get(cadre.unitId ?? '') ?? '',
      resume: cadre.resume.slice(-RESUME).map(({ from, to, text }) => `${spanOf(from, to)} ${text}`),
      talks: await talksOf(context, cadre),
      promises: await promisesOf(context, cadre, on),
      occasions: await occasionsOf(context, keys.get(cadre.id) ?? -1, on),
      honours: caring
        .filter(({ kind }) => kind === '奖惩')
        .slice(-FACTS)
        .map(factOf),
      restrictions: entries.flatMap(({ notice, basis }) => (notice ? [{ ...notice, basis }] : [])),
      care: caring
        .filter(({ kind }) => kind !== '奖惩' && kind !== '谈话' && kind !== '承诺诉求')
        .slice(0, FACTS)
        .map(factOf),
    })
  }
  return { header, people }
}
