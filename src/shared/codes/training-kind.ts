import { codeTable } from './table'

/** 培训类别. Source: ZB29. */
export const trainingKindCodes = codeTable(
  { title: '培训类别', standard: 'ZB29（公务员管理信息系统）', confidence: 'high' },
  [
    { code: '1', name: '初任培训' },
    { code: '2', name: '任职培训' },
    { code: '3', name: '专门业务培训' },
    { code: '4', name: '在职岗位培训' },
    { code: '9', name: '其他培训' },
  ],
)
