import { useCallback } from 'react'
import type { SurveyBoard } from '../../shared/care-surveys/care-surveys'
import { surveyPaper } from '../../shared/care-surveys/survey-paper.rules'
import type { Furniture } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { useSession } from '../api/session'
import { TableDialog } from '../papers/TableDialog'

/** The year's table on paper or in a file: an act of the register. */
export function SurveyDialog({ board, onClose }: { readonly board: SurveyBoard; readonly onClose: () => void }) {
  const { unit } = useSession()
  const { year } = board
  const paper = useCallback((furniture: Furniture) => surveyPaper(board, { unit }, furniture), [board, unit])
  return (
    <TableDialog
      ways={{
        name: `${year}年关心关爱满意度`,
        count: `${board.units.length - board.folded} 个单位`,
        hint: '只有各单位的合计，没有个人。这次导出登记一行。',
        draft: 'care.survey',
        paper,
        partly: null,
        async save(order, options) {
          return { ...(await api.careSurveys.saveBoard({ year, ...order }, options)), notes: [] }
        },
        async print(order, options) {
          return { ...(await api.careSurveys.printBoard({ year, ...order }, options)), notes: [] }
        },
      }}
      onClose={onClose}
    />
  )
}
