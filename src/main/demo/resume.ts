import type { ResumeEntry } from '../../shared/cadres/cadres'
import type { Station } from './career'
import type { Study } from './education'
import type { Life, Surroundings } from './life'
import { monthText } from './months'
import { type Note, partySchoolNote, secondmentNote, studyNote, villageNote } from './notes'
import { cityName } from './places'
import type { Random } from './random'
import { levelNames } from './units.data'

const cityOffices = ['发展和改革委员会', '商务局', '信访局', '财政局'].map(name => `${cityName}市${name}`)

function notesOf(
  random: Random,
  later: readonly Study[],
  stations: readonly Station[],
  { end }: Life,
  { place, districts, rolls }: Surroundings,
): Note[] {
  const level = stations.at(-1)?.seat.level ?? 0
  const notes: (Note | undefined)[] = later.map(studyNote)
  if (rolls.has('firstSecretary'))
    notes.push(villageNote(random, stations, place.towns.length > 0 ? place : random.pick(districts), end))
  if (random.chance(0.14)) notes.push(secondmentNote(random, stations, cityOffices, end))
  if (random.chance(level > 0 ? 0.35 : 0.04)) notes.push(partySchoolNote(random, stations, `${place.name}委党校`, end))
  return notes.filter(note => note !== undefined).toSorted((a, b) => a.from - b.from)
}

const undated = (text: string): ResumeEntry => ({ from: null, to: null, text, level: '' })

/** The résumé: schools, posts without a gap, what ran beside them, and what stands apart at the end. */
export function resumeOf(
  random: Random,
  later: readonly Study[],
  stations: readonly Station[],
  life: Life,
  around: Surroundings,
): ResumeEntry[] {
  const notes = notesOf(random, later, stations, life, around)
  const rows: ResumeEntry[] = life.schooling.studies.map(({ from, to, text }) => ({
    from: monthText(from),
    to: monthText(to),
    text: `${text}学习`,
    level: '',
  }))
  for (const [at, { from, to, text, seat }] of stations.entries()) {
    const next = stations[at + 1]?.from ?? Number.POSITIVE_INFINITY
    const mine = notes.filter(note => note.from >= from && note.from < next)
    rows.push({
      from: monthText(from),
      to: to === null ? null : monthText(to),
      text: mine.length === 0 ? text : [text, ...mine.map(note => note.text)].join('\n'),
      level: levelNames[seat.level] ?? '',
    })
  }
  if (life.status === '退休') rows.push({ from: monthText(life.end), to: null, text: '退休', level: '' })
  // Seats in congresses and committees stand apart, after a blank line and without dates. Source: formats 1.5.
  if ((stations.at(-1)?.seat.level ?? 0) >= 3 && random.chance(0.4)) rows.push(undated(`${cityName}市第十五届人大代表`))
  return rows
}
