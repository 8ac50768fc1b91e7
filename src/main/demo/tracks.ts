import type { UnitKind } from './units.data'

/** The kinds of units among which people change in the course of a career. */
export type Track = 'civil' | 'police' | 'court' | 'procuratorate' | 'school' | 'hospital' | 'institution' | 'company'

const special: Partial<Record<UnitKind, Track>> = {
  police: 'police',
  court: 'court',
  procuratorate: 'procuratorate',
  school: 'school',
  hospital: 'hospital',
  institution: 'institution',
  company: 'company',
}
export const trackOf = (kind: UnitKind): Track => special[kind] ?? 'civil'

/** Civil servants and those managed like them: they have a rank and a grade of pay. */
export const isCivil = (track: Track): boolean =>
  track === 'civil' || track === 'police' || track === 'court' || track === 'procuratorate'

interface Standing {
  readonly personCategory: string
  readonly staffing: string
}
const civil: Standing = { personCategory: '综合管理类公务员', staffing: '行政编制' }
const standings: Partial<Record<UnitKind, Standing>> = {
  enforcement: { personCategory: '行政执法类公务员', staffing: '行政编制' },
  police: { personCategory: '执法勤务警员', staffing: '行政编制' },
  court: { personCategory: '法官', staffing: '行政编制' },
  procuratorate: { personCategory: '检察官', staffing: '行政编制' },
  mass: { personCategory: '参照管理的机关工作人员', staffing: '行政编制' },
  school: { personCategory: '事业单位专业技术人员', staffing: '事业编制' },
  hospital: { personCategory: '事业单位专业技术人员', staffing: '事业编制' },
  institution: { personCategory: '事业单位管理人员', staffing: '事业编制' },
  company: { personCategory: '企业管理人员', staffing: '其他' },
}
/** 人员类别 and 编制类型 by the unit's kind; the party school is managed like an office though it is none. */
export function standingOf(kind: UnitKind, unitName: string): Standing {
  if (/党校$|档案馆$|研究院$/.test(unitName) && kind === 'party')
    return { personCategory: '参照管理的事业工作人员', staffing: '参公事业编制' }
  return standings[kind] ?? civil
}
