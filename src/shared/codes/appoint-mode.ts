import { codeTable } from './table'

/** 选拔任用方式. Source: ZB122. */
export const appointModeCodes = codeTable(
  { title: '选拔任用方式', standard: 'ZB122（公务员管理信息系统）', confidence: 'high' },
  [
    { code: '1', name: '委任' },
    { code: '11', name: '公开选拔' },
    { code: '12', name: '竞争上岗' },
    { code: '19', name: '其它', aliases: ['其他'] },
    { code: '2', name: '选任' },
    { code: '3', name: '聘任' },
  ],
)
