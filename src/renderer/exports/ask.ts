import { create } from 'zustand'
import type { Whom } from '../../shared/exports/exports'
import type { Unit, UnitId } from '../../shared/units/units'

/** What a page offers to export, in words: 选中的 3 人, 当前名单, 李望舒. */
export interface Offer {
  readonly whom: Whom
  readonly label: string
}

/** Everybody of a unit and those below it, or of all, in the order of the units. */
const listOf = (unitId: UnitId | null): Whom => ({
  by: 'list',
  filter: { unitId, status: [], trashed: false },
  sort: { by: 'unit', descending: false },
})
export const everybody: Offer = { label: '全部干部', whom: listOf(null) }
export const offerOfUnit = ({ id, name }: Pick<Unit, 'id' | 'name'>): Offer => ({ label: name, whom: listOf(id) })

/** What is being asked for, and what the page in sight would export. */
export const useAsked = create<{
  readonly asked: Offer | null
  /** The way that is shown first; null for the one that was used last. */
  readonly way: string | null
  readonly offered: Offer | null
}>(() => ({
  asked: null,
  way: null,
  offered: null,
}))

/** Opens the dialog over whatever page is in sight; without an offer for what that page shows. */
export const askExport = (offer?: Offer, way: string | null = null): void =>
  useAsked.setState(({ offered }) => ({ asked: offer ?? offered ?? everybody, way }))
export const closeExport = (): void => useAsked.setState({ asked: null })

/** Lets a page say what it shows, for as long as it stands. */
export function offerExport(offered: Offer): () => void {
  useAsked.setState({ offered })
  return () => useAsked.setState(now => (now.offered === offered ? { offered: null } : {}))
}
