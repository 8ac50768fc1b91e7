import { type PunishmentRow, type RewardRow, PunishmentRow as Row } from './cadres'

type Kind = PunishmentRow['kind']

/** What a sentence may name, the more exact first: 严重警告 is no 警告. Source: ZB67, rule book 2A–2C. */
const forms: readonly (readonly [kind: Kind, form: RegExp, name?: string])[] = [
  ['党纪处分', /开除党籍/],
  ['党纪处分', /留党察看[一二两](?:年)?|留党察看/],
  ['党纪处分', /撤销党内(?:一切)?职务/],
  ['党纪处分', /(?:党内)?严重警告/, '党内严重警告'],
  ['党纪处分', /党内警告/],
  ['政务处分', /记大过/],
  ['政务处分', /记过/],
  ['政务处分', /降低岗位等级|降级/],
  ['政务处分', /撤职/],
  ['政务处分', /开除(?!党籍)(?:公职)?/, '开除'],
  ['政务处分', /(?:政务|行政)?(?<!党内|严重)警告/, '警告'],
  ['诫勉', /诫勉/],
  ['组织处理', /停职检查|调整职务|责令辞职|引咎辞职|免职|降职/],
  ['其他', /通报批评|责令检查|批评教育/],
]
/** 因工作失职，受… */
const cause = /因(.+?)[，,](?=经|被|由|受|给予|予以)/s

/** Words of a reward, whatever else its name holds: 授予“降级排放先进个人”称号. */
const honour = /称号|表彰|表扬|嘉奖|先进|优秀|[一二三]等功|奖章|奖/

/**
 * Punishments and measures in one part of 奖惩情况, one of each kind at most: 给予开除党籍、开除公职处分 are two.
 * @returns nothing when the part tells of a reward
 */
export function readPunishments({ on, authority, name }: RewardRow): PunishmentRow[] {
  if (honour.test(name) && !/处分/.test(name)) return []
  const found = new Map<Kind, PunishmentRow>()
  const reason = cause.exec(name)?.[1] ?? ''
  // What is told as the reason is no punishment: 因受记过处分…
  const told = reason === '' ? name : name.replace(reason, '')
  for (const [kind, form, usual] of forms) {
    const [written] = form.exec(told) ?? []
    if (written === undefined || found.has(kind)) continue
    const row = Row.safeParse({
      kind,
      name: usual ?? written,
      on,
      authority,
      documentNumber: '',
      reason,
      influenceUntil: null,
      revokedOn: null,
    })
    if (row.success) found.set(kind, row.data)
  }
  return [...found.values()]
}

/** Party and government punishments belong into 奖惩情况; admonitions and measures may stand in it and need not. */
export const isWrittenOnForm = ({ kind }: PunishmentRow): boolean => kind === '党纪处分' || kind === '政务处分'

/** A punishment as a part of 奖惩情况. Its reason is left to the decision. */
export const punishmentAsReward = ({ kind, on, authority, name }: PunishmentRow): RewardRow => ({
  on,
  authority,
  name: kind === '党纪处分' || kind === '政务处分' ? `给予${name}处分` : name,
})
