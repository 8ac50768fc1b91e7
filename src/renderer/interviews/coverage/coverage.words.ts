export const ways = { unit: '按单位', level: '按职务层次', kind: '按谈话种类', leader: '按谈话人' } as const
export type Way = keyof typeof ways

/** One number of the board: of which band, in which month or in all of them, those reached or those not. */
export interface Chosen {
  readonly key: string
  readonly title: string
  /** YYYYMM. */
  readonly month: string | null
  readonly reached: boolean
}
