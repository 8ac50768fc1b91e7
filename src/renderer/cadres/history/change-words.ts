import type { AttachmentFacts } from '../../../shared/attachments/attachments'
import { attachmentFields, classTitle } from '../../../shared/attachments/attachments.rules'
import type { ChangeSet, HiddenChange, ShownChange } from '../../../shared/cadres/cadres.contract'
import { type ChangeWords, describeChange, NOTHING } from '../../../shared/cadres/diff-words'
import { fieldLabels } from '../../../shared/cadres/field-labels'
import { type BesideChange, isBeside } from '../../../shared/cadres/step'
import type { Unit } from '../../../shared/units/units'

const kindTitles: Record<ChangeSet['kind'], string> = {
  add: '建立档案',
  change: '修改',
  photo: '更换照片',
  merge: '合并重复档案',
  import: '导入',
  undo: '撤销',
  trash: '移入回收站',
  restore: '从回收站恢复',
}

const isOfAttachments = ({ kind, changes }: ChangeSet): boolean =>
  kind === 'change' && changes.length > 0 && changes.every(change => change.kind === 'attachment')

/** The step that a chain of undoing goes back to, and how many times it was turned round up to this one. */
function rootOf(step: ChangeSet, steps: readonly ChangeSet[]): { root: ChangeSet; turns: number } {
  const undone = step.undoes === null ? undefined : steps.find(({ id }) => id === step.undoes)
  if (!undone) return { root: step, turns: 0 }
  const { root, turns } = rootOf(undone, steps)
  return { root, turns: turns + 1 }
}

/** What a step was. Undoing what had undone something is doing it again, and undoing that is undoing once more. */
export function stepTitle(step: ChangeSet, steps: readonly ChangeSet[]): string {
  const { root, turns } = rootOf(step, steps)
  const title = isOfAttachments(root) ? '附件' : kindTitles[root.kind]
  return turns === 0 ? title : `${turns % 2 === 1 ? '撤销' : '恢复'}${title}`
}

/** Which step it is that was undone or done again; undefined for a step of its own. */
export function turnedStep(step: ChangeSet, steps: readonly ChangeSet[]): ChangeSet | undefined {
  const { root, turns } = rootOf(step, steps)
  return turns === 0 ? undefined : root
}

const hiddenTitles: Record<HiddenChange['of'], (label: string) => string> = {
  value: label => label,
  'row-added': label => `${label}增加一行`,
  'row-removed': label => `${label}删除一行`,
  'row-changed': label => `${label}改动一行`,
}

/** How many of other modules' rows went along. */
const along = (moved: Readonly<Record<string, readonly string[]>>): string => {
  const rows = Object.values(moved).flat().length
  return rows === 0 ? '' : `，随转 ${rows} 件`
}

/** Added or put back, taken out, or what is now said of it otherwise. */
function attachmentWords({ before, after }: Extract<BesideChange, { kind: 'attachment' }>): ChangeWords {
  const named = (facts: AttachmentFacts): string => `《${facts.title}》`
  if (before === null || after === null)
    return {
      label: '附件',
      before: before ? named(before) : NOTHING,
      after: after ? `${named(after)}（${classTitle(after.category)}）` : '移出',
    }
  const said = (facts: AttachmentFacts, other: AttachmentFacts): string =>
    attachmentFields
      .filter(({ of }) => of(facts) !== of(other))
      .map(({ title, of }) => `${title} ${of(facts) || NOTHING}`)
      .join('，')
  return { label: `附件${named(before)}`, before: said(before, after), after: said(after, before) }
}

function besideWords(change: BesideChange): ChangeWords {
  switch (change.kind) {
    case 'photo':
      return { label: '照片', before: change.before ? '原照片' : NOTHING, after: change.after ? '新照片' : '去掉' }
    case 'attachment':
      return attachmentWords(change)
    case 'merged':
      return { label: '并入档案', before: '', after: `另一份档案并入这份${along(change.moved)}` }
    case 'parted':
      return { label: '并入档案', before: '', after: `另一份档案分了出去${along(change.moved)}` }
    case 'merged-into':
      return { label: '并入档案', before: '', after: '这份并入另一份档案' }
    case 'parted-from':
      return { label: '并入档案', before: '', after: '这份从另一份档案分了出来' }
    case 'exchange':
      return {
        label: '数据交换',
        before: '',
        after: change.to === 'after' ? '随数据包并入的记录' : '随数据包并入的记录已撤回',
      }
  }
}

/** One change as the officer reads it: a unit by its name, what is sensitive by its field alone. */
export function changeWords(change: ShownChange, units: readonly Unit[]): ChangeWords {
  if (change.kind === 'hidden')
    return { label: hiddenTitles[change.of](fieldLabels[change.field]), before: '', after: '内容不显示' }
  if (isBeside(change)) return besideWords(change)
  const words = describeChange(change)
  if (change.kind !== 'value' || change.field !== 'unitId') return words
  const name = (id: unknown, none: string): string =>
    id === null ? none : (units.find(unit => unit.id === id)?.name ?? '看不到的单位')
  return { ...words, before: name(change.before, words.before), after: name(change.after, words.after) }
}
