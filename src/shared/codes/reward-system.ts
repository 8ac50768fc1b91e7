import { codeTable } from './table'

/** 奖励名称代码. Source: ZB65. */
export const rewardSystemCodes = codeTable(
  {
    title: '奖励名称代码',
    standard: 'ZB65（公务员管理信息系统）',
    confidence: 'high',
  },
  [
    { code: '01', name: '奖励' },
    { code: '01111', name: '授予荣誉称号' },
    { code: '01111A', name: '国家级荣誉称号' },
    { code: '01111B', name: '省部级荣誉称号（不含人民满意的公务员）' },
    { code: '01111C', name: '“人民满意的公务员”荣誉称号' },
    { code: '01112', name: '记一等功', aliases: ['一等功'] },
    { code: '01113', name: '记二等功', aliases: ['二等功'] },
    { code: '01114', name: '记三等功', aliases: ['三等功'] },
    { code: '01115', name: '嘉奖' },
    { code: '01119', name: '其他' },
  ],
)
