import { codeTable } from './table'

/** 管理类别（干部管理权限）. Source: ZB130. */
export const managedCategoryCodes = codeTable(
  {
    title: '管理类别（干部管理权限）',
    standard: 'ZB130',
    confidence: 'high',
  },
  [
    { code: '01', name: '中央管理干部' },
    { code: '02', name: '省级党委管理干部' },
    { code: '03', name: '市级党委管理干部' },
    { code: '04', name: '县级党委管理干部' },
    { code: '09', name: '其他' },
  ],
)
