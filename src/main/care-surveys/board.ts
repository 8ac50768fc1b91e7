import type { SurveyBoard } from '../../shared/care-surveys/care-surveys'
import {
  addUp,
  answersOf,
  contentOf,
  foldedUnits,
  LEAST_ANSWERS,
  sharesOf,
  surveyIn,
} from '../../shared/care-surveys/surveys.rules'
import { Day } from '../../shared/dates/add-months'
import { daysOfYear } from '../../shared/dates/year'
import { desks, deskTitles } from '../../shared/desks/desks'
import { board as coverage } from '../care-coverage/board.repo'
import { dayNow } from '../ipc/clock'
import type { QueryContext } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import * as repo from './care-surveys.repo'

/** So many years stand side by side. */
const MOST_YEARS = 6
type Context = Pick<QueryContext, 'db' | 'caller' | 'now'>

/** Who was cared for in a year, as far as it has come. */
function coverageIn({ db, caller, now }: Context, year: number) {
  const last = Day.parse(`${year}-12-31`)
  const until = dayNow({ now }) < last ? dayNow({ now }) : last
  // Of a year that has only begun, its months until today.
  const months = until.startsWith(String(year)) ? Number(until.slice(5, 7)) : 12
  return coverage(db, caller.scope, { by: 'unit', whom: '在职', until, months, unitId: null })
}

/** What people said of the answers of the desks, of everyone within the scope. */
async function saidOfDesks({ db, caller }: Context, year: number): Promise<SurveyBoard['desks']> {
  const seen = caller.scope === null ? null : new Set<string>((await listWithin(db, caller.scope)).map(({ id }) => id))
  const [from, to] = daysOfYear(year)
  const said = await db
    .selectFrom('deskItems')
    .leftJoin('cadres', 'cadres.key', 'deskItems.cadreKey')
    .select(['deskItems.desk', 'deskItems.satisfaction', 'deskItems.unitId', 'cadres.unitId as ofPerson'])
    .where('askedOn', '>=', from)
    .where('askedOn', '<=', to)
    .where('satisfaction', 'in', ['满意', '基本满意', '不满意'])
    .execute()
  const within = said.filter(({ unitId, ofPerson }) => {
    const unit = ofPerson ?? unitId
    return seen === null || (unit !== null && seen.has(unit))
  })
  return desks.map(desk => {
    const own = within.filter(each => each.desk === desk)
    return {
      desk: deskTitles[desk],
      content: own.filter(({ satisfaction }) => satisfaction !== '不满意').length,
      asked: own.length,
    }
  })
}

/** How care was felt in a year, unit by unit, beside how many it reached; the years before it in two numbers. */
export async function boardOf(context: Context, year: number): Promise<SurveyBoard> {
  const { db, caller } = context
  const forms = await repo.forms(db)
  const form = surveyIn(forms, year)
  const entered = await repo.entered(db, caller.scope, year)
  const answers = new Map(entered.map(({ unitId, totals }) => [unitId as string, answersOf(totals, form)]))
  const folded = foldedUnits(answers)
  const { bands, people, reached } = await coverageIn(context, year)
  const names = new Map((await listWithin(db, caller.scope)).map(({ id, name }) => [id as string, name]))
  const bandOf = new Map(bands.map(band => [band.key, band]))
  const all = addUp(entered.map(({ totals }) => totals))
  const total = answersOf(all, form)
  const order = [...names.keys()]
  const units = entered
    .map(({ unitId, totals }) => {
      const isTold = !folded.has(unitId)
      return {
        unitId,
        unitName: names.get(unitId) ?? '',
        answers: isTold ? answersOf(totals, form) : null,
        shares: isTold ? sharesOf(totals, form) : null,
        people: bandOf.get(unitId)?.people ?? 0,
        reached: bandOf.get(unitId)?.reached ?? 0,
      }
    })
    .toSorted((a, b) => order.indexOf(a.unitId) - order.indexOf(b.unitId))
  const years = [...new Set([...(await repo.enteredYears(db)), year])]
    .filter(each => each <= year)
    .toSorted((a, b) => a - b)
    .slice(-MOST_YEARS)
  const trend: SurveyBoard['years'] = []
  for (const each of years) {
    const told = each === year ? all : addUp((await repo.entered(db, caller.scope, each)).map(({ totals }) => totals))
    const care = each === year ? { people, reached } : await coverageIn(context, each)
    trend.push({
      year: each,
      content: contentOf(told, surveyIn(forms, each)),
      covered: care.people === 0 ? null : care.reached / care.people,
    })
  }
  return {
    year,
    form,
    version: await repo.latestVersion(db),
    units,
    folded: folded.size,
    whole: total < LEAST_ANSWERS ? null : { answers: total, shares: sharesOf(all, form) },
    people,
    reached,
    years: trend,
    desks: await saidOfDesks(context, year),
  }
}
