import { Day } from '../dates/add-months'
import { type CareStandard, occasions, type VersionedStandard } from './care-standards'

const blank = {
  ceilingFen: null,
  dailyFen: null,
  days: null,
  afterYears: null,
  everyYears: null,
  places: null,
  words: '',
  validFrom: Day.parse('2000-01-01'),
  validTo: null,
} as const

/** 浙江 and 衢州 as an example: no national figure exists. Source: rule book 8A. */
const retreat: Partial<CareStandard> = {
  days: 5,
  afterYears: 1,
  everyYears: 1,
  source: '外地疗休养办法（每年一次、5 天含路途、工作满一年），没有全国统一规定',
  status: 'LOCAL',
}

/** What ships: every occasion without an amount, until the unit enters its document. */
export const shippedStandards: readonly VersionedStandard[] = occasions.map(occasion => ({
  ...blank,
  occasion,
  source: '由本单位文件规定',
  status: 'UNKNOWN',
  version: 0,
  ...(occasion === '疗休养' && retreat),
}))
