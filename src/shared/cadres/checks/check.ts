import type { Basis } from '../../basis/basis'
import type { PartialDate } from '../../dates/partial-date'
import type { Cadre } from '../cadres'
import type { FieldPath } from '../field-labels'

/**
 * certain: the file cannot be right as it stands; likely: nearly always a mistake; look: may well be right, somebody should
 * look. None decides anything: the archive and the organisation do.
 */
export type Sureness = 'certain' | 'likely' | 'look'
export const surenessTitles: Record<Sureness, string> = { certain: '必有一误', likely: '很可能有误', look: '请核对' }

/** What a rule found in one file. */
export interface Remark {
  readonly sureness: Sureness
  /** Chinese, as the officer reads it. */
  readonly message: string
  /** Row of the table that it is about, from 0. */
  readonly row?: number
  /** Where they differ from those of the rule. */
  readonly fields?: readonly FieldPath[]
  readonly basis?: Basis
}

/** One rule. It says nothing where facts are missing: what is missing is the business of completeness. */
export interface CadreCheck {
  readonly id: string
  readonly title: string
  readonly fields: readonly FieldPath[]
  readonly basis: Basis
  run(cadre: Cadre, on: PartialDate): readonly Remark[]
}

/** A remark with the rule that made it. */
export interface Finding {
  readonly rule: string
  readonly title: string
  readonly fields: readonly FieldPath[]
  readonly row?: number
  readonly message: string
  readonly sureness: Sureness
  readonly basis: Basis
}

/** 第1行: as people count. */
export const rowName = (row: number): string => `第${row + 1}行`

export const nothing: readonly Remark[] = []

/** The name by which people know the audit of files: 出生、入党、参加工作时间，学历、工作经历，干部身份. */
export const archiveAudit: Basis = { source: '干部人事档案“三龄两历一身份”审核', status: 'CONFIRMED(S)' }
/** Nature and arithmetic need no regulation; the figures are this application's own. */
export const plausibility: Basis = { source: '常理推断，本应用设定', status: 'MEMORY' }
