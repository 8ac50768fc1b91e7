import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type City, createCity, type Invented } from '../../../src/main/demo/city'
import { allMistakes } from '../../../src/main/demo/mistakes'
import { cityFigures } from '../../../src/main/demo/rolls'
import { Cadre } from '../../../src/shared/cadres/cadres'
import { cadreChecks, checkCadre } from '../../../src/shared/cadres/cadres.rules'
import { completenessOf } from '../../../src/shared/cadres/completeness.rules'
import { readIdNumber } from '../../../src/shared/cadres/id-number'
import { PartialDate } from '../../../src/shared/dates/partial-date'

const on = PartialDate.parse('2026-11')
const share = 0.04
const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

let city: City
let everyone: Invented[]
beforeAll(() => {
  city = createCity({ seed: '澄州', people: 10_000, on, mistakes: share })
  everyone = [...city.people()]
})

describe('the same seed makes the same city', () => {
  test('to the byte, on every computer', () => {
    const small = createCity({ seed: '澄州', people: 300, on, mistakes: share })
    const told = [...small.people()].map(({ cadre }) => [
      cadre.id,
      cadre.name,
      cadre.idNumber,
      cadre.form.resume,
      cadre.family,
    ])
    expect(hash(told)).toBe('1bebbc6935c6fa00')
    expect(hash(small.units.map(({ id, name }) => [id, name]))).toBe('c313fe71baea06fc')
  })

  test('in whatever order people are asked for', () => {
    const again = createCity({ seed: '澄州', people: 10_000, on, mistakes: share })
    for (const index of [9_999, 0, 4_321, 17]) expect(again.personAt(index)).toEqual(everyone[index])
  })

  test('another seed makes another', () => {
    expect(createCity({ seed: '别的', people: 300, on }).personAt(7).cadre.name).not.toBe(
      createCity({ seed: '澄州', people: 300, on }).personAt(7).cadre.name,
    )
  })

  test('what is drawn under another name changes nobody', () => {
    const stream = city.stream('honours')
    const drawn = Array.from({ length: 100 }, (_, index) => stream(index).next())
    expect(new Set(drawn).size).toBe(100)
    expect(city.personAt(4_321)).toEqual(everyone[4_321])
  })

  test('people are made one at a time, a million no slower to begin with', () => {
    const large = createCity({ seed: '澄州', people: 1_000_000, on })
    const [first] = large.people()
    expect(Cadre.safeParse(first?.cadre).success).toBe(true)
    expect(Cadre.safeParse(large.personAt(999_999).cadre).success).toBe(true)
    expect(() => large.personAt(1_000_000)).toThrow(RangeError)
  })
})

describe('10,000 files', () => {
  test('fit the model', () => {
    const misfit = everyone.flatMap(({ cadre }) => Cadre.safeParse(cadre).error?.issues ?? [])
    expect(misfit).toEqual([])
  })

  test('no rule finds anything where no mistake was planted', () => {
    const found = everyone
      .filter(({ planted }) => planted === undefined)
      .flatMap(({ cadre }) => checkCadre(cadre, on).map(({ rule, message }) => `${cadre.name}：${rule}，${message}`))
    expect(found).toEqual([])
  })

  test('each planted mistake is found by its own rules and by no other', () => {
    const planted = everyone.filter(({ planted: mistake }) => mistake !== undefined)
    expect(planted.length).toBeGreaterThan(10_000 * share * 0.85)
    expect(planted.length).toBeLessThan(10_000 * share * 1.3)
    const differing = planted.flatMap(({ cadre, planted: mistake }) => {
      const rules = [...new Set(checkCadre(cadre, on).map(({ rule }) => rule))].toSorted()
      return hash(rules) === hash([...(mistake?.rules ?? [])].toSorted()) ? [] : [[cadre.name, mistake?.rules, rules]]
    })
    expect(differing).toEqual([])
  })

  test('every rule of the checks has a mistake, and some people have it', () => {
    const rules = cadreChecks.map(({ id }) => id).toSorted()
    expect([...new Set(allMistakes.flatMap(mistake => mistake.rules))].toSorted()).toEqual(rules)
    const planted = new Set(everyone.flatMap(({ planted: mistake }) => mistake?.rules ?? []))
    expect([...planted].toSorted()).toEqual(rules)
  })

  test('some people stand in the register twice', () => {
    const byId = new Map(everyone.map(({ cadre }) => [cadre.id, cadre]))
    const twins = everyone.filter(({ planted }) => planted?.twinOf !== undefined)
    expect(twins.length).toBeGreaterThan(3)
    for (const { cadre, planted } of twins) {
      const first = planted?.twinOf === undefined ? undefined : byId.get(planted.twinOf)
      expect(first).toMatchObject({ name: cadre.name, birth: cadre.birth, idNumber: cadre.idNumber })
      expect(first?.id).not.toBe(cadre.id)
    }
  })

  test('lack nothing that the form wants', () => {
    const whole = everyone.filter(({ planted }) => planted === undefined)
    expect(whole.flatMap(({ cadre }) => completenessOf(cadre).missing)).toEqual([])
  })

  test('are told in as many lines as real ones', () => {
    const lines = everyone
      .filter(({ cadre }) => cadre.postLevel !== '' && (cadre.birth ?? '') < '1981')
      .map(({ cadre }) => cadre.form.resume.split('\n').length)
      .toSorted((a, b) => a - b)
    const at = (part: number) => lines[Math.floor(lines.length * part)] ?? 0
    expect(at(0.1)).toBeGreaterThanOrEqual(12)
    expect(at(0.5)).toBeGreaterThanOrEqual(15)
    expect(at(0.9)).toBeLessThanOrEqual(26)
  })

  test('rise no faster than the rules allow', () => {
    const least = { 乡科级副职: 36, 乡科级正职: 24, 县处级副职: 36, 县处级正职: 24, 厅局级副职: 36, 厅局级正职: 24 }
    const levels = Object.keys(least)
    const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
    const tooFast = everyone
      .filter(
        ({ planted, cadre }) => planted === undefined && /公务员|参照|警员|法官|检察官/.test(cadre.personCategory),
      )
      .flatMap(({ cadre }) => {
        const begun = levels.map(level => cadre.resume.find(row => row.level === level)?.from ?? undefined)
        return begun.flatMap((date, at) => {
          const before = at === 0 ? (cadre.workStart ?? undefined) : begun[at - 1]
          const needed = least[levels[at] as keyof typeof least]
          return date && before && months(date) - months(before) < needed ? [`${cadre.name} ${levels[at]} ${date}`] : []
        })
      })
    expect(tooFast).toEqual([])
  })

  test('bear numbers that are right and belong to nobody', () => {
    const people = everyone.filter(({ planted }) => planted === undefined)
    const numbers = people.map(({ cadre }) => cadre.idNumber)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const { cadre } of people) {
      const read = readIdNumber(cadre.idNumber)
      expect(read).toMatchObject({ kind: 'valid', sex: cadre.sex })
      expect(cadre.idNumber).toMatch(/^37(7[1-9]|8\d|9[1-9])/)
      expect(cadre.phone).toMatch(/^(154\d{8})?$/)
    }
  })

  test('the figures of the boards add up to what the city tells', () => {
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
    expect(sum(cityFigures.sixLists)).toBe(1650)
    expect(cityFigures.sixLists).toHaveLength(6)
    expect(sum(Object.values(cityFigures.fourKinds))).toBe(545)
    expect(sum([...cityFigures.honours.people, ...cityFigures.honours.teams])).toBe(481)
  })

  test('draws under a name are of different people who fit, as many as asked for', () => {
    const drawn = city.draw('lists', 1650, slot => slot.seat.level > 0)
    expect(new Set(drawn).size).toBe(1650)
    expect(drawn.every(index => city.slotAt(index).seat.level > 0)).toBe(true)
    expect(city.draw('lists', 1650, slot => slot.seat.level > 0)).toEqual(drawn)
  })

  test('are the people whom the boards of the city speak of', () => {
    const tagged = (tag: string) => everyone.filter(({ cadre }) => cadre.tags.includes(tag))
    expect(city.onRoll('firstSecretary')).toHaveLength(173)
    expect(city.onRoll('openSelection')).toHaveLength(315)
    expect(tagged('第一书记').length).toBeGreaterThanOrEqual(173)
    for (const { cadre } of tagged('第一书记')) expect(cadre.form.resume).toContain('第一书记')
    const moved = tagged('公开遴选').filter(({ planted }) => planted === undefined)
    expect(moved.length).toBeGreaterThan(280)
    expect(moved.filter(({ cadre }) => !cadre.resume.some(({ from }) => /2019-1[0-2]/.test(from ?? '')))).toEqual([])
  })
})
