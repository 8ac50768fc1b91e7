import type { ImportItem, ImportSummary, PhotoState } from '../../shared/imports/imports'
import type { Slice } from './imports.store'

export const sliceWords: Readonly<Record<Slice, string>> = {
  all: '全部',
  new: '新增',
  changed: '有变化',
  undecided: '待选定',
  unchanged: '无变化',
  duplicate: '批内重复',
  warned: '有提醒',
  sheets: '待对应的表',
  failed: '读不了',
  noted: '文件提醒',
}

/** In the order that an officer works through them: what must be decided, then what would change. */
const slices: readonly Slice[] = [
  'all',
  'sheets',
  'undecided',
  'changed',
  'new',
  'duplicate',
  'unchanged',
  'warned',
  'failed',
  'noted',
]

const countOf = (batch: ImportSummary, slice: Slice): number => {
  switch (slice) {
    case 'all':
      return batch.people
    case 'failed':
      return batch.unreadable
    case 'warned':
    case 'noted':
    case 'sheets':
      return batch[slice]
    default:
      return batch.counts[slice]
  }
}

/** What a slice lists. */
export const holdsFiles = (slice: Slice): slice is 'failed' | 'noted' => slice === 'failed' || slice === 'noted'

/** The slices that hold anything, with how many. */
export const slicesOf = (batch: ImportSummary): { slice: Slice; count: number }[] =>
  slices
    .map(slice => ({ slice, count: countOf(batch, slice) }))
    .filter(({ slice, count }) => slice === 'all' || count > 0)

/** What confirming does with a person. */
export function fateWords({ fate, state, taken, changes }: ImportItem): string {
  if (fate === null) return '请选定'
  if (fate === 'add') return '新增'
  if (fate === 'skip') return state === 'duplicate' ? '跳过（重复）' : '跳过'
  if (taken === 0) return '不改动'
  return taken === changes ? `更新 ${taken} 处` : `更新 ${taken}/${changes} 处`
}

export const photoWords: Readonly<Record<PhotoState, string>> = {
  none: '',
  new: '文件里有照片',
  same: '照片相同',
  changed: '照片不同',
  kept: '文件里没有照片，保留原来的',
}

/** The one sentence before confirming. */
export function planWords({ willAdd, willChange, people }: ImportSummary): string {
  const left = people - willAdd - willChange
  return `将新增 ${willAdd} 人，更新 ${willChange} 人${left > 0 ? `，其余 ${left} 人不动` : ''}。确认前，档案没有任何改动。`
}

export const minuteWords = (iso: string): string => {
  const at = new Date(iso)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${at.getFullYear()}.${two(at.getMonth() + 1)}.${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}
