import { codeTable } from './table'

/** 改革前任职年龄界限类别. Source: NLLB. */
export const ageLimitCodes = codeTable(
  {
    title: '改革前任职年龄界限类别',
    standard: 'NLLB（任免表编辑器 4.x）',
    confidence: 'high',
    note: '组织认定，不由程序推算',
  },
  [
    { code: '60', name: '改革前任职年龄界限为60岁' },
    { code: '63', name: '改革前任职年龄界限为63岁' },
    { code: '65', name: '改革前任职年龄界限为65岁' },
    { code: '66', name: '改革前任职年龄界限为66岁' },
    { code: '55', name: '改革前任职年龄界限为55岁' },
    { code: '-1', name: '已到龄人员' },
  ],
)
