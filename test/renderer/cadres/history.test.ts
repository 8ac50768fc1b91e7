import { expect, test } from 'vitest'
import { changeWords, stepTitle, turnedStep } from '../../../src/renderer/cadres/history/change-words'
import type { ChangeSet } from '../../../src/shared/cadres/cadres.contract'
import { UnitId } from '../../../src/shared/units/units'

const unit = {
  id: UnitId.parse('0b6f7a52-6d3b-4c39-9a9e-2f6d0c1b7e11'),
  name: '石桥镇',
  parentId: null,
  position: 0,
}
const step = (kind: ChangeSet['kind'], id: string, undoes: string | null = null): ChangeSet => ({
  id,
  at: '2030-01-02T01:00:00.000Z',
  byName: '陆四',
  kind,
  reason: '',
  changes: [],
  undoes,
  undone: false,
  undoRefusal: null,
})

test('a change in words: units by name, what is sensitive by its place', () => {
  const moved = { kind: 'value', field: 'unitId', before: null, after: unit.id } as const
  expect(changeWords(moved, [unit])).toEqual({ label: '所在单位', before: '（空）', after: '石桥镇' })
  expect(changeWords(moved, []).after).toBe('看不到的单位')
  const hidden = { kind: 'hidden', field: 'family' } as const
  expect(changeWords({ ...hidden, of: 'row-added' }, [])).toEqual({
    label: '家庭成员增加一行',
    before: '',
    after: '内容不显示',
  })
  expect(changeWords({ ...hidden, of: 'value' }, []).label).toBe('家庭成员')
  expect(changeWords({ kind: 'row-removed', field: 'tags', at: 1, row: '选调生' }, [])).toEqual({
    label: '标签第2行删除',
    before: '选调生',
    after: '（空）',
  })
})

test('undoing what had undone something is named for what it does', () => {
  const steps = [step('undo', 'd', 'c'), step('undo', 'c', 'b'), step('undo', 'b', 'a'), step('change', 'a')]
  expect(steps.map(each => stepTitle(each, steps))).toEqual(['撤销修改', '恢复修改', '撤销修改', '修改'])
  expect(steps.map(each => turnedStep(each, steps)?.id)).toEqual(['a', 'a', 'a', undefined])
  const merged = [step('undo', 'b', 'a'), step('merge', 'a')]
  expect(merged.map(each => stepTitle(each, merged))).toEqual(['撤销合并重复档案', '合并重复档案'])
})
