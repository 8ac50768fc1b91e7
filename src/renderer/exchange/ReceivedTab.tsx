import { useEffect, useEffectEvent, useState } from 'react'
import { moduleTitles, type ReceivedPackage } from '../../shared/exchange/exchange'
import { AppError } from '../../shared/result'
import { api } from '../api/client'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { useJob } from '../api/useJob'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/FormDialog'
import { Icon } from '../ui/icons'
import { StateMark } from '../ui/marks'
import { ProgressDialog } from '../ui/ProgressDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import { useExchange } from './exchange.store'
import { minuteWords, outcomeWords } from './exchange.words'
import { ReceiptButton } from './ReceiptButton'
import { UndoButton } from './UndoButton'

const asksForPassphrase = (error: unknown): boolean =>
  error instanceof AppError && (error.details as { needsPassphrase?: boolean } | undefined)?.needsPassphrase === true

/** 收到: opens a package or a receipt, and lists what came. */
export function ReceivedTab() {
  const receives = useMay()('exchange.receive')
  const { done, open, offered } = useExchange()
  const received = useRows('exchange', 'received', {}, 50)
  const job = useJob()
  const [error, setError] = useState<unknown>(null)
  /** The token of a file that waits for its passphrase. */
  const [locked, setLocked] = useState<string | null>(null)

  async function choose(): Promise<void> {
    const chosen = await api.shell.chooseImport({ what: 'exchange' })
    if (chosen) await openFile(chosen.token, null)
  }
  async function openFile(token: string, passphrase: string | null): Promise<void> {
    setError(null)
    let failure: unknown = null
    const found = await job.run('正在打开', options =>
      api.exchange.open({ token, passphrase }, options).catch((refusal: unknown) => {
        failure = refusal
        throw refusal
      }),
    )
    if (found?.kind === 'package') open(found.id)
    else if (found) {
      const { partnerUnit, number, known, outcome } = found
      const words = `${partnerUnit}对第 ${number} 号的回执${known ? '以前登记过' : '已登记'}：${outcomeWords(outcome)}`
      useExchange.setState({ done: { words, id: null } })
    } else if (asksForPassphrase(failure)) {
      // The first time it is only asked for; a wrong one is said.
      if (passphrase === null) job.forget()
      setLocked(token)
    }
  }
  const takeOffered = useEffectEvent((token: string) => {
    useExchange.setState({ offered: null })
    void openFile(token, null).catch(setError)
  })
  useEffect(() => {
    if (offered !== null) takeOffered(offered)
  }, [offered])
  return (
    <div className="exc-stack">
      {done && (
        <p className="exc-done" role="status">
          <Icon name="check" size={16} />
          <span>{done.words}</span>
          {done.id !== null && (
            <>
              <ReceiptButton id={done.id} />
              <UndoButton id={done.id} />
            </>
          )}
        </p>
      )}
      {(error ?? job.error) !== null && <ErrorNote error={error ?? job.error} />}
      <Card
        title="收到的数据包"
        more={
          receives && (
            <Button size="small" kind="primary" onClick={() => void choose().catch(setError)}>
              打开数据包或回执
            </Button>
          )
        }
      >
        {received.isPending && <Loading />}
        {received.error && <ErrorNote error={received.error} />}
        {received.total === 0 && (
          <EmptyState title="还没有收到过" hint="打开对方交来的 .ddx 文件，先核对、后并入；并入的一包可以整包撤销。" />
        )}
        {received.rows.length > 0 && <Received rows={received.rows} onOpen={open} />}
        {received.more && (
          <p className="exc-more">
            <Button kind="link" size="small" onClick={received.more}>
              再列一些
            </Button>
          </p>
        )}
      </Card>
      {job.running && <ProgressDialog {...job.running} onCancel={job.cancel} />}
      {locked !== null && (
        <PassphraseDialog
          onGiven={passphrase => void openFile(locked, passphrase).catch(setError)}
          onClose={() => setLocked(null)}
        />
      )}
    </div>
  )
}

function Received({ rows, onOpen }: { rows: readonly ReceivedPackage[]; onOpen: (id: ReceivedPackage['id']) => void }) {
  return (
    <table className="exc-table">
      <thead>
        <tr>
          <th>来自</th>
          <th>编号</th>
          <th>打开时间</th>
          <th>人数</th>
          <th>内容</th>
          <th>密级</th>
          <th>经办</th>
          <th>状态</th>
          <th aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.id}>
            <td>{row.partnerUnit}</td>
            <td>第 {row.number} 号</td>
            <td>{minuteWords(row.openedAt)}</td>
            <td className="exc-count">{row.people}</td>
            <td>{row.modules.map(module => moduleTitles[module]).join('、')}</td>
            <td>{row.mark}</td>
            <td>{row.byName}</td>
            <td>
              {row.state === 'staged' && <StateMark state="today">待核对</StateMark>}
              {row.state === 'undone' && <StateMark state="soon">已撤销</StateMark>}
              {row.state === 'applied' && <StateMark state="done">已并入</StateMark>}
              {row.outcome && <small className="exc-below">{outcomeWords(row.outcome)}</small>}
              {row.receiptSavedAt !== null && (
                <small className="exc-below">回执 {minuteWords(row.receiptSavedAt)}</small>
              )}
            </td>
            <td className="exc-acts">
              {row.state === 'staged' && row.isOwn && (
                <Button kind="link" size="small" onClick={() => onOpen(row.id)}>
                  继续核对
                </Button>
              )}
              {row.state === 'applied' && (
                <>
                  <ReceiptButton id={row.id} />
                  <UndoButton id={row.id} />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PassphraseDialog({ onGiven, onClose }: { onGiven: (passphrase: string) => void; onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('')
  return (
    <FormDialog
      title="数据包用口令加密"
      act="打开"
      refusal={passphrase === '' ? '请输入对方告知的口令' : undefined}
      onAct={async () => onGiven(passphrase)}
      onClose={onClose}
    >
      <TextField label="口令" value={passphrase} onChange={setPassphrase} autoFocus required />
    </FormDialog>
  )
}
