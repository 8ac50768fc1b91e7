import { Cadre, emptyForm, type FormTexts } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'

export const d = (text: string): PartialDate => PartialDate.parse(text)

/** Dates as plain text, so that a case reads as it would be written. */
type Plain<T> = T extends PartialDate
  ? string
  : T extends readonly (infer E)[]
    ? Partial<Plain<E>>[]
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T
export type Parts = { [K in Exclude<keyof Cadre, 'form'>]?: Plain<Cadre[K]> } & { form?: Partial<FormTexts> }

const rowDefaults = {
  resume: { from: null, to: null, text: '', level: '' },
  family: { title: '', name: '', birth: null, birthText: '', politics: '', unitAndPost: '' },
  rewards: { on: null, authority: '', name: '' },
  posts: {
    unitId: null,
    unitName: '',
    title: '',
    level: '',
    role: '主职',
    memberKind: '',
    teamOrder: null,
    appointedOn: null,
    appointedBy: '',
    appointMode: '',
    status: '在任',
    removedOn: null,
    removedBy: '',
  },
  education: {
    kind: '全日制',
    education: '',
    degree: '',
    school: '',
    major: '',
    from: null,
    to: null,
    degreeOn: null,
  },
  training: { kind: '', name: '', organiser: '', institution: '', from: null, to: null, days: null, hours: null },
  punishments: {
    kind: '党纪处分',
    name: '',
    on: null,
    authority: '',
    documentNumber: '',
    reason: '',
    influenceUntil: null,
    revokedOn: null,
  },
}
const filled = (defaults: object, rows: readonly object[] = []) => rows.map(row => ({ ...defaults, ...row }))

/** A file of which nothing is known but a name, and what the case adds. */
export function person(parts: Parts = {}): Cadre {
  return Cadre.parse({
    id: '0b6f7a52-6d3b-4c39-9a9e-2f6d0c1b7e11',
    name: '陆听松',
    sex: null,
    birth: null,
    nation: '',
    nativePlace: '',
    birthPlace: '',
    workStart: null,
    partyJoined: null,
    partyFull: null,
    idNumber: '',
    phone: '',
    unitId: null,
    unitOrder: 0,
    personCategory: '',
    managedBy: '',
    postLevel: '',
    postLevelSince: null,
    currentPostSince: null,
    rank: '',
    rankSince: null,
    wageGrade: '',
    staffing: '',
    ageLimit: '',
    status: '在职',
    secrecy: '',
    tags: [],
    ageOn: null,
    filledOn: null,
    assessments: [],
    unknown: [],
    formVersion: '',
    ...parts,
    form: { ...emptyForm, ...parts.form },
    resume: filled(rowDefaults.resume, parts.resume),
    family: filled(rowDefaults.family, parts.family),
    rewards: filled(rowDefaults.rewards, parts.rewards),
    posts: filled(rowDefaults.posts, parts.posts),
    education: filled(rowDefaults.education, parts.education),
    training: filled(rowDefaults.training, parts.training),
    punishments: filled(rowDefaults.punishments, parts.punishments),
  })
}

/** An invented file that is whole and agrees with itself as of April 2026.. */
export const complete = (parts: Parts = {}): Cadre =>
  person({
    name: '林岫',
    sex: '女',
    birth: '1982-11',
    nation: '汉族',
    nativePlace: '山东章丘',
    birthPlace: '山东济南',
    workStart: '2005-07',
    partyJoined: '2004-05',
    partyFull: '2005-05',
    idNumber: '',
    personCategory: '综合管理类公务员',
    managedBy: '县级党委管理干部',
    postLevel: '乡科级正职',
    postLevelSince: '2016-12',
    currentPostSince: '2021-03',
    rank: '一级主任科员',
    rankSince: '2022-06',
    wageGrade: '二十级',
    staffing: '行政编制',
    ageLimit: '改革前任职年龄界限为55岁',
    ageOn: '2026-04',
    filledOn: '2026-04-15',
    resume: [
      { from: '2001-09', to: '2005-07', text: '山东大学法学院法学专业学习' },
      {
        from: '2005-07',
        to: '2012-02',
        text: '云泽区司法局科员（其间：2008.09--2011.07在山东省委党校法学专业在职研究生学习）',
      },
      { from: '2012-02', to: '2016-12', text: '云泽区司法局副局长', level: '乡科级副职' },
      { from: '2016-12', to: '2021-03', text: '云泽区青溪街道办事处主任', level: '乡科级正职' },
      { from: '2021-03', text: '云泽区司法局局长', level: '乡科级正职' },
    ],
    family: [
      { title: '丈夫', name: '周砚', birth: '1981-06', politics: '中共党员', unitAndPost: '云泽区第二中学教师' },
      { title: '儿子', name: '周岳', birth: '2010-03', politics: '群众', unitAndPost: '云泽区第一小学学生' },
      { title: '父亲', name: '林茂', birthText: '不详', politics: '群众', unitAndPost: '已去世' },
      { title: '母亲', name: '何蕙', birth: '1956-01', politics: '群众', unitAndPost: '云泽区供销社职工（已退休）' },
    ],
    assessments: [2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022]
      .concat([2023, 2024, 2025])
      .map(year => ({ year, grade: year === 2024 ? '优秀' : '称职' })),
    rewards: [{ on: '2024-12', authority: '云泽区委', name: '嘉奖' }],
    ...parts,
    form: {
      partyText: '200405',
      health: '健康',
      speciality: '法律事务',
      fullTimeEducation: '大学',
      fullTimeDegree: '法学学士',
      fullTimeSchool: '山东大学法学院法学专业',
      inServiceEducation: '山东省委党校研究生',
      inServiceSchool: '山东省委党校法学专业',
      currentPost: '云泽区司法局局长',
      resume: [
        '2001.09--2005.07  山东大学法学院法学专业学习',
        '2005.07--2012.02  云泽区司法局科员',
        '                  （其间：2008.09--2011.07在山东省委党校法学专业在职研究生学习）',
        '2012.02--2016.12  云泽区司法局副局长',
        '2016.12--2021.03  云泽区青溪街道办事处主任',
        '2021.03--         云泽区司法局局长',
      ].join('\n'),
      rewardsAndPunishments: '2024年12月，经云泽区委批准，嘉奖。',
      assessments: '2023年年度考核称职；2024年年度考核优秀；2025年年度考核称职。',
      reportingUnit: '中共云泽区委组织部',
      filledBy: '陆听松',
      ...parts.form,
    },
  })
