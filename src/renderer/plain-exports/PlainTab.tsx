import { App } from 'antd'
import { useState } from 'react'
import { minuteWords } from '../../shared/exports/exports'
import { type PlainExport, plainStateTitles } from '../../shared/plain-exports/plain-exports'
import { APPROVAL_HOURS, mayTakeOut } from '../../shared/plain-exports/plain-exports.rules'
import { api } from '../api/client'
import { useLeaveRefusal } from '../api/it-policy'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { useJob } from '../api/useJob'
import { useNow } from '../backups/useNow'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { LockNote } from '../ui/LockNote'
import { type MarkState, StateMark } from '../ui/marks'
import { ProgressDialog } from '../ui/ProgressDialog'
import { ReasonDialog } from '../ui/ReasonDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import '../backups/backups.css'

const marks: Record<PlainExport['state'], MarkState> = {
  asked: 'today',
  approved: 'soon',
  refused: 'late',
  withdrawn: 'done',
  done: 'done',
}
type Asking = { readonly act: 'ask' } | { readonly act: 'approve' | 'refuse'; readonly id: PlainExport['id'] }

/** 全部导出: one person asks, another approves, and everything is written out in the clear, once. */
export function PlainTab() {
  const wishes = useCall('plainExports', 'list', {})
  const may = useMay()
  const locked = useLeaveRefusal('plain')
  const job = useJob()
  const [asking, setAsking] = useState<Asking | null>(null)
  const { modal } = App.useApp()

  async function takeOut(id: PlainExport['id']): Promise<void> {
    const chosen = await api.shell.chooseSaveFolder({})
    if (!chosen) return
    const done = await job.run('全部导出', options =>
      api.plainExports.takeOut({ id, token: chosen.token, mark: null }, options),
    )
    if (done)
      modal.success({
        title: '已全部导出',
        content: `${done.files.toLocaleString('zh-CN')} 个文件，在“${done.folder}”。内容没有加密，请按“${done.entry.mark}”保管，用完销毁。`,
      })
  }
  return (
    <div className="bak-tab">
      <Card
        title="全部导出"
        note="把全部内容写成不加密的 JSON 和原件，用于换用别的系统或归档。备份请用“备份”，那是加密的"
        more={
          <>
            {locked !== undefined && <LockNote />}
            {may('plain.ask') && (
              <Button reason={locked} onClick={() => setAsking({ act: 'ask' })}>
                申请全部导出
              </Button>
            )}
          </>
        }
        className="bak-card"
      >
        {job.error !== null && <ErrorNote error={job.error} />}
        {wishes.isPending && <Loading />}
        {wishes.isError && <ErrorNote error={wishes.error} onRetry={() => void wishes.refetch()} />}
        {wishes.data?.length === 0 && (
          <EmptyState
            title="没有申请过"
            hint={`组织干事申请，安全保密管理员批准，批准后 ${APPROVAL_HOURS} 小时内由申请人导出一次。每一步都记入审计日志，导出进入导出登记。`}
          />
        )}
        {wishes.data && wishes.data.length > 0 && (
          <Wishes wishes={wishes.data} onAsk={setAsking} onTakeOut={id => void takeOut(id)} />
        )}
      </Card>
      {job.running && <ProgressDialog {...job.running} stopping="已写出的文件会删除" onCancel={job.cancel} />}
      <AskDialog asking={asking} onClose={() => setAsking(null)} />
    </div>
  )
}

const dialogs = {
  ask: { title: '申请全部导出', text: '申请', words: '安全保密管理员批准后，由您在 24 小时内导出一次。' },
  approve: { title: '批准全部导出', text: '批准', words: '申请人可以在 24 小时内把全部内容不加密地写出一次。' },
  refuse: { title: '不批准', text: '不批准', words: '申请人看得到理由，可以重新申请。' },
} as const

function AskDialog({ asking, onClose }: { asking: Asking | null; onClose: () => void }) {
  const { title, text, words } = dialogs[asking?.act ?? 'ask']
  return (
    <ReasonDialog
      open={asking !== null}
      title={title}
      consequence={words}
      confirmText={text}
      danger={asking?.act === 'approve'}
      onConfirm={async reason => {
        if (asking === null) return
        if (asking.act === 'ask') await api.plainExports.ask({ reason })
        else await api.plainExports.decide({ id: asking.id, approve: asking.act === 'approve', reason })
      }}
      onClose={onClose}
    />
  )
}

interface WishesProps {
  readonly wishes: readonly PlainExport[]
  readonly onAsk: (asking: Asking) => void
  readonly onTakeOut: (id: PlainExport['id']) => void
}

function Wishes({ wishes, onAsk, onTakeOut }: WishesProps) {
  const may = useMay()
  const now = useNow()
  return (
    <div className="bak-scroll" tabIndex={0} role="region" aria-label="全部导出的申请">
      <table className="bak-table">
        <thead>
          <tr>
            <th scope="col">申请时间</th>
            <th scope="col">申请人</th>
            <th scope="col">理由</th>
            <th scope="col">状态</th>
            <th scope="col">审批</th>
            <th scope="col" aria-label="操作" />
          </tr>
        </thead>
        <tbody>
          {wishes.map(wish => (
            <tr key={wish.id}>
              <th scope="row">{minuteWords(wish.askedAt)}</th>
              <td>{wish.askedBy}</td>
              <td className="bak-words">{wish.reason}</td>
              <td>
                <StateMark state={marks[wish.state]}>{plainStateTitles[wish.state]}</StateMark>
              </td>
              <td className="bak-words">
                {wish.decidedAt === null ? '—' : `${wish.decidedBy} ${minuteWords(wish.decidedAt)}　${wish.decision}`}
              </td>
              <td>
                {wish.state === 'asked' && may('plain.decide') && (
                  <>
                    <Button size="small" onClick={() => onAsk({ act: 'approve', id: wish.id })}>
                      批准
                    </Button>{' '}
                    <Button size="small" onClick={() => onAsk({ act: 'refuse', id: wish.id })}>
                      不批准
                    </Button>
                  </>
                )}
                {wish.state === 'approved' && wish.mine && <TakeOut wish={wish} now={now} onTakeOut={onTakeOut} />}
                {wish.mine && (wish.state === 'asked' || wish.state === 'approved') && (
                  <Button size="small" kind="link" onClick={() => void api.plainExports.withdraw({ id: wish.id })}>
                    撤回
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TakeOut({ wish, now, onTakeOut }: { wish: PlainExport; now: number } & Pick<WishesProps, 'onTakeOut'>) {
  const locked = useLeaveRefusal('plain')
  const verdict = mayTakeOut(wish, now)
  return (
    <Button
      size="small"
      kind="primary"
      reason={locked ?? (verdict.allowed ? undefined : verdict.reason)}
      onClick={() => onTakeOut(wish.id)}
    >
      导出
    </Button>
  )
}
