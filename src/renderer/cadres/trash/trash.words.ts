import type { TrashedRow } from '../../../shared/cadres/cadres.contract'

/** What put a file there besides the officer's own act. */
const ways: Partial<Record<TrashedRow['how'], string>> = { merge: '合并', undo: '撤销导入' }

/** 合并，并入林岫：同一人 */
export function trashedHow({ how, reason, mergedInto }: Pick<TrashedRow, 'how' | 'reason' | 'mergedInto'>): string {
  const way = [ways[mergedInto ? 'merge' : how] ?? '', mergedInto ? `并入${mergedInto.name}` : '']
    .filter(text => text !== '')
    .join('，')
  return [way, reason].filter(text => text !== '').join('：')
}
