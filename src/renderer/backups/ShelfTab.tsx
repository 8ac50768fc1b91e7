import { App, Dropdown } from 'antd'
import { useState } from 'react'
import { backupKindTitles, backupPlaceTitles, type ListedBackup } from '../../shared/backups/backups'
import { backupWarnings } from '../../shared/backups/due.rules'
import { minuteWords } from '../../shared/exports/exports'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay, useSession } from '../api/session'
import { useJob } from '../api/useJob'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/FormDialog'
import { Icon } from '../ui/icons'
import { StateMark } from '../ui/marks'
import { ProgressDialog } from '../ui/ProgressDialog'
import { ReasonDialog } from '../ui/ReasonDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import { agoWords, bytesWords, goodWords, msWords } from './backups.words'
import { useBackupState } from './useBackupState'
import { useNow } from './useNow'
import './backups.css'

const leavesNothing = '不留下没有写完的文件'

/** Every backup that can be reached, newest first, and what can be done with one. */
export function ShelfTab() {
  const listed = useCall('backups', 'list', {})
  const may = useMay()
  const job = useJob()
  const { demo } = useSession()
  const [noting, setNoting] = useState(false)
  const [removing, setRemoving] = useState<ListedBackup | null>(null)
  const { message, modal } = App.useApp()

  const acts = {
    async verify({ place, file }: ListedBackup) {
      const check = await job.run('检查备份', options => api.backups.verify({ place, file }, options))
      if (!check) return
      if (check.good) void message.success(`备份完好：${check.finding}`)
      else modal.error({ title: '这份备份已损坏', content: `${check.finding}。请用另一份，并检查存放它的磁盘。` })
    },
    async drill({ place, file }: ListedBackup) {
      const found = await job.run('恢复演练', options => api.backups.drill({ place, file }, options))
      if (!found) return
      if (found.good)
        modal.success({
          title: '演练成功，这份备份可以恢复',
          content: `${found.finding}，用时 ${msWords(found.ms)}。演练恢复出来的内容已经清除，结果记入“检查和演练”。`,
        })
      else modal.error({ title: '演练没有成功', content: found.finding })
    },
    async saveCopy({ place, file }: ListedBackup) {
      const target = await api.shell.chooseSaveFile({ suggestedName: file.replace(/\.ddb$/, ''), extension: 'ddb' })
      if (!target) return
      const done = await job.run('另存备份', options =>
        api.backups.saveCopy({ place, file, token: target.token }, options),
      )
      if (done) void message.success('已另存，写入后核对一致')
    },
    remove: setRemoving,
  }
  return (
    <div className="bak-tab">
      <StateCard onMake={may('backups.make') ? () => setNoting(true) : undefined} />
      <Card
        title="备份文件"
        note={listed.data && listed.data.length > 0 && `共 ${listed.data.length} 份，${sumWords(listed.data)}`}
        className="bak-card"
      >
        {job.error !== null && <ErrorNote error={job.error} />}
        {listed.isPending && <Loading />}
        {listed.isError && <ErrorNote error={listed.error} onRetry={() => void listed.refetch()} />}
        {listed.data?.length === 0 && (
          <EmptyState
            title="还没有备份"
            hint={`${demo ? '演示离开就删除，不自动备份' : '用起来以后会自动备份'}。也可以现在就备份一次，写上备注，以后好认。`}
          />
        )}
        {listed.data && listed.data.length > 0 && <Shelf backups={listed.data} acts={acts} />}
      </Card>
      {noting && <MakeDialog job={job} onClose={() => setNoting(false)} />}
      {job.running && <ProgressDialog {...job.running} stopping={leavesNothing} onCancel={job.cancel} />}
      <ReasonDialog
        open={removing !== null}
        title="删除这份备份"
        consequence="文件从磁盘上删除，找不回来。完好的备份至少保留设置的份数，自动清理不受影响。"
        confirmText="删除"
        danger
        onConfirm={async reason => {
          if (removing) await api.backups.remove({ place: removing.place, file: removing.file, reason })
        }}
        onClose={() => setRemoving(null)}
      />
    </div>
  )
}

const sumWords = (backups: readonly ListedBackup[]): string =>
  bytesWords(backups.reduce((sum, { bytes }) => sum + bytes, 0))

/** The last good copy, the second place, and what has to be said about either. */
function StateCard({ onMake }: { onMake: (() => void) | undefined }) {
  const state = useBackupState()
  const now = useNow()
  if (!state.data) return null
  const { lastGoodAt, changed, second, running } = state.data
  const warnings = backupWarnings(state.data, now)
  return (
    <Card className="bak-state">
      <div className="bak-state-row">
        <dl>
          <div>
            <dt>最近一份完好的备份</dt>
            <dd>{lastGoodAt === null ? '还没有' : `${agoWords(lastGoodAt, now)}，${minuteWords(lastGoodAt)}`}</dd>
            <dd className="bak-quiet">
              {lastGoodAt !== null && (changed ? '之后又有新的内容，到时会自动备份' : '之后没有新的内容')}
            </dd>
          </div>
          <div>
            <dt>第二备份位置</dt>
            <dd>
              {second === null
                ? '没有设定'
                : `${second.there ? '已接上' : '没有接上'}，${second.lastGoodAt === null ? '还没有备份' : `最近 ${agoWords(second.lastGoodAt, now)}`}`}
            </dd>
            <dd className="bak-quiet">
              {second === null ? (
                '同一块磁盘坏了，备份也一起没了。请系统管理员设定移动盘或另一块磁盘'
              ) : (
                <bdi>{second.folder}</bdi>
              )}
            </dd>
          </div>
        </dl>
        {onMake && (
          <Button kind="primary" busy={running} onClick={onMake}>
            立即备份
          </Button>
        )}
      </div>
      {warnings.map(({ text, alarm }) => (
        <p key={text} className="bak-warning">
          <StateMark state={alarm ? 'late' : 'soon'}>{text}</StateMark>
        </p>
      ))}
    </Card>
  )
}

function MakeDialog({ job, onClose }: { job: ReturnType<typeof useJob>; onClose: () => void }) {
  const [note, setNote] = useState('')
  const { message } = App.useApp()
  return (
    <FormDialog
      title="立即备份"
      act="备份"
      refusal={[...note].length > 200 ? '备注最多 200 个字' : undefined}
      width={480}
      onAct={async () => {
        onClose()
        const made = await job.run('正在备份', options => api.backups.make({ note: note.trim() }, options))
        if (made) void message.success(`已备份并核对，${bytesWords(made.bytes)}`)
      }}
      onClose={onClose}
    >
      <TextField
        label="备注"
        hint="写明为什么备份，如“换届人选导入前”。手工备份不会被自动清理。"
        value={note}
        onChange={setNote}
        maxChars={200}
        autoFocus
      />
    </FormDialog>
  )
}

type Acts = Record<'verify' | 'drill' | 'saveCopy' | 'remove', (backup: ListedBackup) => unknown>

function Shelf({ backups, acts }: { backups: readonly ListedBackup[]; acts: Acts }) {
  const may = useMay()
  const now = useNow()
  return (
    <div className="bak-scroll" tabIndex={0} role="region" aria-label="备份文件">
      <table className="bak-table">
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">种类</th>
            <th scope="col">备注</th>
            <th scope="col" className="bak-number">
              人数
            </th>
            <th scope="col" className="bak-number">
              大小
            </th>
            <th scope="col">位置</th>
            <th scope="col">状态</th>
            <th scope="col" aria-label="操作" />
          </tr>
        </thead>
        <tbody>
          {backups.map(backup => (
            <tr key={`${backup.place}/${backup.file}`}>
              <th scope="row">
                {backup.head ? minuteWords(backup.head.at) : backup.file}
                {backup.head && <span className="bak-quiet">{agoWords(backup.head.at, now)}</span>}
              </th>
              <td>{backup.head ? backupKindTitles[backup.head.kind] : '—'}</td>
              <td className="bak-words">{backup.contents?.note || '—'}</td>
              <td className="bak-number">{backup.contents?.people.toLocaleString('zh-CN') ?? '—'}</td>
              <td className="bak-number">{bytesWords(backup.bytes)}</td>
              <td>{backupPlaceTitles[backup.place]}</td>
              <td>
                <StateMark state={backup.good ? 'done' : 'late'}>{goodWords(backup)}</StateMark>
              </td>
              <td>{may('backups.make') && <Menu backup={backup} acts={acts} removes={may('backups.configure')} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Menu({ backup, acts, removes }: { backup: ListedBackup; acts: Acts; removes: boolean }) {
  const readable = backup.contents !== null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'verify', label: '检查', disabled: !readable },
          { key: 'drill', label: '恢复演练', disabled: !readable },
          { key: 'saveCopy', label: '另存一份', disabled: backup.head === null },
          ...(removes ? [{ type: 'divider' as const }, { key: 'remove', label: '删除', danger: true }] : []),
        ],
        onClick: ({ key }) => void acts[key as keyof Acts](backup),
      }}
    >
      <button type="button" className="bak-more" aria-label={`${backup.file} 的操作`}>
        <Icon name="more" size={16} />
      </button>
    </Dropdown>
  )
}
