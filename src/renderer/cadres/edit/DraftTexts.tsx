import type { PairKey } from '../../../shared/cadres/pairs/pair'
import { pairOf } from '../../../shared/cadres/pairs/pairs'
import { Button } from '../../ui/Button'
import { TextsDialog } from '../texts/TextsDialog'
import type { Edit } from './useEdit'

const draftOf = (key: PairKey, edit: Edit) => {
  const pair = pairOf(key)
  return { pair, cadre: pair && edit.cadreWith([...pair.texts, ...pair.rows]) }
}

/** The way from a text of the form to its rows and back. */
export function TextsLine({ pair: key, edit, onOpen }: { pair: PairKey; edit: Edit; onOpen: () => void }) {
  const { pair, cadre } = draftOf(key, edit)
  return (
    <p className="cdr-bridge">
      <Button size="small" reason={cadre ? undefined : '先改好写错的地方'} onClick={onOpen}>
        {pair?.title}：对照文字和记录
      </Button>
    </p>
  )
}

/** The dialog over what is being edited: what is chosen goes into the form, and nothing is saved by it. */
export function DraftTexts({ pair: key, edit, onClose }: { pair: PairKey; edit: Edit; onClose: () => void }) {
  const { pair, cadre } = draftOf(key, edit)
  if (!pair || !cadre) return null
  return (
    <TextsDialog
      cadre={cadre}
      pair={pair}
      saves={false}
      onClose={onClose}
      onTake={async (after, fields) => {
        edit.putAll(after, fields)
        onClose()
      }}
    />
  )
}
