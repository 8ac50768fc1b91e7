/** Where somebody works, as the comparison of pay and the boards of the grass roots take it. */
export const sides = ['街镇', '机关', '其他'] as const
export type Side = (typeof sides)[number]

/** 单位性质 of offices; 机关 stands for any of them where a unit wrote no more. Source: ZB04. */
const offices: ReadonlySet<string> = new Set([
  '机关',
  '党委工作部门',
  '纪委监委机关',
  '人大机关',
  '政府工作部门',
  '政协机关',
  '法院',
  '检察院',
  '人民团体',
  '民主党派和工商联',
])

/** By 单位性质, as the page of units has it. What is neither is compared with nothing. */
export const sideOf = (nature: string): Side => (nature === '镇街' ? '街镇' : offices.has(nature) ? '机关' : '其他')
