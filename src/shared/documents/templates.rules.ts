import { isLetter, type TemplateForm } from './templates'

/** What a template is filled with: words by placeholder, and for a loop one set of words each time. */
export interface Values {
  readonly [name: string]: string | readonly Values[]
}

export interface Placeholder {
  readonly name: string
  /** What it stands for, as the page of templates explains it. */
  readonly about: string
  /** A template without it is not taken. */
  readonly required?: true
  /** Placeholders that stand between {#name} and {/name}, once for each. */
  readonly each?: readonly Placeholder[]
}

const plain = (name: string, about: string): Placeholder => ({ name, about })
const must = (name: string, about: string): Placeholder => ({ name, about, required: true })

const everywhere: readonly Placeholder[] = [
  plain('密级', '高于“内部”的密级，没有时为空'),
  plain('登记', '密级、登记编号、经办人和时间'),
  plain('未定稿', '没有定稿时写“未定稿”'),
]
const lines: readonly Placeholder[] = [
  plain('问', '提问，带“问：”'),
  plain('答', '回答，带“答：”'),
  plain('备注', '备注'),
  plain('原话', '原话，带“原话：”'),
  plain('类别', '提问、回答、备注、原话'),
  plain('内容', '这一条的文字'),
]
const talk: readonly Placeholder[] = [
  ...everywhere,
  plain('标题', '谈话记录、诫勉谈话记录……'),
  plain('谈话种类', ''),
  plain('谈话方式', '当面、视频、电话'),
  must('谈话时间', ''),
  must('谈话地点', ''),
  must('谈话对象', '单位、职务和姓名'),
  plain('姓名', '谈话对象的姓名'),
  plain('单位', '谈话对象的单位'),
  plain('职务', '谈话对象的职务'),
  must('谈话人', '部门和姓名'),
  must('记录人', '部门和姓名'),
  plain('在场人员', ''),
  plain('谈话事由', ''),
  plain('三种状态', '精神状态、个人心态、工作姿态'),
  plain('回访等次', ''),
  plain('小结', ''),
  plain('系统确认', '谁在何时用密码确认，校验值'),
  plain('密封说明', '有密封内容没有印出时的说明'),
  {
    ...must('记录', '每一条记录一次'),
    each: [...lines, plain('部分', '提纲的部分')],
  },
  {
    ...plain('部分', '提纲的每一部分一次，里面可以再用 {#记录}'),
    each: [plain('序号', '一、二、三'), plain('部分标题', '')],
  },
  {
    ...plain('承诺', '每一件承诺和要求一次'),
    each: [plain('类别', '诉求、承诺、要求'), plain('内容', ''), plain('责任人', ''), plain('期限', '')],
  },
  { ...plain('有承诺', '有承诺和要求时才写的部分'), each: [] },
  { ...plain('有小结', '有小结时才写的部分'), each: [] },
  { ...plain('补充', '每一条补充记录一次'), each: [plain('补充人', '姓名和时间'), plain('内容', '')] },
  { ...plain('签名', '每一行签名一次'), each: [plain('签名人', '谈话人（姓名）：')] },
]

const letter: readonly Placeholder[] = [
  ...everywhere,
  plain('标题', '提醒函、函询通知书、诫勉书'),
  plain('文号', ''),
  must('姓名', ''),
  plain('单位', ''),
  plain('职务', ''),
  must('事由', ''),
  plain('问题', '函询的问题'),
  plain('批准机关', '批准机关或批准人'),
  plain('要求', '随应用提供的正文：答复期限、影响期、改正要求'),
  plain('答复期限', '函询的最后一天'),
  plain('影响期至', '诫勉影响期的最后一天'),
  plain('落款', '发文的部门'),
  must('日期', ''),
  plain('抄送', ''),
]

const commendation: readonly Placeholder[] = [
  ...everywhere,
  plain('标题', ''),
  plain('文号', ''),
  plain('主送', ''),
  must('正文', '名单之前的文字'),
  {
    ...must('名单', '每个单位一次'),
    each: [plain('单位', ''), plain('受表扬的', '姓名和荣誉，追授的写明')],
  },
  plain('结语', '名单之后的文字'),
  plain('落款', ''),
  must('日期', ''),
  plain('抄送', ''),
]

/** What a template of each form may hold. */
export const placeholdersOf = (form: TemplateForm): readonly Placeholder[] => {
  if (form === '表扬决定') return commendation
  return isLetter(form) ? letter : talk
}

const oneOf = (list: readonly Placeholder[]): Values =>
  Object.fromEntries(list.map(({ name, each }) => [name, each ? [oneOf(each)] : name]))
/** One of everything that a template may hold: each value is its own name. */
export const sampleValues = (form: TemplateForm): Values => oneOf(placeholdersOf(form))

export interface TemplateProblems {
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
}

const flat = (list: readonly Placeholder[]): string[] => list.flatMap(({ name, each = [] }) => [name, ...flat(each)])

/** What a template lacks, and what nobody could fill in. @param used placeholders as they stand in it, loops with their sign */
export function templateProblems(
  form: TemplateForm,
  used: readonly { readonly sign: string; readonly name: string }[],
): TemplateProblems {
  const list = placeholdersOf(form)
  const known = new Set(flat(list))
  const loops = new Set(list.filter(({ each }) => each !== undefined).map(({ name }) => name))
  const plainNames = new Set([
    ...flat(list.flatMap(({ each = [] }) => each)),
    ...list.filter(({ each }) => !each).map(({ name }) => name),
  ])
  const written = (sign: string, name: string): string => `{${sign}${name}}`
  const isKnown = ({ sign, name }: { sign: string; name: string }): boolean =>
    known.has(name) && (sign === '' ? plainNames.has(name) : loops.has(name))
  const has = ({ name, each }: Placeholder): boolean =>
    used.some(tag => tag.name === name && (each === undefined ? tag.sign === '' : tag.sign === '#'))
  return {
    missing: list
      .filter(placeholder => placeholder.required && !has(placeholder))
      .map(({ name, each }) => written(each ? '#' : '', name)),
    unknown: [...new Set(used.filter(tag => !isKnown(tag)).map(({ sign, name }) => written(sign, name)))],
  }
}

/** 模板缺少：{谈话人}；不认识：{职位}. Empty when there is nothing to say. */
export function problemWords({ missing, unknown }: TemplateProblems): string {
  const told = [
    ...(missing.length > 0 ? [`缺少：${missing.join('、')}`] : []),
    ...(unknown.length > 0 ? [`不认识：${unknown.join('、')}`] : []),
  ]
  return told.length === 0 ? '' : `模板${told.join('；')}`
}
