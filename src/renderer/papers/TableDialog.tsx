import { App, Modal, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { ExportEntry } from '../../shared/exports/exports'
import type { JobOptions } from '../../shared/ipc/define'
import type { Furniture } from '../../shared/papers/paper-page'
import type { TableFormat } from '../../shared/papers/papers.contract'
import type { TablePaper } from '../../shared/papers/table-paper'
import type { TypefaceName } from '../../shared/papers/typefaces'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { useLeaveRefusal } from '../api/it-policy'
import { useSession } from '../api/session'
import { useJob } from '../api/useJob'
import { compactDay } from '../exports/exports.words'
import { ResultView } from '../exports/ResultView'
import type { Finished } from '../exports/way'
import { Button } from '../ui/Button'
import { countChars } from '../ui/composed'
import { ProgressDialog } from '../ui/ProgressDialog'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { FontsNote } from './FontsNote'
import { LeaveLock } from './LeaveLock'
import { PrintFields, sheetWords, usePrinter } from './PrintFields'
import { ProofPane } from './ProofPane'
import { useTable } from './useTable'
import { useTypefaces } from './useTypefaces'
import '../exports/exports.css'
import { useOneLeaving } from '../exports/useOneLeaving'

const MOST_REASON = 200
const MOST_RECIPIENT = 60

type Output = 'print' | TableFormat
const outputs: readonly { value: Output; label: string }[] = [
  { value: 'print', label: '打印' },
  { value: 'pdf', label: 'PDF' },
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
]
const onPaper: readonly TypefaceName[] = ['title', 'body', 'mark']
const none: readonly TypefaceName[] = []
const usual = { output: 'print' as string, printer: '', copies: 1, twoSided: true }

interface Why {
  readonly reason: string
  readonly recipient: string
}
interface Left {
  readonly entry: ExportEntry
  /** What the person should know besides, once it lies there. */
  readonly notes: readonly string[]
}

/** One table and its ways out. */
export interface TableWays {
  /** What it is called, also as a file. */
  readonly name: string
  /** How much it holds, in words: 共 42 次. */
  readonly count: string
  readonly hint: string
  /** Under which name what was chosen last is kept. */
  readonly draft: string
  /** Has to stay the same from one rendering to the next while the table does. */
  readonly paper: (furniture: Furniture) => TablePaper
  /** Said of the preview where it shows a part of the table alone; null where it shows all of it. */
  readonly partly: string | null
  save(order: Why & { as: TableFormat; target: string }, options: JobOptions): Promise<Left>
  print(order: Why & { printer: string; copies: number; twoSided: boolean }, options: JobOptions): Promise<Left>
}

/** A table of the application on paper or in a file, looked at before it leaves: an act of the register. */
export function TableDialog({ ways, onClose }: { ways: TableWays; onClose: () => void }) {
  const { message } = App.useApp()
  const { account } = useSession()
  const [finished, setFinished] = useState<Finished>()
  const { paper: paperWith } = ways
  const paper = useMemo(
    () => paperWith({ mark: '', foot: `内部　编号在登记时写上　${account.name}` }),
    [paperWith, account.name],
  )
  return (
    <Modal
      open
      title={finished ? ways.name : `${ways.name}：${ways.count}`}
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
            <TableProof name={ways.name} partly={ways.partly} paper={paper} />
          </div>
          <div className="pap-right">
            <TableForm ways={ways} sheet={paper.sheet} onFinished={setFinished} onClose={onClose} />
          </div>
        </div>
      )}
    </Modal>
  )
}

function TableProof({ name, partly, paper }: Pick<TableWays, 'name' | 'partly'> & { paper: TablePaper }) {
  const laid = useTable(paper, partly === null)
  const { size, upright } = paper.sheet
  const words = partly ?? `${size} ${upright ? '竖' : '横'}，共 ${laid?.pages.length ?? 0} 页`
  return <ProofPane name={name} pages={laid?.pages} sheet={paper.sheet} words={laid ? words : ''} />
}

type FormProps = {
  ways: TableWays
  sheet: TablePaper['sheet']
  onFinished: (finished: Finished) => void
  onClose: () => void
}

function TableForm({ ways, sheet, onFinished, onClose }: FormProps) {
  const draft = useDraft(ways.draft, usual)
  const output: Output = outputs.find(({ value }) => value === draft.value.output)?.value ?? 'print'
  const { printer: last, copies, twoSided } = draft.value
  const put = (next: Partial<typeof usual>): void => draft.set({ ...draft.value, ...next })
  const printer = usePrinter(last)
  const typefaces = useTypefaces(output === 'print' || output === 'pdf' ? onPaper : none)
  const [reason, setReason] = useState('')
  const [recipient, setRecipient] = useState('')
  const job = useJob()
  const tooLong = countChars(reason.trim()) > MOST_REASON || countChars(recipient.trim()) > MOST_RECIPIENT
  const locked = useLeaveRefusal(output === 'print' ? 'paper' : 'plain')
  const refusal =
    locked ??
    (typefaces.accepted ? undefined : '先看过字体提示') ??
    (output === 'print' ? printer.refusal : undefined) ??
    (reason.trim() === '' ? '先写明理由' : tooLong ? '理由或去向太长' : undefined)

  const leave = async (): Promise<Finished | null> => {
    const why = { reason: reason.trim(), recipient: recipient.trim() }
    if (output === 'print') {
      const { chosen } = printer
      if (chosen === undefined) return null
      const order = { ...why, printer: chosen, copies, twoSided }
      const done = await job.run(`打印${ways.name}`, options => ways.print(order, options))
      return done ? { entry: done.entry, place: null, saved: null, notes: [] } : null
    }
    const place = await api.shell.chooseSaveFile({
      suggestedName: `${ways.name}${compactDay(new Date())}`,
      extension: output,
    })
    if (!place) return null
    const order = { ...why, as: output, target: place.token }
    const done = await job.run(`保存${ways.name}`, options => ways.save(order, options))
    const saved = { token: place.token, name: '' }
    return done ? { entry: done.entry, place: place.place, saved, notes: done.notes } : null
  }
  const { busy, error, carryOut } = useOneLeaving(leave, refusal, onFinished)
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
            <PrintFields {...printer} copies={copies} twoSided={twoSided} onChange={put} {...sheetWords(sheet)} />
          )}
          {output === 'csv' && (
            <p className="exp-hint">UTF-8 编码。以 =、+、-、@ 开头的文字前加一个撇号，任何表格软件都不会当成公式。</p>
          )}
          <FontsNote {...typefaces} shapeless={[]} onAccept={typefaces.accept} />
        </div>
      </div>
      <div className="exp-order">
        <p className="exp-hint">{ways.hint}</p>
        <TextField label="理由" value={reason} onChange={setReason} maxChars={MOST_REASON} required />
        <TextField
          label="去向"
          value={recipient}
          onChange={setRecipient}
          maxChars={MOST_RECIPIENT}
          placeholder="接收的单位或人，留存不填"
        />
        <LeaveLock refusal={locked} />
        {shownError !== null && <ErrorNote error={shownError} />}
        <div className="dd-dialog-end">
          <span className="exp-count">{ways.count}</span>
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
