import { codeTable } from './table'

/** 人的性别代码. Source: GB/T 2261.1-2003. */
export const sexCodes = codeTable(
  {
    title: '人的性别代码',
    standard: 'GB/T 2261.1-2003',
    confidence: 'certain',
    note: '任免表写“男”“女”',
  },
  [
    { code: '0', name: '未知的性别' },
    { code: '1', name: '男性', aliases: ['男'] },
    { code: '2', name: '女性', aliases: ['女'] },
    { code: '9', name: '未说明的性别' },
  ],
)
