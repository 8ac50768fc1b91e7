import { codeTables } from '../codes/codes'
import type { PunishmentRow } from './cadres'

const namesOf = ({ entries }: { readonly entries: readonly { readonly name: string }[] }): string[] =>
  entries.map(({ name }) => name)

/** Party warnings bear 党内, for the government has a 警告 too; 留党察看 is decided for one year or two. */
const partyNames = namesOf(codeTables.punishmentParty).flatMap(name => {
  if (name === '留党察看') return ['留党察看一年', '留党察看两年']
  return name.endsWith('警告') ? [`党内${name}`] : [name]
})

/** Usual names of punishments and measures by kind; others may be written. Source: ZB67, rule book 2A–2C. */
export const punishmentNames: Readonly<Record<PunishmentRow['kind'], readonly string[]>> = {
  党纪处分: partyNames,
  政务处分: [...new Set([...namesOf(codeTables.punishmentGovernment), ...namesOf(codeTables.punishmentInstitution)])],
  组织处理: ['停职检查', '调整职务', '责令辞职', '引咎辞职', '免职', '降职'],
  诫勉: ['诫勉'],
  其他: ['通报批评', '责令检查', '批评教育'],
}
