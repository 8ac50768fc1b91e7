import type { CadreRow, CadreSort } from '../../shared/cadres/cadres.contract'
import type { PartialDate } from '../../shared/dates/partial-date'
import { useDraft } from '../api/drafts'
import { ageWords, birthWords, monthWords, sinceWords } from './cadres.words'

export interface Column {
  readonly key: string
  readonly title: string
  /** A CSS grid track. */
  readonly track: string
  readonly leastPx: number
  readonly sort?: CadreSort['by']
  /** What is copied, and what the cell says unless it says it in two parts. */
  readonly text: (row: CadreRow, on: PartialDate) => string
  readonly parts?: (row: CadreRow, on: PartialDate) => readonly [main: string, quiet: string]
}

const column = (
  key: string,
  title: string,
  leastPx: number,
  text: Column['text'],
  more: Partial<Column> = {},
): Column => ({ key, title, leastPx, track: `${leastPx}px`, text, ...more })

/** The name stands first and cannot be left out. */
export const nameColumn = column('name', '姓名', 156, row => row.name, { sort: 'name' })

/** Every other column in the order of the list. */
export const otherColumns: readonly Column[] = [
  column('sex', '性别', 52, row => row.sex ?? ''),
  column('birth', '出生年月', 124, birthWords, {
    sort: 'birth',
    parts: (row, on) => [monthWords(row.birth), ageWords(row, on)],
  }),
  column('post', '现任职务', 200, row => row.currentPost, { track: 'minmax(200px, 2fr)' }),
  column('unit', '单位', 132, row => row.unitName, { track: 'minmax(132px, 1fr)', sort: 'unit' }),
  column('level', '职务层次', 108, row => row.postLevel, { sort: 'level' }),
  column('postSince', '任现职', 80, row => monthWords(row.currentPostSince)),
  column('rank', '职级', 176, row => sinceWords(row.rank, row.rankSince)),
  column('nation', '民族', 72, row => row.nation),
  column('nativePlace', '籍贯', 112, row => row.nativePlace),
  column('workStart', '参加工作', 80, row => monthWords(row.workStart)),
  column('party', '入党', 80, row => monthWords(row.partyJoined)),
  column('status', '状态', 64, row => row.status),
]

/** Which columns are shown, remembered for the account. */
export function useColumns() {
  const draft = useDraft<{ hidden: string[] }>('cadres.columns', { hidden: [] })
  const { hidden } = draft.value
  return {
    shown: otherColumns.filter(({ key }) => !hidden.includes(key)),
    isShown: (key: string): boolean => !hidden.includes(key),
    toggle: (key: string): void =>
      draft.set({ hidden: hidden.includes(key) ? hidden.filter(other => other !== key) : [...hidden, key] }),
  }
}

/** Rows as a table that a spreadsheet takes: tabs between, the titles first. */
export function tableText(rows: Iterable<CadreRow>, columns: readonly Column[], on: PartialDate): string {
  const cell = (text: string): string => text.replaceAll(/\s+/g, ' ')
  const all = [nameColumn, ...columns]
  return [
    all.map(({ title }) => title).join('\t'),
    ...[...rows].map(row => all.map(({ text }) => cell(text(row, on))).join('\t')),
  ].join('\n')
}
