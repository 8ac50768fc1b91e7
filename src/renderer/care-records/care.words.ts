import type { CareState } from '../../shared/care-rules/care-rules'
import type { MarkState } from '../ui/marks'

export const careMarks: Record<CareState, MarkState> = {
  late: 'late',
  due: 'today',
  soon: 'soon',
  waived: 'done',
  done: 'done',
}
