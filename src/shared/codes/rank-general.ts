import { codeTable } from './table'

/** 综合管理类公务员职级序列. Source: ZB148. */
export const rankGeneralCodes = codeTable(
  {
    title: '综合管理类公务员职级序列',
    standard: 'ZB148（2019 年起）；公务员职务与职级并行规定（2019）',
    confidence: 'certain',
    note: '名称确定；代码 1A13 至 1A16 见过，其余推定；四级主任科员对应级别一说为二十四级至十七级',
  },
  [
    { code: '1A11', name: '一级巡视员', gradeFrom: 13, gradeTo: 8 },
    { code: '1A12', name: '二级巡视员', gradeFrom: 15, gradeTo: 10 },
    { code: '1A13', name: '一级调研员', gradeFrom: 17, gradeTo: 11 },
    { code: '1A14', name: '二级调研员', gradeFrom: 18, gradeTo: 12 },
    { code: '1A15', name: '三级调研员', gradeFrom: 19, gradeTo: 13 },
    { code: '1A16', name: '四级调研员', gradeFrom: 20, gradeTo: 14 },
    { code: '1A17', name: '一级主任科员', gradeFrom: 21, gradeTo: 15 },
    { code: '1A18', name: '二级主任科员', gradeFrom: 22, gradeTo: 16 },
    { code: '1A19', name: '三级主任科员', gradeFrom: 23, gradeTo: 17 },
    { code: '1A1A', name: '四级主任科员', gradeFrom: 24, gradeTo: 18 },
    { code: '1A1B', name: '一级科员', gradeFrom: 26, gradeTo: 18 },
    { code: '1A1C', name: '二级科员', gradeFrom: 27, gradeTo: 19 },
  ],
)
