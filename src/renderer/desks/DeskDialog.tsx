import { Modal } from 'antd'
import { useState } from 'react'
import { showDate } from '../../shared/dates/partial-date'
import { type DeskItem, deskTitles } from '../../shared/desks/desks'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { clockOf, dayWords } from '../interviews/interviews.words'
import { Button } from '../ui/Button'
import { StateMark } from '../ui/marks'
import { ErrorNote } from '../ui/states'
import { DeskActs } from './DeskActs'
import { concernWords, deskMark } from './desks.words'
import './desks.css'

interface DeskDialogProps {
  readonly item: DeskItem
  readonly onClose: () => void
}

/** One item: whom and what it concerns, every step so far, and the next one. */
export function DeskDialog({ item: opened, onClose }: DeskDialogProps) {
  const edits = useMay()('care.edit')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [now, setNow] = useState(opened)
  const filter = { desks: [], view: 'all', ownerId: null, cadreId: null, unitId: null, late: false } as const
  // What others have done to it meanwhile is seen at once, where it is among the first of its person.
  const fresh = useCall('desks', 'list', {
    filter: { ...filter, desks: [opened.desk], cadreId: opened.cadreId },
    offset: 0,
    limit: 100,
  })
  const found = fresh.data?.rows.find(({ id }) => id === opened.id)
  const item = found && found.revision >= now.revision ? found : now
  async function act(work: () => Promise<DeskItem>): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setError(null)
    try {
      setNow(await work())
      return true
    } catch (failure) {
      setError(failure)
      return false
    } finally {
      setBusy(false)
    }
  }
  const { mark, words } = deskMark(item)
  return (
    <Modal open title={deskTitles[item.desk]} onCancel={onClose} footer={null} width={640} centered destroyOnHidden>
      <div className="dsk-item">
        <p className="dsk-item-text">{item.text}</p>
        <p className="dd-aside">
          {concernWords(item)}　{item.channel}，{showDate(item.cameOn)} 收到　承办人 {item.ownerName}
        </p>
        <StateMark state={mark}>{words}</StateMark>
        {item.answer !== '' && item.answeredOn !== null && (
          <p className="dsk-item-text">
            <b>答复（{showDate(item.answeredOn)}）</b>　{item.answer}
          </p>
        )}
        <ol className="dsk-steps">
          {item.steps.map(({ at, byName, kind, text }) => (
            <li key={`${at}${kind}`}>
              <time dateTime={at}>
                {dayWords(at)} {clockOf(at)}
              </time>
              <b>{kind}</b> {text} <small>{byName}</small>
            </li>
          ))}
          {item.steps.length === 0 && <li>还没有办理记录。</li>}
        </ol>
        {error !== null && <ErrorNote error={error} />}
        {edits ? (
          <DeskActs key={item.revision} item={item} busy={busy} onAct={act} onClose={onClose} />
        ) : (
          <div className="dd-dialog-end">
            <Button onClick={onClose}>关闭</Button>
          </div>
        )}
      </div>
    </Modal>
  )
}
