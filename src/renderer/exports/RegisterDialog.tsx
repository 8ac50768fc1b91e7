import { App, Modal, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { ExportEntry } from '../../shared/exports/exports'
import {
  REGISTER_TITLE,
  type RegisterFilter,
  registerNotes,
  registerPaper,
  registerSheet,
} from '../../shared/exports/register.rules'
import type { TypefaceName } from '../../shared/papers/typefaces'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { useSession } from '../api/session'
import { useJob } from '../api/useJob'
import { FontsNote } from '../papers/FontsNote'
import { PrintFields, usePrinter } from '../papers/PrintFields'
import { ProofPane } from '../papers/ProofPane'
import { useTable } from '../papers/useTable'
import { useTypefaces } from '../papers/useTypefaces'
import { Button } from '../ui/Button'
import { countChars } from '../ui/composed'
import { ProgressDialog } from '../ui/ProgressDialog'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { compactDay, count } from './exports.words'
import { ResultView } from './ResultView'
import type { Finished } from './way'
import './exports.css'

const MOST_REASON = 200
const MOST_RECIPIENT = 60

type Output = 'print' | 'pdf' | 'xlsx' | 'csv'
const outputs: readonly { value: Output; label: string }[] = [
  { value: 'print', label: '打印' },
  { value: 'pdf', label: 'PDF' },
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
]
const onPaper: readonly TypefaceName[] = ['title', 'body', 'mark']
const none: readonly TypefaceName[] = []
const usual = { output: 'print' as string, printer: '', copies: 1, twoSided: true }

interface RegisterDialogProps {
  filter: RegisterFilter
  /** The newest acts, which the preview shows. */
  entries: readonly ExportEntry[]
  total: number
  onClose: () => void
}

/** The register as it stands on the page, on paper or in a file: itself an act of the register. */
export function RegisterDialog({ onClose, ...props }: RegisterDialogProps) {
  const { message } = App.useApp()
  const [finished, setFinished] = useState<Finished>()
  return (
    <Modal
      open
      title={finished ? '导出登记' : `导出登记：${count(props.total)} 次`}
      onCancel={onClose}
      footer={null}
      width={finished ? 520 : 'calc(100vw - 40px)'}
      centered
      mask={{ closable: false }}
      className={finished ? 'exp-dialog' : 'exp-dialog pap-dialog'}
    >
      {finished ? (
        <ResultView finished={finished} onSay={words => void message.warning(words)} onClose={onClose} />
      ) : (
        <div className="pap-body">
          <div className="pap-left">
            <RegisterProof {...props} />
          </div>
          <div className="pap-right">
            <RegisterForm {...props} onFinished={setFinished} onClose={onClose} />
          </div>
        </div>
      )}
    </Modal>
  )
}

function RegisterProof({ filter, entries, total }: Omit<RegisterDialogProps, 'onClose'>) {
  const { unit, account } = useSession()
  const [now] = useState(() => new Date())
  const isWhole = entries.length === total
  const paper = useMemo(
    () =>
      registerPaper(entries, registerNotes({ unit, at: now, total, filter }), {
        mark: '',
        foot: `内部　编号在登记时写上　${account.name}`,
      }),
    [entries, unit, now, total, filter, account.name],
  )
  const laid = useTable(paper, isWhole)
  const words = isWhole ? `A4 横，共 ${laid?.pages.length ?? 0} 页` : `预览只列最近 ${count(entries.length)} 次`
  return <ProofPane name={REGISTER_TITLE} pages={laid?.pages} sheet={registerSheet} words={laid ? words : ''} />
}

type FormProps = Omit<RegisterDialogProps, 'entries'> & { onFinished: (finished: Finished) => void }

function RegisterForm({ filter, total, onFinished, onClose }: FormProps) {
  const draft = useDraft('exports.register', usual)
  const output: Output = outputs.find(({ value }) => value === draft.value.output)?.value ?? 'print'
  const { printer: last, copies, twoSided } = draft.value
  const put = (next: Partial<typeof usual>): void => draft.set({ ...draft.value, ...next })
  const printer = usePrinter(last)
  const typefaces = useTypefaces(output === 'print' || output === 'pdf' ? onPaper : none)
  const [reason, setReason] = useState('')
  const [recipient, setRecipient] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const job = useJob()
  const tooLong = countChars(reason.trim()) > MOST_REASON || countChars(recipient.trim()) > MOST_RECIPIENT
  const refusal =
    (typefaces.accepted ? undefined : '先看过字体提示') ??
    (output === 'print' ? printer.refusal : undefined) ??
    (reason.trim() === '' ? '先写明理由' : tooLong ? '理由或去向太长' : undefined)

  const leave = async (): Promise<Finished | null> => {
    const asked = { filter, reason: reason.trim(), recipient: recipient.trim() }
    if (output === 'print') {
      const { chosen } = printer
      if (chosen === undefined) return null
      const order = { ...asked, printer: chosen, copies, twoSided }
      const done = await job.run('打印导出登记', options => api.papers.printRegister(order, options))
      return done ? { entry: done.entry, place: null, saved: null, notes: [] } : null
    }
    const place = await api.shell.chooseSaveFile({
      suggestedName: `导出登记${compactDay(new Date())}`,
      extension: output,
    })
    if (!place) return null
    const order = { ...asked, as: output, target: place.token }
    const done = await job.run('保存导出登记', options => api.papers.saveRegister(order, options))
    const saved = { token: place.token, name: '' }
    return done ? { entry: done.entry, place: place.place, saved, notes: [`共 ${count(done.lines)} 次`] } : null
  }
  const carryOut = async (): Promise<void> => {
    if (refusal !== undefined || busy) return
    setBusy(true)
    setError(null)
    try {
      const done = await leave()
      if (done) onFinished(done)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
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
            options={[...outputs]}
            value={output}
            onChange={value => put({ output: value })}
          />
          {output === 'print' && (
            <PrintFields
              {...printer}
              copies={copies}
              twoSided={twoSided}
              onChange={put}
              advice="用 A4 纸横放，按实际大小打印。"
              turning="沿短边翻转"
            />
          )}
          {output === 'csv' && (
            <p className="exp-hint">UTF-8 编码。以 =、+、-、@ 开头的文字前加一个撇号，任何表格软件都不会当成公式。</p>
          )}
          <FontsNote {...typefaces} shapeless={[]} onAccept={typefaces.accept} />
        </div>
      </div>
      <div className="exp-order">
        <p className="exp-hint">按页面上的条件和次序列出，登记簿本身不含档案内容。这次导出也登记一行。</p>
        <TextField label="理由" value={reason} onChange={setReason} maxChars={MOST_REASON} required />
        <TextField
          label="去向"
          value={recipient}
          onChange={setRecipient}
          maxChars={MOST_RECIPIENT}
          placeholder="接收的单位或人，留存不填"
        />
        {shownError !== null && <ErrorNote error={shownError} />}
        <div className="dd-dialog-end">
          <span className="exp-count">共 {count(total)} 次</span>
          <Button onClick={onClose}>取消</Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            {output === 'print' ? '打印' : '选择位置并保存'}
          </Button>
        </div>
      </div>
      {job.running && <ProgressDialog {...job.running} onCancel={job.cancel} />}
    </form>
  )
}
