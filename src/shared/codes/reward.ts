import { codeTable } from './table'

/** 公务员奖励种类（由低到高）. Source: 公务员奖励规定. */
export const rewardCodes = codeTable(
  {
    title: '公务员奖励种类（由低到高）',
    standard: '公务员奖励规定（2020-12-28）；ZB67 代码',
    confidence: 'certain',
    note: '由低到高；ZB67 作“授予荣誉称号”',
  },
  [
    { code: '01115', name: '嘉奖' },
    { code: '01114', name: '记三等功', aliases: ['三等功'] },
    { code: '01113', name: '记二等功', aliases: ['二等功'] },
    { code: '01112', name: '记一等功', aliases: ['一等功'] },
    { code: '01111', name: '授予称号', aliases: ['授予荣誉称号'] },
  ],
)
