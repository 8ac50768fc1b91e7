import { App } from 'antd'
import { useState } from 'react'
import type { AddOutcome } from '../../shared/attachments/attachments.contract'
import { sizeWords } from '../../shared/attachments/attachments.rules'
import { formatTitles, isShown } from '../../shared/attachments/recognise.rules'
import type { Scan } from '../../shared/scans/scans.contract'
import type { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { api } from '../api/client'
import { useJob } from '../api/useJob'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { describeError } from '../ui/errorWords'
import { Icon } from '../ui/icons'
import { ProgressDialog } from '../ui/ProgressDialog'
import { ReasonDialog } from '../ui/ReasonDialog'
import { ErrorNote, Loading } from '../ui/states'
import { ScanSave } from './ScanSave'
import { ScanViewer } from './ScanViewer'
import type { ListedScans, ScanSource } from './sources'
import './scans.css'

interface ScansCardProps {
  readonly scans: ScanSource
  readonly list: ListedScans
  /** What the card is called, and what is said while it is empty. */
  readonly title: string
  readonly empty: string
  /** Whether the account may add and take out. */
  writes: boolean
  mark: SecrecyMark
}

type Open =
  | { readonly what: 'ask' | 'save' | 'remove'; readonly on: Scan }
  | { readonly what: 'view'; readonly on: Scan; readonly reason: string }

/** Scans of what was signed, of a talk or an honour: added, looked at with a reason, saved out. */
export function ScansCard({ scans, list, title, empty, writes, mark }: ScansCardProps) {
  const { message } = App.useApp()
  const adding = useJob()
  const [outcomes, setOutcomes] = useState<readonly AddOutcome[]>([])
  const [open, setOpen] = useState<Open | null>(null)
  const held = (list.data ?? []).filter(({ removedAt }) => removedAt === null)
  const left = outcomes.filter(({ id }) => id === null)

  const add = async (): Promise<void> => {
    setOutcomes([])
    const chosen = await api.shell.chooseImport({ what: 'attachments' })
    if (!chosen) return
    const done = await adding.run('加入扫描件', options => scans.add(chosen.token, options))
    setOutcomes(done ?? [])
  }
  const close = (): void => setOpen(null)
  return (
    <Card
      title={title}
      note={held.length > 0 ? `已附${title}` : undefined}
      more={
        writes ? (
          <Button
            size="small"
            icon={<Icon name="plus" size={16} />}
            onClick={() => void add().catch((error: unknown) => message.warning(describeError(error).what))}
          >
            附扫描件
          </Button>
        ) : undefined
      }
    >
      {list.isPending && <Loading />}
      {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {adding.error !== null && <ErrorNote error={adding.error} />}
      {left.map(({ name, words }) => (
        <p key={name} className="scn-left" role="status">
          “{name}”{words}
        </p>
      ))}
      {list.data && held.length === 0 && <p className="scn-none">{empty}</p>}
      <ul className="scn-list">
        {held.map(scan => (
          <li key={scan.id}>
            <span className="scn-title">{scan.title}</span>
            <small>
              {formatTitles[scan.format]}　{sizeWords(scan.bytes)}　{scan.byName}　
              {scan.addedAt.slice(0, 10).replaceAll('-', '.')}
            </small>
            <span className="scn-acts">
              <Button
                kind="link"
                size="small"
                reason={isShown(scan.format) ? undefined : '不能在窗口里看，另存后用阅读程序打开'}
                onClick={() => setOpen({ what: 'ask', on: scan })}
              >
                查看
              </Button>
              <Button kind="link" size="small" onClick={() => setOpen({ what: 'save', on: scan })}>
                另存
              </Button>
              {writes && (
                <Button kind="link" size="small" onClick={() => setOpen({ what: 'remove', on: scan })}>
                  移出
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {adding.running && <ProgressDialog {...adding.running} stopping="不留下任何扫描件" onCancel={adding.cancel} />}
      <ReasonDialog
        open={open?.what === 'ask'}
        title="查阅扫描件"
        consequence="谁在什么时候、因为什么看过，记入审计日志。"
        confirmText="查阅"
        onConfirm={async reason => {
          if (open) setOpen({ what: 'view', on: open.on, reason })
        }}
        onClose={() => setOpen(now => (now?.what === 'ask' ? null : now))}
      />
      <ReasonDialog
        open={open?.what === 'remove'}
        title={open ? `移出《${open.on.title}》` : ''}
        consequence="这份扫描件不再列出来，内容仍加密保存。"
        confirmText="移出"
        danger
        onConfirm={async reason => {
          if (open) await scans.remove(open.on.id, reason)
        }}
        onClose={close}
      />
      {open?.what === 'view' && <ScanViewer scans={scans} scan={open.on} reason={open.reason} onClose={close} />}
      {open?.what === 'save' && <ScanSave scans={scans} scan={open.on} atLeast={mark} onClose={close} />}
    </Card>
  )
}
