import { type FormEdition, type FormSheet, formSheet } from '../../../../src/shared/cadres/form/form-sheet'
import type { RetirementOverride } from '../../../../src/shared/cadres/retirement.rules'
import type { Parts } from '../person'
import { complete, d } from '../person'

/** The form of an invented person, with what the case adds. */
export const sheetWith = (parts: Parts = {}, edition: FormEdition = '3', decided?: RetirementOverride): FormSheet =>
  formSheet(complete(parts), { edition, today: d('2026-11-23'), photo: null, covered: [], decided })

/** So many members of a family, one like the other. */
export const family = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    title: '亲属',
    name: `成员${index + 1}`,
    birth: '1960-01',
    politics: '群众',
    unitAndPost: '石桥镇农民',
  }))

/** A résumé of so many entries, as an officer writes it. */
export const resumeOf = (lines: number, words = '云泽区石桥镇党委副书记、镇长'): string =>
  Array.from({ length: lines }, (_, index) => {
    const month = (n: number): string => `${1970 + Math.floor(n / 12)}.${String((n % 12) + 1).padStart(2, '0')}`
    return `${month(index * 6)}--${month(index * 6 + 6)}  ${words}`
  }).join('\n')
