import type { BasisStatus } from '../../shared/basis/basis'

/** How far a basis was looked at, in the words by which a person chooses; the cautions of the rule book follow from it. */
const words: Record<BasisStatus, string> = {
  'CONFIRMED(P)': '已核对文件原文',
  'CONFIRMED(S)': '据转引文字',
  OWN: '本单位的文件',
  LOCAL: '参照外地做法',
  MEMORY: '没有核对，参考',
  UNKNOWN: '依据未明',
}
export const basisChoices = (Object.keys(words) as BasisStatus[]).map(value => ({ value, label: words[value] }))
