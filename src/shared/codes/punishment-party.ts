import { codeTable } from './table'

/** 党纪处分. Source: 中国共产党纪律处分条例. */
export const punishmentPartyCodes = codeTable(
  {
    title: '党纪处分',
    standard: '中国共产党纪律处分条例；ZB67 代码',
    confidence: 'certain',
  },
  [
    { code: '02250', name: '警告' },
    { code: '02251', name: '严重警告' },
    { code: '02257', name: '撤销党内职务' },
    { code: '02258', name: '留党察看' },
    { code: '02259', name: '开除党籍' },
  ],
)
