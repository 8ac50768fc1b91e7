import { Cadre, type CadreId, emptyCadre } from '../../shared/cadres/cadres'
import { diffCadres } from '../../shared/cadres/diff.rules'
import { describeChange, NOTHING } from '../../shared/cadres/diff-words'
import { labelOf } from '../../shared/cadres/field-labels'
import type { Difference, ExchangeModule, PersonState } from '../../shared/exchange/exchange'
import { type Choice, type Judgement, judge, type Stand, type Writer } from '../../shared/exchange/merge.rules'
import { type SentPerson, SentPhoto, type SentValue } from '../../shared/exchange/package'
import * as cadres from '../cadres/cadres.repo'
import type { Reads } from '../store/schema'
import type { StoredItem } from './arrivals.repo'
import { sha256 } from './envelope'
import { type Local, lookAt, PHOTO, photoHash, standOf } from './local'
import { rowOfKey } from './rows'
import * as states from './states.repo'
import { fieldOfKey, hashOf, sensitiveOf, travelling, withFields } from './values'

/** One value of a package beside the one that stands here. */
export interface Judged {
  readonly key: string
  readonly ours: Stand
  readonly theirs: Stand
  readonly value: unknown
  readonly judged: Judgement
  readonly choice: Choice | null
}

export interface JudgedPerson {
  /** Undefined for one who is new here. */
  readonly local: (Local & { readonly revision: number }) | undefined
  readonly values: readonly Judged[]
}

const theirStand = (key: string, { value, versions, over, by }: SentValue): Stand => ({
  hash: key === PHOTO ? hashOfPhoto(value) : hashOf(value),
  versions,
  ...(over && by !== undefined && { over, by }),
})
function hashOfPhoto(value: unknown): string {
  const photo = SentPhoto.safeParse(value)
  return photo.success ? photoHash(sha256(Buffer.from(photo.data.base64, 'base64'))) : ''
}

/** Puts everything that a package says of a person beside what stands here. */
export async function judgePerson(
  db: Reads,
  item: Pick<StoredItem, 'person' | 'choices' | 'fate' | 'cadreId'>,
  modules: readonly ExchangeModule[],
  writer: Writer,
): Promise<JudgedPerson> {
  const coming = Object.keys(item.person.values)
  const local =
    item.fate === 'merge' && item.cadreId !== null
      ? await localOf(db, item.cadreId, modules, writer, coming)
      : undefined
  const values = Object.entries(item.person.values).map(([key, sent]): Judged => {
    const ours = local ? standOf(local, key) : standOf({ stands: new Map() }, key)
    const theirs = theirStand(key, sent)
    return {
      key,
      ours,
      theirs,
      value: sent.value,
      judged: judge(ours, theirs, writer.id),
      choice: item.choices[key] ?? null,
    }
  })
  return { local, values }
}

async function localOf(
  db: Reads,
  id: CadreId,
  modules: readonly ExchangeModule[],
  writer: Writer,
  coming: readonly string[],
) {
  const { cadre, revision } = await cadres.get(db, null, id)
  const { key } = await db.selectFrom('cadres').select('key').where('id', '=', id).executeTakeFirstOrThrow()
  const known = await states.standsOf(db, id)
  return { ...(await lookAt(db, { cadre, key }, { modules, known, writer, coming })), revision }
}

const isOpen = ({ judged, choice }: Judged): boolean => judged === 'conflict' && choice === null
const takes = ({ judged, choice }: Judged): boolean => (choice ?? judged) === 'take'

/** How a person stands in the list. */
export function stateOf(
  fate: StoredItem['fate'],
  values: readonly Judged[],
): { readonly state: PersonState; readonly changes: number; readonly conflicts: number } {
  const conflicts = values.filter(isOpen).length
  const changes = values.filter(takes).length
  if (fate === null) return { state: 'undecided', changes: 0, conflicts: 0 }
  if (fate === 'skip') return { state: 'skipped', changes: 0, conflicts: 0 }
  if (conflicts > 0) return { state: 'conflict', changes, conflicts }
  if (fate === 'add') return { state: 'new', changes, conflicts: 0 }
  return { state: changes > 0 ? 'changed' : 'same', changes, conflicts: 0 }
}

type Line = Difference['lines'][number]

function rowLines(key: string, ours: unknown, theirs: unknown): { title: string; lines: Line[] } {
  const row = rowOfKey(key)
  if (!row) return { title: key, lines: [] }
  const [here, there] = [ours, theirs].map(value =>
    value === null || value === undefined ? undefined : row.kind.words(value),
  )
  const labels = (there ?? here)?.lines.map(([label]) => label) ?? []
  const textOf = (words: typeof here, label: string): string =>
    words?.lines.find(([each]) => each === label)?.[1] || NOTHING
  const lines = labels.map(label => ({ label, ours: textOf(here, label), theirs: textOf(there, label) }))
  const differing = lines.filter(line => line.ours !== line.theirs)
  return { title: (there ?? here)?.title ?? '', lines: differing.length > 0 ? differing : lines }
}

function fieldLines(cadre: Cadre, key: string, value: unknown): { title: string; lines: Line[] } {
  const field = fieldOfKey(key)
  if (!field) return { title: key, lines: [] }
  const here = Cadre.parse({ ...cadre, posts: travelling(cadre, 'posts') })
  const changes = diffCadres(here, withFields(here, [{ field, value: value ?? blankOf(here, key) }]), [field])
  const lines = changes.map(change => {
    const { label, before, after } = describeChange(change)
    return { label, ours: before, theirs: after }
  })
  return { title: labelOf(field), lines }
}

/** What stands for nothing in a field: what a new file has there. */
export function blankOf(cadre: Cadre, key: string): unknown {
  const field = fieldOfKey(key)
  return field === undefined ? null : travelling(emptyCadre(cadre.id, cadre.name), field)
}

const HIDDEN = '＊＊＊'
const hidden = (text: string): string => (text === NOTHING ? text : HIDDEN)

/** What a person looks at: only what differs. @param shown the one sensitive field whose values are shown */
export function differencesOf({ local, values }: JudgedPerson, person: SentPerson, shown?: string): Difference[] {
  const cadre = local?.cadre ?? emptyCadre(Cadre.shape.id.parse(person.id), person.name)
  return values.flatMap((value): Difference[] => {
    const { key, judged, choice } = value
    if (judged === 'same') return []
    const field = fieldOfKey(key)
    const masked = field === undefined || field === shown ? null : sensitiveOf(field)
    const { title, lines } = wordsOf(cadre, local, value)
    // A file that is new starts from nothing: what it has there already, such as its name, is no difference to look at.
    if (lines.length === 0) return []
    const told =
      masked === null ? lines : lines.map(line => ({ ...line, ours: hidden(line.ours), theirs: hidden(line.theirs) }))
    return [{ key, title, lines: told, judged, choice, masked }]
  })
}

function wordsOf(
  cadre: Cadre,
  local: Local | undefined,
  { key, ours, theirs, value }: Judged,
): { title: string; lines: Line[] } {
  if (key === PHOTO) {
    const told = (stand: Stand, words: string): string => (stand.hash === '' ? NOTHING : words)
    return {
      title: '照片',
      lines: [{ label: '照片', ours: told(ours, '本库的照片'), theirs: told(theirs, '对方的照片') }],
    }
  }
  return rowOfKey(key) ? rowLines(key, local?.values.get(key), value) : fieldLines(cadre, key, value)
}
