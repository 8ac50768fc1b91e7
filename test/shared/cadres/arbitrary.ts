import * as fc from 'fast-check'
import { Cadre, CadreStatus, emptyForm, type FormTexts, PunishmentRow } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'

const two = (max: number) => fc.integer({ min: 1, max }).map(n => String(n).padStart(2, '0'))
export const anyDate: fc.Arbitrary<PartialDate> = fc
  .tuple(fc.integer({ min: 1800, max: 2200 }), two(12), two(28), fc.integer({ min: 0, max: 2 }))
  .map(([year, month, day, precision]) => PartialDate.parse([year, month, day].slice(0, precision + 1).join('-')))
const maybeDate = fc.option(anyDate)

/** Few different words, so that rows are often equal or alike. */
const word = fc.constantFrom(
  '',
  '甲',
  '乙',
  '丙丁',
  '妻子',
  '儿子',
  '父亲',
  '山东大学学习',
  '称职',
  '优秀',
  '乡科级正职',
  '二级科员',
)
const rows = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 6 })

/** Any file that the model allows, with short texts. */
export const anyCadre: fc.Arbitrary<Cadre> = fc
  .record({
    id: fc.constant('0b6f7a52-6d3b-4c39-9a9e-2f6d0c1b7e11'),
    name: fc.constantFrom('陆听松', '阿依古丽·买买提', '林 岫'),
    sex: fc.option(fc.constantFrom('男' as const, '女' as const)),
    birth: maybeDate,
    nation: word,
    nativePlace: word,
    birthPlace: word,
    workStart: maybeDate,
    partyJoined: maybeDate,
    partyFull: maybeDate,
    idNumber: fc.constantFrom('', '11010519491231002X', '110105194912310021', '12'),
    phone: word,
    unitId: fc.option(fc.constant('7c8c1d0e-3f52-4d0c-8a55-1f1e2d3c4b5a')),
    unitOrder: fc.nat(9),
    personCategory: word,
    managedBy: word,
    postLevel: word,
    postLevelSince: maybeDate,
    currentPostSince: maybeDate,
    rank: word,
    rankSince: maybeDate,
    wageGrade: word,
    staffing: word,
    ageLimit: word,
    status: fc.constantFrom(...CadreStatus.options),
    secrecy: word,
    tags: rows(word),
    ageOn: maybeDate,
    filledOn: maybeDate,
    form: fc.record(Object.fromEntries(Object.keys(emptyForm).map(key => [key, word]))).map(form => form as FormTexts),
    resume: rows(fc.record({ from: maybeDate, to: maybeDate, text: word, level: word })),
    family: rows(
      fc.record({ title: word, name: word, birth: maybeDate, birthText: word, politics: word, unitAndPost: word }),
    ),
    assessments: rows(fc.record({ year: fc.integer({ min: 2019, max: 2024 }), grade: word })),
    rewards: rows(fc.record({ on: maybeDate, authority: word, name: word })),
    posts: rows(
      fc.record({
        unitId: fc.option(fc.constant('7c8c1d0e-3f52-4d0c-8a55-1f1e2d3c4b5a')),
        unitName: word,
        title: word,
        level: word,
        role: fc.constantFrom('主职' as const, '兼职' as const),
        memberKind: word,
        teamOrder: fc.option(fc.integer({ min: 1, max: 9 })),
        appointedOn: maybeDate,
        appointedBy: word,
        appointMode: word,
        status: fc.constantFrom('在任' as const, '已免' as const),
        removedOn: maybeDate,
        removedBy: word,
      }),
    ),
    education: rows(
      fc.record({
        kind: fc.constantFrom('全日制' as const, '在职' as const),
        education: word,
        degree: word,
        school: word,
        major: word,
        from: maybeDate,
        to: maybeDate,
        degreeOn: maybeDate,
      }),
    ),
    training: rows(
      fc.record({
        kind: word,
        name: word,
        organiser: word,
        institution: word,
        from: maybeDate,
        to: maybeDate,
        days: fc.option(fc.nat(99)),
        hours: fc.option(fc.nat(99)),
      }),
    ),
    punishments: rows(
      fc.record({
        kind: fc.constantFrom(...PunishmentRow.shape.kind.options),
        name: word,
        on: maybeDate,
        authority: word,
        documentNumber: word,
        reason: word,
        influenceUntil: maybeDate,
        revokedOn: maybeDate,
      }),
    ),
    unknown: rows(fc.record({ tag: word, text: word })),
    formVersion: word,
  })
  .map(file => Cadre.parse(file))
