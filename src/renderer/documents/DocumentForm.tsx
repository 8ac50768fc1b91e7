import { Segmented } from 'antd'
import type { DocumentRef } from '../../shared/documents/documents'
import type { DocumentProof } from '../../shared/documents/documents.contract'
import { safeName } from '../../shared/exports/file-names.rules'
import type { TypefaceName } from '../../shared/papers/typefaces'
import type { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { useLeaveRefusal } from '../api/it-policy'
import { useJob } from '../api/useJob'
import { MarkField } from '../exports/MarkField'
import { useOneLeaving } from '../exports/useOneLeaving'
import type { Finished } from '../exports/way'
import { FontsNote } from '../papers/FontsNote'
import { LeaveLock } from '../papers/LeaveLock'
import { PrintFields, sheetWords, usePrinter } from '../papers/PrintFields'
import { useTypefaces } from '../papers/useTypefaces'
import { Button } from '../ui/Button'
import { countChars } from '../ui/composed'
import { ProgressDialog } from '../ui/ProgressDialog'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

const MOST_REASON = 200
const MOST_RECIPIENT = 60

type Output = 'print' | 'pdf' | 'docx'
const outputs: readonly { value: Output; label: string }[] = [
  { value: 'print', label: '打印' },
  { value: 'pdf', label: '存为 PDF' },
  { value: 'docx', label: '存为 Word' },
]
const onPaper: readonly TypefaceName[] = ['title', 'fangsong', 'mark', 'body']
const none: readonly TypefaceName[] = []
const usual = { output: 'print' as string, printer: '', copies: 1, twoSided: true }

/** What a person decides of a document before it leaves. */
export interface DocumentOrder {
  readonly reason: string
  readonly recipient: string
  readonly mark: SecrecyMark
}

interface DocumentFormProps {
  document: DocumentRef
  fileName: string
  proof: DocumentProof
  /** Characters that no font of this computer can draw. */
  shapeless: readonly string[]
  order: DocumentOrder
  onOrder: (next: Partial<DocumentOrder>) => void
  /** Whether sealed lines are in sight, and shall stand on it. */
  unsealed: boolean
  onUnseal: (reason: string | null) => void
  onFinished: (finished: Finished) => void
  onClose: () => void
}

/** Where a document goes, why, and under which mark. */
export function DocumentForm({ document, fileName, proof, shapeless, order, unsealed, ...on }: DocumentFormProps) {
  const draft = useDraft('documents.form', usual)
  // The page before a talk is taken along and the form of a case signed: neither is worked on.
  const isFixed = document.of === 'brief' || document.of === 'hardship'
  const offered = outputs.filter(({ value }) => value !== 'docx' || !isFixed)
  const hidden = document.of === 'hardship' ? '家庭人口和收支' : `密封的 ${proof.sealed} 条`
  const output: Output = offered.find(({ value }) => value === draft.value.output)?.value ?? 'print'
  const { printer: last, copies, twoSided } = draft.value
  const put = (next: Partial<typeof usual>): void => draft.set({ ...draft.value, ...next })
  const printer = usePrinter(last)
  const typefaces = useTypefaces(output === 'docx' ? none : onPaper)
  const job = useJob()
  const reason = order.reason.trim()
  const recipient = order.recipient.trim()
  const tooLong = countChars(reason) > MOST_REASON || countChars(recipient) > MOST_RECIPIENT
  const locked = useLeaveRefusal(output === 'print' ? 'paper' : 'plain')
  const refusal =
    locked ??
    (typefaces.accepted ? undefined : '先看过字体提示') ??
    (output === 'print' ? printer.refusal : undefined) ??
    (reason === '' ? '先写明理由' : tooLong ? '理由或去向太长' : undefined)

  const leave = async (): Promise<Finished | null> => {
    const asked = { document, sealed: unsealed, reason, recipient, mark: order.mark }
    if (output === 'print') {
      const { chosen } = printer
      if (chosen === undefined) return null
      const ordered = { ...asked, printer: chosen, copies, twoSided }
      const done = await job.run('打印谈话文书', options => api.documents.print(ordered, options))
      return done ? { entry: done.entry, place: null, saved: null, notes: [] } : null
    }
    const place = await api.shell.chooseSaveFile({ suggestedName: safeName(fileName), extension: output })
    if (!place) return null
    const ordered = { ...asked, as: output, target: place.token }
    const done = await job.run('保存谈话文书', options => api.documents.save(ordered, options))
    return done ? { entry: done.entry, place: place.place, saved: { token: place.token, name: '' }, notes: [] } : null
  }
  const { busy, error, carryOut } = useOneLeaving(leave, refusal, on.onFinished)
  const shownError = error ?? job.error
  return (
    <form
      className="exp-form"
      onSubmit={event => {
        event.preventDefault()
        void carryOut()
      }}
    >
      <div className="exp-plan">
        <div className="exp-fields">
          <Segmented<Output>
            aria-label="打印或保存"
            block
            options={offered}
            value={output}
            onChange={value => put({ output: value })}
          />
          {output === 'print' && (
            <PrintFields
              {...printer}
              copies={copies}
              twoSided={twoSided}
              onChange={put}
              {...sheetWords({ size: 'A4', upright: true })}
            />
          )}
          {proof.body.draft && <p className="exp-hint">内容还没有定稿，每页印有“未定稿”。</p>}
          {(proof.sealed > 0 || unsealed) && (
            <label className="exp-check">
              <input
                type="checkbox"
                checked={unsealed}
                disabled={!unsealed && reason === ''}
                onChange={event => on.onUnseal(event.target.checked ? reason : null)}
              />
              {unsealed
                ? `印出${document.of === 'hardship' ? hidden : '密封内容'}，已写入审计`
                : `印出${hidden}${reason === '' ? '，先写明理由' : ''}`}
            </label>
          )}
          {output === 'docx' && <p className="exp-hint">按“文书模板”里的 Word 模板填写，存出去以后还可以改。</p>}
          <FontsNote {...typefaces} shapeless={output === 'docx' ? [] : shapeless} onAccept={typefaces.accept} />
        </div>
      </div>
      <div className="exp-order">
        <div className="exp-why">
          <TextField
            label="理由"
            value={order.reason}
            onChange={value => on.onOrder({ reason: value })}
            maxChars={MOST_REASON}
            required
          />
          <TextField
            label="去向"
            value={order.recipient}
            onChange={value => on.onOrder({ recipient: value })}
            maxChars={MOST_RECIPIENT}
            placeholder="接收的单位或人，留存不填"
          />
          <MarkField atLeast={proof.mark} value={order.mark} onChange={mark => on.onOrder({ mark })} />
        </div>
        <LeaveLock refusal={locked} />
        {shownError !== null && <ErrorNote error={shownError} />}
        <div className="dd-dialog-end">
          <span className="exp-count">登记后{output === 'print' ? '打印' : '保存'}</span>
          <Button onClick={on.onClose}>取消</Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            {output === 'print' ? '打印' : '选择位置并保存'}
          </Button>
        </div>
      </div>
      {job.running && <ProgressDialog {...job.running} onCancel={job.cancel} />}
    </form>
  )
}
