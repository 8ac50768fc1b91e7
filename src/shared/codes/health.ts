import { codeTable } from './table'

/** 健康状况（任免表写法）. Source: GB22613 in the 任免表编辑器. */
export const healthCodes = codeTable(
  {
    title: '健康状况（任免表写法）',
    standard: 'GB/T 2261.3（任免表编辑器）',
    confidence: 'certain',
    note: '任免表也可如实简述',
  },
  [
    { code: '1', name: '健康' },
    { code: '3', name: '一般' },
    { code: '4', name: '较差' },
  ],
)
