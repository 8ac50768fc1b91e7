import { Modal } from 'antd'
import { useState } from 'react'
import { showDate } from '../../../shared/dates/partial-date'
import type { TrackedPromise } from '../../../shared/promises/promises'
import { ErrorNote } from '../../ui/states'
import { clockOf, dayWords } from '../interviews.words'
import { PromiseActs } from './PromiseActs'
import { PromiseChange } from './PromiseChange'

interface PromiseDialogProps {
  readonly promise: TrackedPromise
  readonly onClose: () => void
}

/** One promise: every step so far, and the next one for those who may take it. */
export function PromiseDialog({ promise, onClose }: PromiseDialogProps) {
  const [changing, setChanging] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  async function act(work: () => Promise<unknown>): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setError(null)
    try {
      await work()
      return true
    } catch (failure) {
      setError(failure)
      return false
    } finally {
      setBusy(false)
    }
  }
  const shared = { promise, busy, onAct: act }
  return (
    <Modal open title={promise.text} onCancel={onClose} footer={null} width={600} centered destroyOnHidden>
      <div className="itv-promise">
        <p>
          {promise.cadreName}，{promise.cadrePost}　责任人 {promise.ownerName}　{showDate(promise.dueOn)} 前
          {promise.helper !== '' && `　协办 ${promise.helper}`}
        </p>
        <ol className="itv-steps">
          {promise.steps.map(({ at, byName, kind, text: words }) => (
            <li key={`${at}${kind}`}>
              <time dateTime={at}>
                {dayWords(at)} {clockOf(at)}
              </time>
              <b>{kind}</b> {words} <small>{byName}</small>
            </li>
          ))}
          {promise.steps.length === 0 && <li>还没有办理记录。</li>}
        </ol>
        {error !== null && <ErrorNote error={error} />}
        {changing && promise.state === 'open' ? (
          <PromiseChange {...shared} onClose={() => setChanging(false)} />
        ) : (
          <PromiseActs {...shared} onChange={() => setChanging(true)} onClose={onClose} />
        )}
      </div>
    </Modal>
  )
}
