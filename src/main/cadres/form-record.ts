import { parseAssessments } from '../../shared/cadres/assessment-text'
import { emptyForm, type FamilyMember } from '../../shared/cadres/cadres'
import {
  failed,
  type ImportedCadre,
  ImportedFields,
  type ImportedPhoto,
  type ImportWarning,
  type Parsed,
  parsed,
  quote,
} from '../../shared/cadres/imported'
import { parsePartyText } from '../../shared/cadres/party-text'
import { parseResume } from '../../shared/cadres/resume-text'
import { parseRewards } from '../../shared/cadres/reward-text'
import { type FormField, formFields, laterFields, type MemberTag, memberFields, type TextField } from './form-fields'
import { cleanLine, cleanName, cleanText, cut, longestOf, longestOfMember, readDate, readSex } from './form-values'

export interface RawText {
  readonly text: string
  readonly line: number | null
}
/** A form as a file has it, by the tags of `.lrmx`, before anything is understood. */
export interface RawForm {
  readonly texts: ReadonlyMap<string, RawText>
  readonly family: readonly ReadonlyMap<string, RawText>[]
  /** Elements that no field knows. */
  readonly unknown: readonly { tag: string; text: string; line: number | null }[]
  readonly photo: ImportedPhoto | null
  readonly warnings: readonly ImportWarning[]
}

/** No cell of a form is as long: a file that has one is something else. */
const longestText = 100_000
const mostMembers = 500
const mostWarnings = 200
const limits = { family: 60, resume: 200, assessments: 80, rewards: 200, unknown: 60 }

/** Gathers what is understood, what is kept aside under its own tag, and what the person should know. */
class Gathering {
  readonly fields: ImportedFields = {
    name: '',
    sex: null,
    birth: null,
    nation: '',
    nativePlace: '',
    birthPlace: '',
    workStart: null,
    partyJoined: null,
    idNumber: '',
    ageLimit: '',
    ageOn: null,
    filledOn: null,
    form: { ...emptyForm },
    resume: [],
    family: [],
    assessments: [],
    rewards: [],
    unknown: [],
    formVersion: '',
  }
  readonly warnings: ImportWarning[] = []

  warn(line: number | null, text: string): void {
    if (this.warnings.length < mostWarnings) this.warnings.push({ line, text })
  }

  /** Kept under its own tag and written back as it was for as long as the field stays as it is. */
  keep(tag: string, raw: RawText): void {
    if (this.fields.unknown.length >= limits.unknown || tag.length > 80) {
      this.warn(raw.line, `“${cut(tag, 80)}”的内容${quote(raw.text)}未能保留，请核对原文件`)
    } else {
      this.fields.unknown.push({ tag, text: raw.text })
    }
  }

  readText(field: FormField & TextField, raw: RawText): void {
    const whole = cleanText(field, raw.text)
    const most = longestOf(field)
    const text = cut(whole, most)
    if (field.of === 'form') this.fields.form[field.key] = text
    else this.fields[field.key] = text
    if (text === whole) return
    this.keep(field.tag, { ...raw, text: whole })
    this.warn(
      raw.line,
      `“${field.label}”超过 ${most} 字，只取了前面的部分；超出的是${quote(whole.slice(text.length), 100)}`,
    )
  }

  read(field: FormField, raw: RawText): void {
    if (field.kind === 'text') this.readText(field, raw)
    const written = cleanLine(raw.text)
    if (written === '') return
    if (field.kind === 'date') {
      const date = readDate(written)
      if (date) this.fields[field.key] = date
      else this.notUnderstood(field, { ...raw, text: written }, '不是日期')
    } else if (field.kind === 'sex') {
      const sex = readSex(written)
      if (sex) this.fields.sex = sex
      else this.notUnderstood(field, { ...raw, text: written }, '不是男或女')
    }
  }

  private notUnderstood(field: FormField, raw: RawText, why: string): void {
    this.keep(field.tag, raw)
    this.warn(raw.line, `“${field.label}”写的是${quote(raw.text)}，${why}，未录入；请核对后补填`)
  }

  readMember(raw: ReadonlyMap<string, RawText>): void {
    const text = (tag: MemberTag): RawText => raw.get(tag) ?? { text: '', line: null }
    const wholeName = cleanName(text('XingMing').text)
    const name = cut(wholeName, longestOfMember('name'))
    const short = (
      tag: MemberTag,
      key: 'title' | 'name' | 'politics' | 'unitAndPost' | 'birthText',
      whole: string,
    ): string => {
      const kept = cut(whole, longestOfMember(key))
      if (kept !== whole) {
        this.keep(memberTag(name, tag), { ...text(tag), text: whole })
        this.warn(
          text(tag).line,
          `家庭成员${quote(name)}的内容过长，只取了前 ${longestOfMember(key)} 字：${quote(whole, 100)}`,
        )
      }
      return kept
    }
    const born = cleanLine(text('ChuShengRiQi').text)
    const birth = readDate(born) ?? null
    const member: FamilyMember = {
      title: short('ChengWei', 'title', cleanLine(text('ChengWei').text)),
      name: short('XingMing', 'name', wholeName),
      birth,
      birthText: birth ? '' : short('ChuShengRiQi', 'birthText', born),
      politics: short('ZhengZhiMianMao', 'politics', cleanLine(text('ZhengZhiMianMao').text)),
      unitAndPost: short('GongZuoDanWeiJiZhiWu', 'unitAndPost', cleanLine(text('GongZuoDanWeiJiZhiWu').text)),
    }
    if (memberFields.every(({ tag }) => text(tag).text.trim() === '')) return
    if (this.fields.family.length >= limits.family) {
      this.warn(text('XingMing').line, `家庭成员超过 ${limits.family} 人，${quote(name)}未录入`)
      return
    }
    this.fields.family.push(member)
    for (const [tag, other] of raw) {
      if (!memberFields.some(known => known.tag === tag)) this.keep(memberTag(name, tag), other)
    }
  }

  /** Rows out of the texts. The texts stay as they are and are what counts. */
  readRows(lineOf: (tag: string) => number | null): void {
    const { form } = this.fields
    const party = parsePartyText(form.partyText)
    this.fields.partyJoined = party?.partyJoined ?? null
    if (!party) this.warn(lineOf('RuDangShiJian'), `“入党时间”写的是${quote(form.partyText)}，看不出含义，按原文保留`)
    const resume = parseResume(form.resume)
    const entries = resume.entries.filter(({ text }) => text.length <= 2000)
    this.fields.resume = entries.slice(0, limits.resume)
    for (const { line, text } of resume.problems.slice(0, 20))
      this.warn(lineOf('JianLi'), `简历第 ${line} 行看不出起止年月，已作为没有年月的一条：${quote(text)}`)
    if (this.fields.resume.length < resume.entries.length)
      this.warn(lineOf('JianLi'), '简历有的条目过长或过多，没有全部分条；原文已完整保留')
    const assessments = parseAssessments(form.assessments)
    this.fields.assessments = assessments.rows.slice(-limits.assessments)
    for (const part of assessments.unread.slice(0, 20))
      this.warn(lineOf('NianDuKaoHeJieGuo'), `年度考核结果中${quote(part)}看不出年度或等次，没有分条；原文已保留`)
    const rewards = parseRewards(form.rewardsAndPunishments)
    this.fields.rewards = rewards.rows.slice(0, limits.rewards)
    for (const part of rewards.unread.slice(0, 20))
      this.warn(lineOf('JiangChengQingKuang'), `奖惩情况中${quote(part)}过长，没有分条；原文已保留`)
  }
}

/** The tag under which something of one member is kept: by the name, because the order may change. */
export const memberTag = (name: string, tag: string): string => `Item/${name}/${tag}`

/** Makes a record of a raw form, or says why none can be made. What one field cannot hold never costs the rest. */
export function buildRecord(raw: RawForm): Parsed<ImportedCadre> {
  if (raw.family.length > mostMembers)
    return failed('unsafe', `家庭成员有 ${raw.family.length} 人，这不是正常的任免表文件，已拒绝读取。`)
  const long = [...raw.texts, ...raw.family.flatMap(member => [...member])].find(
    ([, { text }]) => text.length > longestText,
  )
  if (long)
    return failed(
      'too-large',
      `有一栏长达 ${long[1].text.length} 字，这不是正常的任免表文件，已拒绝读取。`,
      long[1].line,
    )
  const gathering = new Gathering()
  for (const warning of raw.warnings) gathering.warn(warning.line, warning.text)
  for (const field of [...formFields, ...laterFields]) {
    const text = raw.texts.get(field.tag)
    if (text) gathering.read(field, text)
  }
  if (gathering.fields.name === '')
    return failed(
      'no-person',
      '没有姓名，无法导入。请在任免表编辑器中补上姓名、另存后再导入。',
      raw.texts.get('XingMing')?.line ?? null,
    )
  for (const member of raw.family) gathering.readMember(member)
  for (const { tag, text, line } of raw.unknown) gathering.keep(tag, { text: cut(text, longestText), line })
  gathering.readRows(tag => raw.texts.get(tag)?.line ?? null)
  const fields = ImportedFields.safeParse(gathering.fields)
  if (!fields.success)
    return failed('damaged', `有的内容不合要求（${fields.error.issues[0]?.path.join('.') ?? ''}），无法导入。`)
  return parsed({ fields: fields.data, details: {}, unitName: '', photo: raw.photo, warnings: gathering.warnings })
}
