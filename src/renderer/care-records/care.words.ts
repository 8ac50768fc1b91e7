import type { CareState } from '../../shared/care-rules/care-rules'
import type { MarkState } from '../ui/marks'

export const careTitles: Record<CareState, string> = {
  late: '逾期',
  due: '今天办',
  soon: '将到期',
  waived: '免办',
  done: '已办',
}
export const careMarks: Record<CareState, MarkState> = {
  late: 'late',
  due: 'today',
  soon: 'soon',
  waived: 'done',
  done: 'done',
}
