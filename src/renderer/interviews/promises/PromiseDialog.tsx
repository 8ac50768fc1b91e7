import { Modal } from 'antd'
import { useState } from 'react'
import { showDate } from '../../../shared/dates/partial-date'
import {
  type Satisfaction,
  Satisfaction as Satisfactions,
  type TrackedPromise,
} from '../../../shared/promises/promises'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'
import { clockOf, dayWords } from '../interviews.words'

/** One promise: every step so far, and the next one. */
export function PromiseDialog({ promise, onClose }: { promise: TrackedPromise; onClose: () => void }) {
  const [text, setText] = useState('')
  const [satisfaction, setSatisfaction] = useState<Satisfaction>('满意')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const one = { id: promise.id, revision: promise.revision }
  const said = text.trim()
  const missing = said === '' ? '先写几个字' : undefined
  async function act(work: () => Promise<unknown>): Promise<void> {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await work()
      setText('')
    } catch (failure) {
      setError(failure)
    }
    setBusy(false)
  }
  return (
    <Modal open title={promise.text} onCancel={onClose} footer={null} width={600} centered destroyOnHidden>
      <div className="itv-promise">
        <p>
          {promise.cadreName}，{promise.cadrePost}　责任人 {promise.ownerName}　{showDate(promise.dueOn)} 前
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
        {promise.state === 'done' && promise.satisfaction === null && (
          <div className="itv-state" role="radiogroup" aria-label="本人评价">
            <span>回访</span>
            <div>
              {Satisfactions.options.map(each => (
                <button
                  key={each}
                  type="button"
                  role="radio"
                  aria-checked={each === satisfaction}
                  onClick={() => setSatisfaction(each)}
                >
                  {each}
                </button>
              ))}
            </div>
          </div>
        )}
        <TextField
          label={
            promise.state === 'open' ? '进展或者结果' : promise.satisfaction === null ? '本人怎么说' : '重开的理由'
          }
          value={text}
          onChange={setText}
          maxChars={1000}
          multiline
          rows={2}
          autoFocus
        />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose}>关闭</Button>
          {promise.state === 'open' ? (
            <>
              <Button
                kind="link"
                busy={busy}
                reason={missing}
                onClick={() => void act(() => api.promises.withdraw({ ...one, reason: said.slice(0, 200) }))}
              >
                撤回
              </Button>
              <Button
                busy={busy}
                reason={missing}
                onClick={() => void act(() => api.promises.report({ ...one, text: said }))}
              >
                记进展
              </Button>
              <Button
                kind="primary"
                busy={busy}
                reason={missing}
                onClick={() => void act(() => api.promises.finish({ ...one, result: said }))}
              >
                办结
              </Button>
            </>
          ) : (
            <>
              <Button
                busy={busy}
                reason={missing}
                onClick={() => void act(() => api.promises.reopen({ ...one, reason: said.slice(0, 200) }))}
              >
                重开
              </Button>
              {promise.state === 'done' && promise.satisfaction === null && (
                <Button
                  kind="primary"
                  busy={busy}
                  onClick={() => void act(() => api.promises.visit({ ...one, satisfaction, text: said }))}
                >
                  登记回访
                </Button>
              )}
            </>
          )}
        </div>
      </div>
    </Modal>
  )
}
