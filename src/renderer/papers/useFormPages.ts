import { useEffect, useState } from 'react'
import { type FormPages, layoutForm } from '../../shared/cadres/form/form-layout.rules'
import type { FormSheet } from '../../shared/cadres/form/form-sheet'
import { type Furniture, noFurniture } from '../../shared/papers/paper-page'
import { measureOf, readyToSet, wordsOf } from './fonts'

/** A sheet laid out as it will be printed, once the fonts that it needs are there; undefined until then. */
export function useFormPages(sheet: FormSheet | undefined, furniture: Furniture = noFurniture): FormPages | undefined {
  const [laid, setLaid] = useState<FormPages>()
  const { mark, foot } = furniture
  useEffect(() => {
    if (!sheet) return
    let here = true
    void readyToSet(wordsOf(sheet)).then(() => {
      if (here) setLaid(layoutForm(sheet, { mark, foot }, measureOf('body')))
    })
    return () => {
      here = false
    }
  }, [sheet, mark, foot])
  return laid
}
