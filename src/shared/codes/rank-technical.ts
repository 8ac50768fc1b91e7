import { codeTable } from './table'

/** 专业技术类公务员职级. Source: 专业技术类公务员管理规定. */
export const rankTechnicalCodes = codeTable(
  {
    title: '专业技术类公务员职级',
    standard: '专业技术类公务员管理规定；代码为次序',
    confidence: 'certain',
    note: '名称确定；代码只表示次序',
  },
  [
    { code: '01', name: '一级总监' },
    { code: '02', name: '二级总监' },
    { code: '03', name: '一级高级主管' },
    { code: '04', name: '二级高级主管' },
    { code: '05', name: '三级高级主管' },
    { code: '06', name: '四级高级主管' },
    { code: '07', name: '一级主管' },
    { code: '08', name: '二级主管' },
    { code: '09', name: '三级主管' },
    { code: '10', name: '四级主管' },
    { code: '11', name: '专业技术员' },
  ],
)
