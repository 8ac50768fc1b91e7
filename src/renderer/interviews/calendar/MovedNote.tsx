import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { subjectsWords, whenWords } from '../interviews.words'
import type { Moving } from './useMoving'

/** What was moved, and how to take it back; or why it was not. */
export function MovedNote({ moving: { moved, error, takeBack, close } }: { moving: Moving }) {
  if (error !== null) return <ErrorNote error={error} />
  if (!moved) return null
  return (
    <p className="itv-moved" role="status">
      {subjectsWords(moved.talk.subjects)}的谈话已改到 {whenWords(moved.to.startsAt)}。
      <Button kind="link" size="small" onClick={() => void takeBack()}>
        改回去
      </Button>
      <Button kind="link" size="small" onClick={close}>
        知道了
      </Button>
    </p>
  )
}
