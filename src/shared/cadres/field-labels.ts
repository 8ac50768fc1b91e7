import type { Cadre, FormTexts } from './cadres'

type RowArray =
  | 'resume'
  | 'family'
  | 'assessments'
  | 'rewards'
  | 'posts'
  | 'education'
  | 'training'
  | 'punishments'
  | 'unknown'
type FormField = `form.${keyof FormTexts}`
/** A field of a cadre's file as history, import, queries and forms name it; the form's texts with `form.` before. */
export type CadreField = Exclude<keyof Cadre, 'form'> | FormField
/** A column of one of the file's tables. */
export type RowField = { [A in RowArray]: `${A}.${keyof Cadre[A][number] & string}` }[RowArray]
export type FieldPath = CadreField | RowField

/** The one list of labels. The form's own names where the form has the field. */
export const fieldLabels: Readonly<Record<FieldPath, string>> = {
  id: '编号',
  name: '姓名',
  sex: '性别',
  birth: '出生年月',
  nation: '民族',
  nativePlace: '籍贯',
  birthPlace: '出生地',
  workStart: '参加工作时间',
  partyJoined: '入党日期',
  partyFull: '转正日期',
  idNumber: '身份证号',
  phone: '联系电话',
  unitId: '所在单位',
  unitOrder: '单位内排序',
  personCategory: '人员类别',
  managedBy: '管理类别',
  postLevel: '现职务层次',
  postLevelSince: '任现职务层次时间',
  currentPostSince: '任现职时间',
  rank: '现职级',
  rankSince: '任现职级时间',
  wageGrade: '级别',
  staffing: '编制类型',
  ageLimit: '改革前任职年龄界限',
  status: '人员状态',
  secrecy: '密级',
  tags: '标签',
  ageOn: '计算年龄时间',
  filledOn: '填表时间',
  resume: '履历',
  family: '家庭成员',
  assessments: '年度考核',
  rewards: '奖励记录',
  posts: '职务',
  education: '学历学位',
  training: '教育培训',
  punishments: '处分处理',
  unknown: '未识别的内容',
  formVersion: '任免表版本',
  'form.partyText': '入党时间',
  'form.health': '健康状况',
  'form.technicalTitle': '专业技术职务',
  'form.speciality': '熟悉专业有何专长',
  'form.fullTimeEducation': '全日制教育学历',
  'form.fullTimeDegree': '全日制教育学位',
  'form.fullTimeSchool': '全日制教育毕业院校系及专业',
  'form.fullTimeDegreeSchool': '全日制教育学位院校系及专业',
  'form.inServiceEducation': '在职教育学历',
  'form.inServiceDegree': '在职教育学位',
  'form.inServiceSchool': '在职教育毕业院校系及专业',
  'form.inServiceDegreeSchool': '在职教育学位院校系及专业',
  'form.currentPost': '现任职务',
  'form.proposedPost': '拟任职务',
  'form.removedPost': '拟免职务',
  'form.resume': '简历',
  'form.rewardsAndPunishments': '奖惩情况',
  'form.assessments': '年度考核结果',
  'form.reason': '任免理由',
  'form.reportingUnit': '呈报单位',
  'form.filledBy': '填表人',
  'resume.from': '开始时间',
  'resume.to': '结束时间',
  'resume.text': '经历',
  'resume.level': '职务层次',
  'family.title': '称谓',
  'family.name': '姓名',
  'family.birth': '出生年月',
  'family.birthText': '出生年月原文',
  'family.politics': '政治面貌',
  'family.unitAndPost': '工作单位及职务',
  'assessments.year': '年度',
  'assessments.grade': '等次',
  'rewards.on': '时间',
  'rewards.authority': '批准机关',
  'rewards.name': '名称',
  'posts.unitId': '单位',
  'posts.unitName': '任职单位',
  'posts.title': '职务名称',
  'posts.level': '职务层次',
  'posts.role': '主职兼职',
  'posts.memberKind': '成员类别',
  'posts.teamOrder': '班子内排序',
  'posts.appointedOn': '任职时间',
  'posts.appointedBy': '任职文号',
  'posts.appointMode': '选拔任用方式',
  'posts.status': '任职状态',
  'posts.removedOn': '免职时间',
  'posts.removedBy': '免职文号',
  'education.kind': '教育类别',
  'education.education': '学历',
  'education.degree': '学位',
  'education.school': '毕业院校系',
  'education.major': '专业',
  'education.from': '入学时间',
  'education.to': '毕业时间',
  'education.degreeOn': '学位授予时间',
  'training.kind': '培训类别',
  'training.name': '培训班名称',
  'training.organiser': '主办单位',
  'training.institution': '培训机构',
  'training.from': '开始时间',
  'training.to': '结束时间',
  'training.days': '天数',
  'training.hours': '学时',
  'punishments.kind': '类别',
  'punishments.name': '名称',
  'punishments.on': '批准时间',
  'punishments.authority': '批准机关',
  'punishments.documentNumber': '文号',
  'punishments.reason': '事由',
  'punishments.influenceUntil': '影响期至',
  'punishments.revokedOn': '撤销时间',
  'unknown.tag': '项目',
  'unknown.text': '内容',
}

const isRowField = (path: FieldPath): path is RowField => path.includes('.') && !path.startsWith('form.')

const dateFields: ReadonlySet<FieldPath> = new Set<FieldPath>([
  'birth',
  'workStart',
  'partyJoined',
  'partyFull',
  'postLevelSince',
  'currentPostSince',
  'rankSince',
  'ageOn',
  'filledOn',
  'resume.from',
  'resume.to',
  'family.birth',
  'rewards.on',
  'posts.appointedOn',
  'posts.removedOn',
  'education.from',
  'education.to',
  'education.degreeOn',
  'training.from',
  'training.to',
  'punishments.on',
  'punishments.influenceUntil',
  'punishments.revokedOn',
])
/** Whether a field holds a date as precise as it was written. */
export const isDateField = (path: FieldPath): boolean => dateFields.has(path)

/** Every whole field in the order of the list, without the columns of tables. */
export const cadreFields = (Object.keys(fieldLabels) as FieldPath[]).filter(
  (path): path is CadreField => !isRowField(path),
)

/** A column is named with its table: 家庭成员·称谓. */
export function labelOf(path: FieldPath): string {
  if (!isRowField(path)) return fieldLabels[path]
  return `${fieldLabels[path.split('.')[0] as RowArray]}·${fieldLabels[path]}`
}
