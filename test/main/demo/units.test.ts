import { expect, test } from 'vitest'
import { createCity, leastPeople } from '../../../src/main/demo/city'
import { cityName, districtName, province } from '../../../src/main/demo/places'
import { loadRegionCodes } from '../../../src/shared/codes/codes'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { Unit } from '../../../src/shared/units/units'

const on = PartialDate.parse('2026-11')

test('no real county or city is met, nor any prefix of its numbers', async () => {
  const { entries, byCode } = await loadRegionCodes()
  const real = new Set(
    entries.map(({ name, parent }) => name.replace(byCode(parent ?? '')?.name ?? '', '').replace(/[市县区旗]$/, '')),
  )
  expect(real.has('历城') || real.has('章丘')).toBe(true)
  const names = Array.from({ length: 1000 }, (_, index) => districtName(index))
  expect(new Set(names).size).toBe(1000)
  const stems = [province, cityName, ...names.map(name => name.slice(0, -1))]
  expect(stems.filter(stem => real.has(stem))).toEqual([])
  expect(entries.filter(({ code }) => /^37(7[1-9]|8\d|9[1-9])/.test(code))).toEqual([])
})

test.each([300, 1000, 2000, 10_000])('%i people: a tree of units that a store can take', people => {
  const city = createCity({ seed: '澄州', people, on })
  expect(city.units[0]).toBe(city.root)
  const seen = new Set<string>()
  const names = new Set<string>()
  for (const { id, parentId, name, position } of city.units) {
    expect(Unit.safeParse({ id, parentId, name, position }).success).toBe(true)
    expect(parentId === null || seen.has(parentId)).toBe(true)
    expect(seen.has(id)).toBe(false)
    expect(names.has(`${parentId}/${name}`)).toBe(false)
    seen.add(id)
    names.add(`${parentId}/${name}`)
  }
})

test('each post of each unit is filled by as many as it has', () => {
  const city = createCity({ seed: '澄州', people: 10_000, on })
  const held = new Map<string, number>()
  for (let index = 0; index < city.size; index += 1) {
    const { unit, seat, order } = city.slotAt(index)
    if (seat.level === 0) continue
    held.set(`${unit.id}${seat.title}`, (held.get(`${unit.id}${seat.title}`) ?? 0) + 1)
    expect(order).toBeGreaterThanOrEqual(0)
  }
  for (const { id, posts } of city.units)
    for (const { title } of posts) {
      const count = posts.filter(post => post.title === title).reduce((sum, post) => sum + post.count, 0)
      expect(held.get(`${id}${title}`)).toBe(count)
    }
})

test('too few people for a district are refused', () => {
  expect(() => createCity({ seed: '澄州', people: 50, on })).toThrow(RangeError)
  expect(createCity({ seed: '澄州', people: leastPeople, on }).size).toBe(leastPeople)
})
