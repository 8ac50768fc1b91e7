import { codeTable } from './table'

/** 人员管理状态. Source: ZB126. */
export const personStatusCodes = codeTable(
  {
    title: '人员管理状态',
    standard: 'ZB126',
    confidence: 'medium',
    note: '2017 年增“非现职人员”，代码未见',
  },
  [
    { code: '1', name: '现职人员' },
    { code: '2', name: '离退人员' },
    { code: '3', name: '调出人员' },
    { code: '4', name: '已去世' },
    { code: '5', name: '其他人员' },
  ],
)
