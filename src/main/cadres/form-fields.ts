import type { FormTexts } from '../../shared/cadres/cadres'

type TextPlace =
  | { readonly of: 'form'; readonly key: keyof FormTexts }
  | {
      readonly of: 'fields'
      readonly key: 'name' | 'nation' | 'nativePlace' | 'birthPlace' | 'idNumber' | 'ageLimit' | 'formVersion'
    }

/** `clean` says how the text is tidied: `name` closes the gap in 王  芳, `none` makes (无) 无. */
export type TextField = TextPlace & {
  readonly kind: 'text'
  readonly clean: 'line' | 'lines' | 'name' | 'id' | 'party' | 'none'
}
export type FormField = { readonly tag: string; readonly label: string } & (
  | TextField
  | { readonly kind: 'date'; readonly key: 'birth' | 'workStart' | 'ageOn' | 'filledOn' }
  | { readonly kind: 'sex' }
  | { readonly kind: 'family' }
  | { readonly kind: 'photo' }
)

const form = (tag: string, label: string, key: keyof FormTexts, clean: TextField['clean'] = 'line'): FormField => ({
  tag,
  label,
  kind: 'text',
  of: 'form',
  key,
  clean,
})

/** The elements of a `.lrmx` in the order that the editor writes, all 34. Source: formats §1.2. */
export const formFields: readonly FormField[] = [
  { tag: 'XingMing', label: '姓名', kind: 'text', of: 'fields', key: 'name', clean: 'name' },
  { tag: 'XingBie', label: '性别', kind: 'sex' },
  { tag: 'ChuShengNianYue', label: '出生年月', kind: 'date', key: 'birth' },
  { tag: 'MinZu', label: '民族', kind: 'text', of: 'fields', key: 'nation', clean: 'line' },
  { tag: 'JiGuan', label: '籍贯', kind: 'text', of: 'fields', key: 'nativePlace', clean: 'line' },
  { tag: 'ChuShengDi', label: '出生地', kind: 'text', of: 'fields', key: 'birthPlace', clean: 'line' },
  form('RuDangShiJian', '入党时间', 'partyText', 'party'),
  { tag: 'CanJiaGongZuoShiJian', label: '参加工作时间', kind: 'date', key: 'workStart' },
  form('JianKangZhuangKuang', '健康状况', 'health'),
  form('ZhuanYeJiShuZhiWu', '专业技术职务', 'technicalTitle'),
  form('ShuXiZhuanYeYouHeZhuanChang', '熟悉专业有何专长', 'speciality'),
  form('QuanRiZhiJiaoYu_XueLi', '全日制教育学历', 'fullTimeEducation'),
  form('QuanRiZhiJiaoYu_XueWei', '全日制教育学位', 'fullTimeDegree'),
  form('QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi', '全日制教育毕业院校系及专业（上栏）', 'fullTimeSchool'),
  form('QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi', '全日制教育毕业院校系及专业（下栏）', 'fullTimeDegreeSchool'),
  form('ZaiZhiJiaoYu_XueLi', '在职教育学历', 'inServiceEducation'),
  form('ZaiZhiJiaoYu_XueWei', '在职教育学位', 'inServiceDegree'),
  form('ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi', '在职教育毕业院校系及专业（上栏）', 'inServiceSchool'),
  form('ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi', '在职教育毕业院校系及专业（下栏）', 'inServiceDegreeSchool'),
  form('XianRenZhiWu', '现任职务', 'currentPost'),
  form('NiRenZhiWu', '拟任职务', 'proposedPost'),
  form('NiMianZhiWu', '拟免职务', 'removedPost'),
  form('JianLi', '简历', 'resume', 'lines'),
  form('JiangChengQingKuang', '奖惩情况', 'rewardsAndPunishments', 'none'),
  form('NianDuKaoHeJieGuo', '年度考核结果', 'assessments', 'none'),
  form('RenMianLiYou', '任免理由', 'reason', 'lines'),
  { tag: 'JiaTingChengYuan', label: '家庭主要成员及重要社会关系', kind: 'family' },
  form('ChengBaoDanWei', '呈报单位', 'reportingUnit', 'lines'),
  { tag: 'JiSuanNianLingShiJian', label: '计算年龄时间', kind: 'date', key: 'ageOn' },
  { tag: 'TianBiaoShiJian', label: '填表时间', kind: 'date', key: 'filledOn' },
  form('TianBiaoRen', '填表人', 'filledBy'),
  { tag: 'ShenFenZheng', label: '身份证号', kind: 'text', of: 'fields', key: 'idNumber', clean: 'id' },
  { tag: 'ZhaoPian', label: '照片', kind: 'photo' },
  { tag: 'Version', label: '版本', kind: 'text', of: 'fields', key: 'formVersion', clean: 'line' },
]

/** Elements of the editor's version 4, written after the others and only when they are filled. */
export const laterFields: readonly FormField[] = [
  {
    tag: 'GaiGeQianRenZhiNianLingJieXian',
    label: '改革前任职年龄界限',
    kind: 'text',
    of: 'fields',
    key: 'ageLimit',
    clean: 'line',
  },
]

const byTag = new Map([...formFields, ...laterFields].map(field => [field.tag, field]))
export const findField = (tag: string): FormField | undefined => byTag.get(tag)

/** One member of the family. */
export const memberFields = [
  { tag: 'ChengWei', label: '称谓', key: 'title' },
  { tag: 'XingMing', label: '姓名', key: 'name' },
  { tag: 'ChuShengRiQi', label: '出生年月', key: 'birth' },
  { tag: 'ZhengZhiMianMao', label: '政治面貌', key: 'politics' },
  { tag: 'GongZuoDanWeiJiZhiWu', label: '工作单位及职务', key: 'unitAndPost' },
] as const
export type MemberTag = (typeof memberFields)[number]['tag']
