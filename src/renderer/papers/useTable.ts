import { useEffect, useState } from 'react'
import type { PaperPage } from '../../shared/papers/paper-page'
import { tablePage } from '../../shared/papers/table-page.rules'
import type { TablePaper } from '../../shared/papers/table-paper'
import { planTable } from '../../shared/papers/table-plan.rules'
import { measureOf, readyToSet, wordsOf } from './fonts'

export interface LaidTable {
  readonly pages: readonly PaperPage[]
  /** The size of its rows in points. */
  readonly pt: number
}

/**
 * A table laid out as it will be printed, once the fonts that it needs are there; undefined until then.
 * @param isWhole whether all of its rows are there, so that its pages can be counted
 */
export function useTable(paper: TablePaper | undefined, isWhole: boolean): LaidTable | undefined {
  const [laid, setLaid] = useState<LaidTable>()
  useEffect(() => {
    if (!paper) return
    let here = true
    void readyToSet(wordsOf(paper)).then(() => {
      if (!here) return
      const measures = { body: measureOf('body'), head: measureOf('mark') }
      const plan = planTable(paper, measures)
      const total = isWhole ? plan.pages.length : null
      setLaid({ pt: plan.pt, pages: plan.pages.map((_page, index) => tablePage(paper, plan, index, measures, total)) })
    })
    return () => {
      here = false
    }
  }, [paper, isWhole])
  return laid
}
