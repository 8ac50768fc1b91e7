import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { type BatchChange, type BatchField, batchFields } from '../../../shared/cadres/batch.rules'
import { type CadreId, CadreStatus } from '../../../shared/cadres/cadres'
import { labelOf } from '../../../shared/cadres/field-labels'
import { secrecyLevels } from '../../../shared/secrecy/secrecy.rules'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { countChars } from '../../ui/composed'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'
import { namesOf } from '../edit/edit.rows'
import { UnitSelect } from '../UnitSelect'

const MOST_REASON = 200
const MOST_TAG = 20
const MOST_VALUE = 40

type Act = 'tag' | 'untag' | BatchField
const acts: readonly { value: Act; label: string }[] = [
  { value: 'tag', label: '加标签' },
  { value: 'untag', label: '去掉标签' },
  ...batchFields.map(field => ({ value: field, label: `改${labelOf(field)}` })),
]
const usual: Partial<Record<Act, readonly string[]>> = {
  personCategory: namesOf('personCategory'),
  managedBy: namesOf('managedCategory'),
  staffing: namesOf('staffing'),
  secrecy: secrecyLevels,
}

function changeOf(act: Act, text: string, unitId: string | null): BatchChange {
  if (act === 'tag' || act === 'untag') return { act, tag: text }
  if (act === 'unitId') return { act: 'set', field: act, value: unitId }
  if (act === 'status') return { act: 'set', field: act, value: CadreStatus.parse(text) }
  return { act: 'set', field: act, value: text }
}

interface Done {
  readonly batchId: string
  readonly words: string
  readonly undone?: boolean
}

interface BatchDialogProps {
  ids: readonly CadreId[]
  onClose: () => void
}

/** One change for everybody picked, with a reason; at once after it, all of it can be taken back. */
export function BatchDialog({ ids, onClose }: BatchDialogProps) {
  const id = useId()
  const [act, setAct] = useState<Act>('tag')
  const [text, setText] = useState('')
  const [unitId, setUnitId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [done, setDone] = useState<Done>()
  const isTag = act === 'tag' || act === 'untag'
  const value = text.trim()
  const refusal =
    isTag && value === ''
      ? '先写标签'
      : act === 'status' && value === ''
        ? '先选人员状态'
        : countChars(value) > (isTag ? MOST_TAG : MOST_VALUE)
          ? '内容太长'
          : reason.trim() === ''
            ? '先写明理由'
            : countChars(reason.trim()) > MOST_REASON
              ? '理由太长'
              : undefined

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const change = () =>
    attempt(async () => {
      const order = { ids: [...ids], change: changeOf(act, value, unitId), reason: reason.trim() }
      const answer = await api.cadres.changeMany(order)
      const same = answer.unchanged > 0 ? `，${answer.unchanged} 人原来就是` : ''
      setDone({ batchId: answer.batchId, words: `已修改 ${answer.changed} 人${same}。` })
    })
  const undo = ({ batchId }: Done) =>
    attempt(async () => {
      const { undone, kept } = await api.cadres.undoMany({ batchId })
      const left = kept > 0 ? `，${kept} 人之后又改过，没有动` : ''
      setDone({ batchId, words: `已撤销 ${undone} 人${left}。`, undone: true })
    })

  return (
    <Modal
      open
      title={`批量修改：${ids.length} 人`}
      onCancel={onClose}
      footer={null}
      width={480}
      centered
      mask={{ closable: false }}
      keyboard={!busy}
    >
      {done ? (
        <div className="cad-add">
          <p role="status">{done.words}</p>
          {error !== null && <ErrorNote error={error} />}
          <div className="dd-dialog-end">
            {!done.undone && (
              <Button busy={busy} onClick={() => void undo(done)}>
                撤销这次修改
              </Button>
            )}
            <Button kind="primary" onClick={onClose}>
              知道了
            </Button>
          </div>
        </div>
      ) : (
        <form
          className="cad-add"
          onSubmit={event => {
            event.preventDefault()
            if (refusal === undefined) void change()
          }}
        >
          <div className="dd-field">
            <label className="dd-label" htmlFor={`${id}-act`}>
              改什么
            </label>
            <Select<Act>
              id={`${id}-act`}
              value={act}
              options={[...acts]}
              onChange={next => {
                setAct(next)
                setText('')
              }}
            />
          </div>
          {act === 'unitId' || act === 'status' ? (
            <div className="dd-field">
              <label className="dd-label" htmlFor={`${id}-value`}>
                {labelOf(act)}
              </label>
              {act === 'unitId' ? (
                <UnitSelect id={`${id}-value`} value={unitId} onChange={setUnitId} placeholder="不填即移出单位" />
              ) : (
                <Select
                  id={`${id}-value`}
                  value={text === '' ? null : text}
                  options={CadreStatus.options.map(each => ({ value: each, label: each }))}
                  onChange={next => setText(next ?? '')}
                />
              )}
            </div>
          ) : (
            <TextField
              label={isTag ? '标签' : labelOf(act)}
              value={text}
              onChange={setText}
              maxChars={isTag ? MOST_TAG : MOST_VALUE}
              suggestions={usual[act]}
              {...(isTag ? {} : { hint: '空着即清空这一项' })}
            />
          )}
          <TextField label="理由" value={reason} onChange={setReason} maxChars={MOST_REASON} required />
          {error !== null && <ErrorNote error={error} />}
          <div className="dd-dialog-end">
            <Button onClick={onClose} disabled={busy}>
              取消
            </Button>
            <Button kind="primary" submit busy={busy} reason={refusal}>
              修改 {ids.length} 人
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
