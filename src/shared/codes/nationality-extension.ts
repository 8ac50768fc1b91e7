import { codeTable } from './table'

/** 民族扩充代码. Source: system extension of GB3304 in 中组部 dictionaries. */
export const nationalityExtensionCodes = codeTable(
  {
    title: '民族扩充代码',
    standard: '中组部词典对 GB 3304 的扩充',
    confidence: 'high',
    note: '不在国家标准内；编辑器 91 作“其他族”',
  },
  [
    { code: '91', name: '其他', aliases: ['其他族'] },
    { code: '92', name: '外国血统' },
    { code: '98', name: '外国民族' },
    { code: '99', name: '加入中国籍的外国人' },
  ],
)
