import type { CadreId } from '../../shared/cadres/cadres'
import { Day } from '../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import type { Honour, HonourFacts, HonourMember } from '../../shared/honours/honours'
import type { AuthorityNature, Holder, HonourKind, HonourLevel } from '../../shared/honours/honours.data'
import { holderRefusal } from '../../shared/honours/honours.rules'
import { fenOf, yuanWords } from '../../shared/money/fen'

/** A member while the form is open; `key` keeps its line its own. */
export interface TypedMember extends HonourMember {
  readonly key: number
}
/** The form as it is typed. */
export interface TypedHonour {
  readonly holder: Holder
  readonly person: { readonly id: CadreId; readonly name: string } | null
  readonly holderName: string
  readonly unitId: string | null
  readonly members: readonly TypedMember[]
  readonly name: string
  readonly kind: HonourKind
  readonly level: HonourLevel
  readonly authority: string
  readonly nature: AuthorityNature
  readonly on: string
  readonly documentNo: string
  readonly documentTitle: string
  readonly ground: string
  readonly bonus: string
  readonly certificateNo: string
  readonly medalNo: string
  readonly handedOn: string
  readonly handedNote: string
  readonly validUntil: string
  readonly deeds: string
  readonly evidence: string
  readonly publicity: string
  readonly posthumous: boolean
}

export const blankHonour = (): TypedHonour => ({
  holder: 'person',
  person: null,
  holderName: '',
  unitId: null,
  members: [],
  name: '',
  kind: '嘉奖',
  level: '区',
  authority: '',
  nature: '党委',
  on: showDate(todayDay()),
  documentNo: '',
  documentTitle: '',
  ground: '',
  bonus: '',
  certificateNo: '',
  medalNo: '',
  handedOn: '',
  handedNote: '',
  validUntil: '',
  deeds: '',
  evidence: '',
  publicity: '',
  posthumous: false,
})

const dayShown = (day: string | null): string => (day === null ? '' : day.replaceAll('-', '.'))
export const typedFrom = (honour: Honour): TypedHonour => ({
  holder: honour.holder,
  person: honour.cadreId === null ? null : { id: honour.cadreId, name: honour.shownName },
  holderName: honour.holderName,
  unitId: honour.unitId,
  members: honour.members.map((member, key) => ({ ...member, key })),
  name: honour.name,
  kind: honour.kind,
  level: honour.level,
  authority: honour.authority,
  nature: honour.nature,
  on: showDate(honour.on),
  documentNo: honour.documentNo,
  documentTitle: honour.documentTitle,
  ground: honour.ground ?? '',
  bonus: honour.bonusFen === null ? '' : yuanWords(honour.bonusFen),
  certificateNo: honour.certificateNo,
  medalNo: honour.medalNo,
  handedOn: dayShown(honour.handedOn),
  handedNote: honour.handedNote,
  validUntil: dayShown(honour.validUntil),
  deeds: honour.deeds,
  evidence: honour.evidence,
  publicity: honour.publicity,
  posthumous: honour.posthumous,
})

/** A day that may be left out; undefined for what is no day. */
const dayOrNone = (text: string): Day | null | undefined =>
  text.trim() === '' ? null : Day.safeParse(parsePartialDate(text)).data

/** What was typed as facts, or why it cannot be handed in yet. */
export function factsFrom(typed: TypedHonour): HonourFacts | string {
  const { person, members, on: onText, bonus, handedOn: handed, validUntil: valid, ground, ...rest } = typed
  const on = parsePartialDate(onText)
  const [bonusFen, handedOn, validUntil] = [fenOf(bonus), dayOrNone(handed), dayOrNone(valid)]
  if (rest.name.trim() === '') return '先写荣誉名称'
  if (!on) return '批准日期写作 2026、2026.07 或 2026.07.01'
  if (bonusFen === undefined) return '奖金写作 1500 或 1500.50，没有就空着'
  if (handedOn === undefined) return '颁发日期写作 2026.07.01，没有就空着'
  if (validUntil === undefined) return '有效期写作 2029.06.30，长期有效就空着'
  const facts = {
    ...rest,
    cadreId: rest.holder === 'person' ? (person?.id ?? null) : null,
    holderName: rest.holder === 'person' && person ? '' : rest.holderName.trim(),
    members:
      rest.holder === 'team'
        ? members
            .filter(({ cadreId, name }) => cadreId !== null || name.trim() !== '')
            .map(({ cadreId, name, part }) => ({ cadreId, name: name.trim(), part: part.trim() }))
        : [],
    on,
    bonusFen,
    handedOn,
    validUntil,
    ground: ground === '' ? null : ground,
  }
  return holderRefusal(facts) ?? facts
}
