import type { CareCoverageBy, CareWhom } from '../../shared/care-coverage/care-coverage.contract'

export const ways: Record<CareCoverageBy, string> = {
  unit: '按单位',
  level: '按职务层次',
  measure: '按措施',
  dimension: '按方面',
}
export const whoms: { value: CareWhom; label: string }[] = [
  { value: '在职', label: '在职干部' },
  { value: '退休', label: '退休干部' },
]
export const monthChoices = [3, 6, 12, 24].map(value => ({ value, label: `近 ${value} 个月` }))
