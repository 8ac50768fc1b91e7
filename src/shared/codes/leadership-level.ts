import { codeTable } from './table'

/** 领导职务层次. Source: ZB09. */
export const leadershipLevelCodes = codeTable(
  {
    title: '领导职务层次',
    standard: 'ZB09（2017 年起，oldCode 为此前代码）；公务员法 / 职务与职级并行规定',
    confidence: 'high',
    note: '2017 年起的代码；级别对应见职务与职级并行规定',
  },
  [
    { code: '1A01', name: '国家级正职', oldCode: '0101', gradeFrom: 1, gradeTo: 1 },
    { code: '1A02', name: '国家级副职', oldCode: '0102', gradeFrom: 4, gradeTo: 2 },
    {
      code: '1A11',
      name: '省部级正职',
      aliases: ['正省级', '正部级', '正省部级'],
      oldCode: '0111',
      gradeFrom: 8,
      gradeTo: 4,
    },
    {
      code: '1A12',
      name: '省部级副职',
      aliases: ['副省级', '副部级', '副省部级'],
      oldCode: '0112',
      gradeFrom: 10,
      gradeTo: 6,
    },
    {
      code: '1A21',
      name: '厅局级正职',
      aliases: ['正厅级', '正局级', '正厅局级'],
      oldCode: '0121',
      gradeFrom: 13,
      gradeTo: 8,
    },
    {
      code: '1A22',
      name: '厅局级副职',
      aliases: ['副厅级', '副局级', '副厅局级'],
      oldCode: '0122',
      gradeFrom: 15,
      gradeTo: 10,
    },
    {
      code: '1A31',
      name: '县处级正职',
      aliases: ['正处级', '正县级', '正县处级'],
      oldCode: '0131',
      gradeFrom: 18,
      gradeTo: 12,
    },
    {
      code: '1A32',
      name: '县处级副职',
      aliases: ['副处级', '副县级', '副县处级'],
      oldCode: '0132',
      gradeFrom: 20,
      gradeTo: 14,
    },
    { code: '1A41', name: '乡科级正职', aliases: ['正科级', '正乡科级'], oldCode: '0141', gradeFrom: 22, gradeTo: 16 },
    { code: '1A42', name: '乡科级副职', aliases: ['副科级', '副乡科级'], oldCode: '0142', gradeFrom: 24, gradeTo: 17 },
  ],
)
