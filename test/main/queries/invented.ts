import * as fc from 'fast-check'
import { Cadre, CadreId, CadreStatus, emptyCadre, emptyForm } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { arityOf, gradeChoices } from '../../../src/shared/queries/operators'
import type { Condition, Operator, QueryField, QueryNode } from '../../../src/shared/queries/queries'

const two = (n: number) => String(n).padStart(2, '0')
/** Dates around the borders that are asked about, some known to the month or the year alone. */
const someDate = (from: number, to: number): fc.Arbitrary<PartialDate> =>
  fc
    .tuple(
      fc.integer({ min: from, max: to }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.nat(3),
    )
    .map(([year, month, day, kind]) =>
      PartialDate.parse(
        kind === 0 ? String(year) : kind === 3 ? `${year}-${two(month)}-${two(day)}` : `${year}-${two(month)}`,
      ),
    )
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 })
const of = <T>(...values: T[]) => fc.constantFrom(...values)
const rows = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 4 })
const word = of('', '甲', '乙丙', '山东大学公共管理专业', '法律')

/** Files as they are found in an office: whole, half filled, and with what nobody expected. */
export const somebody = (unitIds: readonly string[]): fc.Arbitrary<Omit<Cadre, 'id'>> => {
  const unit = maybe(of(...unitIds))
  return fc
    .record({
      name: of('李望舒', '王若谷', '阿依努尔·买买提'),
      sex: maybe(of('男' as const, '女' as const)),
      birth: maybe(someDate(1968, 2002)),
      nation: of('', '汉族', '汉族', '回族'),
      nativePlace: of('', '云州云泽'),
      birthPlace: of('', '云州青石'),
      workStart: maybe(someDate(1990, 2031)),
      partyJoined: maybe(someDate(1990, 2026)),
      partyFull: maybe(someDate(1991, 2027)),
      unitId: unit,
      personCategory: of('', '综合管理类公务员', '临时人员'),
      managedBy: of('', '县级党委管理干部'),
      staffing: of('', '行政编制'),
      postLevel: of('', '乡科级正职', '乡科级副职', '县处级副职', '说不清'),
      postLevelSince: maybe(someDate(2015, 2030)),
      currentPostSince: maybe(someDate(2015, 2031)),
      rank: of('', '四级调研员', '一级主任科员', '一级法官'),
      rankSince: maybe(someDate(2018, 2030)),
      ageLimit: of('', '60', '改革前任职年龄界限为55岁', '已到龄人员'),
      wageGrade: of('', '十七级', '二十级'),
      secrecy: of('', '机要', '干部科'),
      ageOn: maybe(someDate(2024, 2031)),
      filledOn: maybe(someDate(2024, 2031)),
      status: of(...CadreStatus.options),
      tags: fc.uniqueArray(of('年轻干部', '驻村', '专业"人才'), { maxLength: 2 }),
      form: fc
        .record({
          partyText: word,
          currentPost: of('', '石桥镇党委书记', '区水利局局长'),
          fullTimeEducation: of('', '大学', '大专', '省委党校研究生', '函授'),
          fullTimeDegree: of('', '学士', '硕士'),
          inServiceEducation: of('', '研究生', '中专'),
          inServiceDegree: of('', '博士'),
          fullTimeSchool: word,
          inServiceSchool: word,
          speciality: word,
          technicalTitle: word,
          fullTimeDegreeSchool: word,
          inServiceDegreeSchool: word,
          proposedPost: of('', '石桥镇党委书记'),
          removedPost: of('', '区水利局局长'),
          reason: word,
          reportingUnit: word,
          filledBy: of('', '李甲'),
          assessments: word,
          rewardsAndPunishments: word,
          resume: of('', '2010.01--2014.03  石桥镇科员\n2014.03--          区水利局局长'),
        })
        .map(form => ({ ...emptyForm, ...form })),
      resume: rows(
        fc.record({
          from: maybe(someDate(2005, 2025)),
          to: maybe(someDate(2006, 2030)),
          text: of('石桥镇副镇长', '区水利局科员', '山东大学学习', '松岭村第一书记'),
          level: of('', '乡科级副职', '县处级副职', '办事员'),
        }),
      ),
      assessments: fc.uniqueArray(
        fc.record({
          year: fc.integer({ min: 2024, max: 2030 }),
          grade: of('优秀', '称职', '合格', '基本称职', '不称职', '不定等次'),
        }),
        { maxLength: 6, selector: ({ year }) => year },
      ),
      rewards: rows(fc.record({ on: maybe(someDate(2022, 2031)), authority: word, name: word })),
      posts: rows(
        fc.record({
          unitId: unit,
          unitName: word,
          title: word,
          level: word,
          role: of('主职' as const, '兼职' as const),
          memberKind: of('', '正职', '副职'),
          teamOrder: fc.option(fc.integer({ min: 1, max: 9 })),
          appointedOn: fc.constant(null),
          appointedBy: word,
          appointMode: of('', '选任', '聘任'),
          status: of('在任' as const, '已免' as const),
          removedOn: fc.constant(null),
          removedBy: word,
        }),
      ),
      education: rows(
        fc.record({
          kind: of('全日制' as const, '在职' as const),
          education: of('', '大学', '大专'),
          degree: of('', '学士', '博士'),
          school: word,
          major: word,
          from: fc.constant(null),
          to: fc.constant(null),
          degreeOn: fc.constant(null),
        }),
      ),
      training: rows(
        fc.record({
          kind: of('', '任职培训', '其他培训', '读书班'),
          name: word,
          organiser: word,
          institution: word,
          from: maybe(someDate(2025, 2030)),
          to: maybe(someDate(2025, 2030)),
          days: fc.constant(null),
          hours: fc.option(fc.nat(80)),
        }),
      ),
      punishments: rows(
        fc.record({
          kind: of('党纪处分' as const, '政务处分' as const, '诫勉' as const),
          name: of('警告', '严重警告', '记过', ''),
          on: maybe(someDate(2027, 2030)),
          authority: word,
          documentNumber: word,
          reason: word,
          influenceUntil: fc.option(someDate(2029, 2031), { freq: 1 }),
          revokedOn: fc.option(someDate(2029, 2029), { freq: 1 }),
        }),
      ),
    })
    .map(file => {
      const { id: _id, ...rest } = Cadre.parse({ ...emptyCadre(CadreId.parse(crypto.randomUUID()), '空'), ...file })
      return rest
    })
}

/** Any question that may be asked of a field. */
export function conditionOn(field: QueryField, unitIds: readonly string[]): fc.Arbitrary<Condition> {
  const valuesFor = (operator: Operator): fc.Arbitrary<(string | number)[]> => {
    const { least, most } = arityOf(field.type, operator)
    if (most === 0) return fc.constant([])
    const some = (values: readonly string[]) =>
      fc.subarray([...values], { minLength: Math.min(1, values.length), maxLength: Math.min(4, values.length) })
    switch (field.type) {
      case 'choice':
      case 'order':
        return operator === 'in'
          ? some(field.choices.map(({ value }) => value).slice(-12))
          : of(...field.choices.slice(-5).map(({ value }) => [value]))
      case 'unit':
        return some(unitIds)
      case 'text':
        return of('甲', '书记', '云州', '石桥镇', '山东大学', '李', '记局').map(text => [text])
      case 'date':
        return fc.tuple(someDate(1980, 2031), someDate(1980, 2031)).map(pair => pair.toSorted().slice(0, least))
      case 'number':
        return fc.tuple(fc.nat(70), fc.nat(70)).map(pair => pair.toSorted((a, b) => a - b).slice(0, least))
      case 'years':
        return fc.uniqueArray(fc.nat(30), { minLength: 2, maxLength: 2 }).map(pair =>
          pair
            .toSorted((a, b) => a - b)
            .map(half => half / 2)
            .slice(0, least),
        )
      case 'count':
        return fc.tuple(fc.nat(4), fc.nat(3)).map(pair => [...pair])
      case 'grades':
        return fc
          .tuple(fc.integer({ min: 1, max: 4 }), some(gradeChoices.map(({ value }) => value)))
          .map(([back, wanted]) => [back, ...wanted])
      default:
        return fc.constant([])
    }
  }
  return of(...field.operators).chain(operator =>
    fc
      .record({ not: fc.boolean(), values: valuesFor(operator) })
      .map(({ not, values }): Condition => ({ kind: 'is', not, field: field.key, operator, values })),
  )
}

/** Any question in brackets of brackets. */
export function someQuestion(fields: readonly QueryField[], unitIds: readonly string[]): fc.Arbitrary<QueryNode> {
  const condition = of(...fields).chain(field => conditionOn(field, unitIds))
  const group = (inner: fc.Arbitrary<QueryNode>): fc.Arbitrary<QueryNode> =>
    fc.record({
      kind: of('all' as const, 'any' as const),
      not: fc.boolean(),
      of: fc.array(inner, { minLength: 1, maxLength: 3 }),
    })
  return group(fc.oneof(condition, group(fc.oneof(condition, group(condition)))))
}
