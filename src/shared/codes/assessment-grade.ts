import { codeTable } from './table'

/** 考核结论类别. Source: ZB18. */
export const assessmentGradeCodes = codeTable(
  {
    title: '考核结论类别',
    standard: 'ZB18（2017 年）',
    confidence: 'high',
  },
  [
    { code: '1', name: '优秀' },
    { code: '2', name: '称职' },
    { code: '2B', name: '合格' },
    { code: '3', name: '基本称职' },
    { code: '3B', name: '基本合格' },
    { code: '4', name: '不称职' },
    { code: '4B', name: '不合格' },
    { code: '5', name: '不定等次', aliases: ['不确定等次', '未确定等次', '未定等次', '不评定等次'] },
    { code: '5A', name: '新录用人员试用期年度考核不确定等次' },
    { code: '5B', name: '被立案调查尚未结案年度考核不确定等次' },
    { code: '5C', name: '受政纪处分期间年度考核不确定等次' },
    {
      code: '6',
      name: '不进行考核',
      aliases: ['不参加考核', '未参加考核', '未进行考核', '不进行年度考核', '不参加年度考核', '未参加年度考核'],
    },
    { code: '6A', name: '病、事假累计超过考核年度半年不进行考核' },
    { code: '7', name: '其他原因不进行考核' },
  ],
)
