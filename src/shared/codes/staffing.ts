import { codeTable } from './table'

/** 编制类型. Source: ZB135. */
export const staffingCodes = codeTable(
  {
    title: '编制类型',
    standard: 'ZB135',
    confidence: 'medium',
    note: '2017 年作行政编制、事业编制（参公）、事业编制（其他）、工勤编制、其他编制',
  },
  [
    { code: '1', name: '行政编制' },
    { code: '2', name: '参公事业编制', aliases: ['事业编制（参公）'] },
    { code: '3', name: '事业编制', aliases: ['事业编制（其他）'] },
    { code: '4', name: '其他', aliases: ['其他编制'] },
  ],
)
