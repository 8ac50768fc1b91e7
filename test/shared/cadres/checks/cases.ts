import { describe, expect, test } from 'vitest'
import { cadreChecks, checkCadre } from '../../../../src/shared/cadres/cadres.rules'
import type { Sureness } from '../../../../src/shared/cadres/checks/check'
import { d, type Parts, person } from '../person'

/** What the rule says of the file: how sure, and words of the message. */
type Expected = readonly [Sureness, string]
export type Case = readonly [file: Parts, ...expected: Expected[]]

/** Runs one rule over a table of files as of 2026-04-15. A file without expectations must stay without findings. */
export function casesOf(rule: string, cases: readonly Case[], on = '2026-04-15'): void {
  describe(rule, () => {
    const check = cadreChecks.filter(({ id }) => id === rule)

    test('is one rule with at least six cases', () => {
      expect(check).toHaveLength(1)
      expect(cases.length).toBeGreaterThanOrEqual(6)
    })

    test.each(cases.map(each => [JSON.stringify(each[0]), each] as const))('%s', (_text, [file, ...expected]) => {
      const findings = checkCadre(person(file), d(on), check)
      expect(findings.map(({ sureness }) => sureness)).toEqual(expected.map(([sureness]) => sureness))
      for (const [place, [, words]] of expected.entries()) expect(findings[place]?.message).toContain(words)
    })
  })
}
