import { codeTable } from './table'

/** 行政执法类公务员职级. Source: 行政执法类公务员管理规定. */
export const rankEnforcementCodes = codeTable(
  {
    title: '行政执法类公务员职级',
    standard: '行政执法类公务员管理规定；代码为次序',
    confidence: 'certain',
    note: '名称确定；代码只表示次序',
  },
  [
    { code: '01', name: '督办', aliases: ['督导'] },
    { code: '02', name: '一级高级主办' },
    { code: '03', name: '二级高级主办' },
    { code: '04', name: '三级高级主办' },
    { code: '05', name: '四级高级主办' },
    { code: '06', name: '一级主办' },
    { code: '07', name: '二级主办' },
    { code: '08', name: '三级主办' },
    { code: '09', name: '四级主办' },
    { code: '10', name: '一级行政执法员' },
    { code: '11', name: '二级行政执法员' },
  ],
)
