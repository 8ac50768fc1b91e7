import { Modal } from 'antd'
import { useState } from 'react'
import { missingFor } from '../../../shared/interviews/finish.rules'
import { Details, VisitGrade } from '../../../shared/interviews/interviews'
import type { VersionedKind } from '../../../shared/interviews/kinds'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'
import type { RecordStore } from './record.store'
import { useRecord } from './useRecord'

interface FinishDialogProps {
  readonly kind: VersionedKind
  readonly store: RecordStore
  readonly promises: number
  readonly onFinish: () => Promise<void>
  readonly onClose: () => void
}

/** Before the content is locked: the summary, and what the kind still asks for. */
export function FinishDialog({ kind, store, promises, onFinish, onClose }: FinishDialogProps) {
  const details = useRecord(store, state => state.details)
  const lines = useRecord(store, state => state.lines)
  const clashes = useRecord(store, state => state.clashes.length)
  const { setDetails } = store.getState()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const missing = missingFor(kind, { details, notes: lines, promises })
  const isTooLong = !Details.safeParse(details).success
  const reason =
    clashes > 0
      ? '先处理两人都改过的记录'
      : isTooLong
        ? '有一项内容超出字数'
        : missing.length > 0
          ? `还缺：${missing.join('、')}`
          : undefined
  async function finish(): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      await onFinish()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title="结束并核对"
      onCancel={onClose}
      footer={null}
      width={640}
      centered
      destroyOnHidden
      keyboard={!busy}
    >
      <div className="itv-finish">
        <p>结束以后内容锁定，谈话人和记录人各输一次密码确认，之后只能补充。现在记下 {lines.length} 条。</p>
        <div className="dd-pair">
          <TextField label="谈话地点" value={details.place} onChange={place => setDetails({ place })} maxChars={60} />
          <TextField
            label="在场人员"
            value={details.others}
            onChange={others => setDetails({ others })}
            maxChars={200}
          />
        </div>
        {(kind.required.includes('occasion') || details.occasion !== '') && (
          <TextField
            label="谈话事由"
            hint="不写是谁反映的"
            value={details.occasion}
            onChange={occasion => setDetails({ occasion })}
            maxChars={400}
            multiline
            rows={2}
          />
        )}
        <TextField
          label="谈话小结"
          value={details.summary}
          onChange={summary => setDetails({ summary })}
          maxChars={4000}
          multiline
          rows={4}
          autoFocus
        />
        {kind.required.includes('grade') && (
          <div className="itv-state" role="radiogroup" aria-label="回访等次">
            <span>回访等次</span>
            <div>
              {VisitGrade.options.map(grade => (
                <button
                  key={grade}
                  type="button"
                  role="radio"
                  aria-checked={details.grade === grade}
                  onClick={() => setDetails({ grade })}
                >
                  {grade}
                </button>
              ))}
            </div>
          </div>
        )}
        {missing.length > 0 && (
          <div className="itv-missing" role="status">
            <b>结束前还要补：</b>
            <ul>
              {missing.map(each => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </div>
        )}
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            接着谈
          </Button>
          <Button kind="primary" busy={busy} reason={reason} onClick={() => void finish()}>
            结束并锁定
          </Button>
        </div>
      </div>
    </Modal>
  )
}
