import { create } from 'zustand'
import type { Whom } from '../../shared/exports/exports'

/** What a page offers to export, in words: 选中的 3 人, 当前名单, 李望舒. */
export interface Offer {
  readonly whom: Whom
  readonly label: string
}

/** Everybody, in the order of the units. */
export const everybody: Offer = {
  label: '全部干部',
  whom: {
    by: 'list',
    filter: { unitId: null, status: [], trashed: false },
    sort: { by: 'unit', descending: false },
  },
}

/** What is being asked for, and what the page in sight would export. */
export const useAsked = create<{ readonly asked: Offer | null; readonly offered: Offer | null }>(() => ({
  asked: null,
  offered: null,
}))

/** Opens the dialog over whatever page is in sight; without an offer for what that page shows. */
export const askExport = (offer?: Offer): void =>
  useAsked.setState(({ offered }) => ({ asked: offer ?? offered ?? everybody }))
export const closeExport = (): void => useAsked.setState({ asked: null })

/** Lets a page say what it shows, for as long as it stands. */
export function offerExport(offered: Offer): () => void {
  useAsked.setState({ offered })
  return () => useAsked.setState(now => (now.offered === offered ? { offered: null } : {}))
}
