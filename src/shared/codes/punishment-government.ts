import { codeTable } from './table'

/** 政务处分（公务员）. Source: 公职人员政务处分法 第七、八条. */
export const punishmentGovernmentCodes = codeTable(
  {
    title: '政务处分（公务员）',
    standard: '公职人员政务处分法 第七、八条；ZB67 代码',
    confidence: 'certain',
    note: '影响期单位为月；开除无期限',
  },
  [
    { code: '02110', name: '警告', months: 6 },
    { code: '02112', name: '记过', months: 12 },
    { code: '02113', name: '记大过', months: 18 },
    { code: '02114', name: '降级', months: 24 },
    { code: '02117', name: '撤职', months: 24 },
    { code: '02119', name: '开除', months: null },
  ],
)
