import { compareMonths, type PartialDate, showDate, yearsBetween } from '../../dates/partial-date'
import type { Cadre, FamilyMember } from '../cadres'
import { isByLaw, type Kin, kinOf } from '../kinship'
import { archiveAudit, type CadreCheck, nothing, plausibility, type Remark, rowName } from './check'

/** Years that a generation is apart at least, and beyond which a slip is more likely than a late child. */
const leastGeneration = 15
const mostGeneration = 60
const spouseApart = 20

type Dated = FamilyMember & { readonly birth: PartialDate; readonly row: number }
const datedKin = ({ family }: Cadre, kins: readonly Kin[]): Dated[] =>
  family.flatMap((member, row) =>
    member.birth && kins.includes(kinOf(member.title)) ? [{ ...member, birth: member.birth, row }] : [],
  )

const whoIs = ({ title, name, birth, row }: Dated): string => `${rowName(row)}${title}${name}（${showDate(birth)}）`

/** An elder against a younger one. By law or by marriage a generation may be shorter. */
function generation(elder: PartialDate, younger: PartialDate, who: string, loosely: boolean, row: number): Remark[] {
  const { least, most } = yearsBetween(elder, younger)
  if (compareMonths(elder, younger) !== -1 && most < 1)
    return [{ sureness: loosely ? 'look' : 'certain', row, message: `${who}应当年长一辈，出生年月却不早` }]
  if (most < leastGeneration)
    return [{ sureness: loosely ? 'look' : 'likely', row, message: `${who}相差不满 ${leastGeneration} 岁` }]
  if (least > mostGeneration) return [{ sureness: 'look', row, message: `${who}相差超过 ${mostGeneration} 岁` }]
  return []
}

export const familyChecks: readonly CadreCheck[] = [
  {
    id: 'family.parents',
    title: '父母、岳父母的年龄',
    fields: ['family.birth', 'birth'],
    basis: plausibility,
    run(cadre) {
      const { birth } = cadre
      if (!birth) return nothing
      return datedKin(cadre, ['parent', 'step-parent', 'parent-in-law']).flatMap(member =>
        generation(member.birth, birth, `${whoIs(member)}与本人`, kinOf(member.title) !== 'parent', member.row),
      )
    },
  },
  {
    id: 'family.children',
    title: '子女的年龄',
    fields: ['family.birth', 'birth'],
    basis: plausibility,
    run(cadre) {
      const { birth } = cadre
      if (!birth) return nothing
      return datedKin(cadre, ['child']).flatMap(member =>
        generation(birth, member.birth, `本人与${whoIs(member)}`, isByLaw(member.title), member.row),
      )
    },
  },
  {
    id: 'family.spouse',
    title: '配偶的年龄',
    fields: ['family.birth', 'birth'],
    basis: plausibility,
    run(cadre, on) {
      const { birth } = cadre
      return datedKin(cadre, ['spouse']).flatMap((member): Remark[] => {
        if (compareMonths(member.birth, on) === 1 || yearsBetween(member.birth, on).most < leastGeneration)
          return [{ sureness: 'likely', row: member.row, message: `${whoIs(member)}不满 ${leastGeneration} 岁` }]
        if (!birth) return []
        const { least, most } = yearsBetween(member.birth, birth)
        if (least <= spouseApart && most >= -spouseApart) return []
        return [{ sureness: 'look', row: member.row, message: `${whoIs(member)}与本人相差超过 ${spouseApart} 岁` }]
      })
    },
  },
  {
    id: 'family.siblings',
    title: '兄弟姐妹的长幼',
    fields: ['family.birth', 'family.title', 'birth'],
    basis: plausibility,
    run(cadre) {
      const { birth } = cadre
      if (!birth) return nothing
      return datedKin(cadre, ['elder-sibling', 'younger-sibling']).flatMap((member): Remark[] => {
        const wrong = kinOf(member.title) === 'elder-sibling' ? 1 : -1
        if (compareMonths(member.birth, birth) !== wrong) return []
        const message = `${whoIs(member)}${wrong === 1 ? '应比本人年长' : '应比本人年幼'}，出生年月相反`
        return [{ sureness: 'likely', row: member.row, message }]
      })
    },
  },
  {
    id: 'family.titles',
    title: '配偶的称谓与性别',
    fields: ['family.title', 'sex'],
    basis: archiveAudit,
    run({ sex, family }) {
      const spouses = family.flatMap(({ title }, row) =>
        kinOf(title) === 'spouse' ? [{ title: title.replaceAll(/\s/g, ''), row }] : [],
      )
      const remarks = spouses.flatMap(({ title, row }): Remark[] => {
        const expected = title.startsWith('妻') ? '男' : title.endsWith('夫') ? '女' : undefined
        if (!sex || !expected || sex === expected) return []
        return [{ sureness: 'likely', row, message: `性别是${sex}，${rowName(row)}称谓是${title}` }]
      })
      const second = spouses[1]
      if (second)
        remarks.push({ sureness: 'look', row: second.row, fields: ['family.title'], message: '家庭成员中有两名配偶' })
      return remarks
    },
  },
]
