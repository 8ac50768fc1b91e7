import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ExportEntry } from '../../shared/exports/exports'
import { safeName } from '../../shared/exports/file-names.rules'
import type { JobOptions } from '../../shared/ipc/define'
import type { TypefaceName } from '../../shared/papers/typefaces'
import { compareMarks, type SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { useLeaveRefusal } from '../api/it-policy'
import { useJob } from '../api/useJob'
import { MarkField } from '../exports/MarkField'
import type { Finished } from '../exports/way'
import { Button } from '../ui/Button'
import { countChars } from '../ui/composed'
import { ProgressDialog } from '../ui/ProgressDialog'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { FontsNote } from './FontsNote'
import { LeaveLock } from './LeaveLock'
import { PrintFields, usePrinter } from './PrintFields'
import { useTypefaces } from './useTypefaces'
import '../exports/exports.css'
import { useOneLeaving } from '../exports/useOneLeaving'

const MOST_REASON = 200
const MOST_RECIPIENT = 60
const usual = { output: 'pdf', printer: '', copies: 1, twoSided: false }

export interface PaperWhy {
  readonly reason: string
  readonly recipient: string
  readonly mark: SecrecyMark
}
type Typed = Omit<PaperWhy, 'mark'> & { readonly mark: SecrecyMark | null }
interface Left {
  readonly entry: ExportEntry
}
interface PaperOutProps {
  /** What it is called, also as a file. */
  readonly name: string
  readonly atLeast: SecrecyMark
  /** Under which name what was chosen last is kept. */
  readonly draft: string
  readonly typefaces: readonly TypefaceName[]
  /** Which paper is put in. */
  readonly advice: string
  /** Why it cannot leave as it stands. */
  readonly refusal: string | undefined
  readonly fields?: ReactNode
  save(order: PaperWhy & { target: string }, options: JobOptions): Promise<Left>
  /** Left out where it goes out as a file alone. */
  print?(order: PaperWhy & { printer: string; copies: number; twoSided: boolean }, options: JobOptions): Promise<Left>
  readonly onFinished: (finished: Finished) => void
  readonly onClose: () => void
}

/** Where a paper goes, why and under which mark: onto a printer or into one PDF. An act of the register. */
export function PaperOut({ name, atLeast, print, save, ...props }: PaperOutProps) {
  const draft = useDraft(props.draft, usual)
  const toPrinter = print !== undefined && draft.value.output === 'print'
  const { printer: last, copies, twoSided } = draft.value
  const put = (next: Partial<typeof usual>): void => draft.set({ ...draft.value, ...next })
  const printer = usePrinter(last)
  const typefaces = useTypefaces(props.typefaces)
  const [why, setWhy] = useState<Typed>({ reason: '', recipient: '', mark: null })
  const job = useJob()
  // What is asked for may become known, or change, while somebody types.
  const mark = why.mark === null || compareMarks(why.mark, atLeast) < 0 ? atLeast : why.mark
  const asked = { reason: why.reason.trim(), recipient: why.recipient.trim(), mark }
  const tooLong = countChars(asked.reason) > MOST_REASON || countChars(asked.recipient) > MOST_RECIPIENT
  const locked = useLeaveRefusal(toPrinter ? 'paper' : 'plain')
  const refusal =
    locked ??
    props.refusal ??
    (typefaces.accepted ? undefined : '先看过字体提示') ??
    (toPrinter ? printer.refusal : undefined) ??
    (asked.reason === '' ? '先写明理由' : tooLong ? '理由或去向太长' : undefined)

  const leave = async (): Promise<Finished | null> => {
    if (toPrinter && print) {
      const { chosen } = printer
      if (chosen === undefined) return null
      const ordered = { ...asked, printer: chosen, copies, twoSided }
      const done = await job.run(`打印${name}`, options => print(ordered, options))
      return done ? { entry: done.entry, place: null, saved: null, notes: [] } : null
    }
    const place = await api.shell.chooseSaveFile({ suggestedName: safeName(name), extension: 'pdf' })
    if (!place) return null
    const done = await job.run(`保存${name}`, options => save({ ...asked, target: place.token }, options))
    return done ? { entry: done.entry, place: place.place, saved: { token: place.token, name: '' }, notes: [] } : null
  }
  const { busy, error, carryOut } = useOneLeaving(leave, refusal, props.onFinished)
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
          {print && (
            <Segmented
              aria-label="打印或保存"
              block
              options={[
                { value: 'pdf', label: '存为 PDF' },
                { value: 'print', label: '打印' },
              ]}
              value={toPrinter ? 'print' : 'pdf'}
              onChange={output => put({ output })}
            />
          )}
          {props.fields}
          {toPrinter && (
            <PrintFields
              {...printer}
              copies={copies}
              twoSided={twoSided}
              onChange={put}
              advice={props.advice}
              turning="沿长边翻转"
            />
          )}
          <FontsNote {...typefaces} shapeless={[]} onAccept={typefaces.accept} />
        </div>
      </div>
      <div className="exp-order">
        <div className="exp-why">
          <TextField
            label="理由"
            value={why.reason}
            onChange={reason => setWhy({ ...why, reason })}
            maxChars={MOST_REASON}
            required
          />
          <TextField
            label="去向"
            value={why.recipient}
            onChange={recipient => setWhy({ ...why, recipient })}
            maxChars={MOST_RECIPIENT}
            placeholder="接收的单位或人，留存不填"
          />
          <MarkField atLeast={atLeast} value={mark} onChange={next => setWhy({ ...why, mark: next })} />
        </div>
        <LeaveLock refusal={locked} />
        {shownError !== null && <ErrorNote error={shownError} />}
        <div className="dd-dialog-end">
          <span className="exp-count">登记后{toPrinter ? '打印' : '保存'}</span>
          <Button onClick={props.onClose}>取消</Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            {toPrinter ? '打印' : '选择位置并保存'}
          </Button>
        </div>
      </div>
      {job.running && (
        <ProgressDialog
          {...job.running}
          {...(toPrinter ? { stopping: '已送打印的不能撤回' } : {})}
          onCancel={job.cancel}
        />
      )}
    </form>
  )
}
