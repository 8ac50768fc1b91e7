import { expect, test } from 'vitest'
import { type Folds, matchesOf, pathOf, rowsOf, stepOf } from '../../../src/renderer/units/units.tree'
import type { Unit, UnitId } from '../../../src/shared/units/units'
import { unitId, units } from '../home/invented'

const shown = (...input: Parameters<typeof rowsOf>): string[] =>
  rowsOf(...input).map(({ unit, level }) => `${'·'.repeat(level - 1)}${unit.name}`)
const none: Folds = new Map()
const closed = (...ids: UnitId[]): Folds => new Map(ids.map(id => [id, false]))

test('lines stand in the order of the tree, with their level and place', () => {
  expect(shown(units, none).slice(0, 4)).toEqual(['中共云泽区委组织部', '·镇街', '··云溪街道', '··石桥镇'])
  expect(rowsOf(units, none)).toHaveLength(units.length)
  const row = rowsOf(units, none).find(({ unit }) => unit.id === unitId(13))
  expect(row).toMatchObject({ level: 3, position: 2, sisters: 4, children: 0, open: false })
})

test('sisters follow their position and not the order they came in', () =>
  expect(shown(units.toReversed(), none)).toEqual(shown(units, none)))

test('a closed unit hides what is below it', () => {
  expect(shown(units, closed(unitId(1), unitId(2)))).toEqual([
    '中共云泽区委组织部',
    '·镇街',
    '·区直部门',
    '·企事业单位',
    '··区人民医院',
    '··区第一中学',
  ])
})

test('of a great many units only the top stands open, and what a person opens', () => {
  const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as UnitId
  const many = Array.from({ length: 1000 }, (_, n): Unit => {
    const parentId = n === 0 ? null : idOf(n < 11 ? 0 : 1 + (n % 10))
    return { id: idOf(n), parentId, name: `第${n}单位`, position: n }
  })
  expect(rowsOf(many, none)).toHaveLength(11)
  expect(rowsOf(many, new Map([[idOf(1), true]]))).toHaveLength(11 + 98)
  expect(rowsOf(many, 'all-open')).toHaveLength(1000)
})

test('while searching only the ways to the matches stand, closed or not', () => {
  const path = ['中共云泽区委组织部', '·镇街', '··石桥镇']
  expect(shown(units, closed(unitId(0), unitId(1)), ' 石桥 ')).toEqual(path)
  expect(shown(units, none, '没有')).toEqual([])
  expect(shown(units, none, '镇街')).toEqual(['中共云泽区委组织部', '·镇街'])
  expect(matchesOf(units, '  ')).toBeUndefined()
})

test('a unit whose parent is outside the scope stands at the top', () => {
  const seen = units.filter(({ id, parentId }) => id === unitId(1) || parentId === unitId(1))
  expect(shown(seen, none)[0]).toBe('镇街')
  expect(shown([{ ...units[1], parentId: unitId(0) } as (typeof units)[number]], none)).toEqual(['镇街'])
})

test('the path runs from the top to the unit', () => {
  expect(pathOf(units, unitId(12)).map(({ name }) => name)).toEqual(['中共云泽区委组织部', '镇街', '石桥镇'])
  expect(pathOf(units, unitId(999))).toEqual([])
})

test('a step stays among the sisters and ends at either end', () => {
  expect(stepOf(units, unitId(12), -1)).toEqual({ parentId: unitId(1), position: 0 })
  expect(stepOf(units, unitId(12), 1)).toEqual({ parentId: unitId(1), position: 2 })
  expect(stepOf(units, unitId(11), -1)).toBeUndefined()
  expect(stepOf(units, unitId(14), 1)).toBeUndefined()
  expect(stepOf(units, unitId(0), 1)).toBeUndefined()
})

test('a tree of thousands is laid out whole, and searched', () => {
  const many = Array.from({ length: 5000 }, (_, n) => ({
    id: unitId(10_000 + n),
    parentId: n === 0 ? null : unitId(10_000 + Math.floor((n - 1) / 8)),
    name: `单位${n}`,
    position: (n - 1) % 8,
  }))
  expect(rowsOf(many, 'all-open')).toHaveLength(5000)
  // The way down to the one that is found.
  expect(rowsOf(many, none, '4999').at(-1)?.unit.name).toBe('单位4999')
})
