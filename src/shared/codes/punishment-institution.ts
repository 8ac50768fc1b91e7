import { codeTable } from './table'

/** 事业单位工作人员处分. Source: 事业单位工作人员处分规定. */
export const punishmentInstitutionCodes = codeTable(
  {
    title: '事业单位工作人员处分',
    standard: '事业单位工作人员处分规定；ZB67 代码',
    confidence: 'high',
    note: '2023 年修订改第三种为“降低岗位等级”，待核',
  },
  [
    { code: '02610', name: '警告' },
    { code: '02620', name: '记过' },
    { code: '02630', name: '降低岗位等级或者撤职', aliases: ['降低岗位等级'] },
    { code: '02640', name: '开除' },
  ],
)
