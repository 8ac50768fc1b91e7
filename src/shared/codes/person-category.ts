import { codeTable } from './table'

/** 人员类别. Source: ZB125. */
export const personCategoryCodes = codeTable(
  {
    title: '人员类别',
    standard: 'ZB125',
    confidence: 'medium',
    note: '2017 年另有简称：公务员、参照管理机关工作人员、参照管理事业单位工作人员',
  },
  [
    { code: '1', name: '综合管理类公务员' },
    { code: '2', name: '专业技术类公务员' },
    { code: '3', name: '行政执法类公务员' },
    { code: '5', name: '参照管理的机关工作人员', aliases: ['参照管理机关工作人员'] },
    { code: '6', name: '参照管理的事业工作人员', aliases: ['参照管理事业单位工作人员'] },
    { code: '61', name: '综合管理类' },
    { code: '62', name: '专业技术类' },
    { code: '63', name: '行政执法类' },
    { code: '7', name: '事业单位管理人员' },
    { code: '8', name: '事业单位专业技术人员' },
    { code: 'A0', name: '机关工勤人员' },
    { code: 'A1', name: '事业单位工勤人员' },
    { code: 'A2', name: '临时人员' },
    { code: 'A4', name: '企业管理人员' },
    { code: 'A5', name: '企业技术人员' },
    { code: 'A6', name: '企业工勤人员' },
    { code: 'B1', name: '法官' },
    { code: 'B2', name: '检察官' },
    { code: 'B3', name: '执法勤务警员' },
    { code: 'B4', name: '警务技术人民警察' },
    { code: 'B5', name: '在机关工作的事业编制人员' },
  ],
)
