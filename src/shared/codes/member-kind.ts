import { codeTable } from './table'

/** 领导班子成员类别. Source: ZB129. */
export const memberKindCodes = codeTable(
  { title: '成员类别', standard: 'ZB129（公务员管理信息系统）', confidence: 'high' },
  [
    { code: '1', name: '正职' },
    { code: '3', name: '副职' },
    { code: 'Z', name: '其他' },
  ],
)
