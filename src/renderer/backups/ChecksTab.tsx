import { useState } from 'react'
import type { BackupRun, Finding } from '../../shared/backups/backups'
import { tableTitle } from '../../shared/backups/table-titles'
import { minuteWords } from '../../shared/exports/exports'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { useJob } from '../api/useJob'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ProgressDialog } from '../ui/ProgressDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { msWords } from './backups.words'
import './backups.css'

const runTitles: Record<BackupRun['kind'], string> = { check: '检查备份', drill: '恢复演练', damage: '检查数据库' }
/** A month after the last drill it is time for the next. */
const DRILL_EACH_MS = 31 * 86_400_000

/** Whether the store is whole, and what earlier checks and drills found. */
export function ChecksTab() {
  const runs = useCall('backups', 'runs', {})
  const job = useJob()
  const may = useMay()
  const [found, setFound] = useState<{ findings: Finding[]; ms: number } | null>(null)
  const look = async (): Promise<void> => {
    const answer = await job.run('检查数据库', options => api.backups.damage({}, options))
    if (answer) setFound(answer)
  }
  return (
    <div className="bak-tab">
      <Card
        title="检查数据库"
        note="逐页核对加密校验、记录之间的引用、附件和照片的哈希、审计日志有无缺行"
        more={may('backups.make') && <Button onClick={() => void look()}>现在检查</Button>}
      >
        {job.error !== null && <ErrorNote error={job.error} />}
        {found && <Found {...found} />}
      </Card>
      <Card title="检查和演练记录" note={runs.data && <DrillNote runs={runs.data} />} className="bak-card">
        {runs.isPending && <Loading />}
        {runs.isError && <ErrorNote error={runs.error} onRetry={() => void runs.refetch()} />}
        {runs.data?.length === 0 && (
          <EmptyState
            title="还没有检查或演练过"
            hint="在“备份”里选一份做恢复演练：恢复到临时文件夹、打开核对、记下用时，再清除。建议每月一次。"
          />
        )}
        {runs.data && runs.data.length > 0 && <Runs runs={runs.data} />}
      </Card>
      {job.running && <ProgressDialog {...job.running} stopping="没有改动任何内容" onCancel={job.cancel} />}
    </div>
  )
}

function DrillNote({ runs }: { runs: readonly BackupRun[] }) {
  const [now] = useState(() => Date.now())
  const last = runs.find(({ kind, good }) => kind === 'drill' && good)
  if (last && now - Date.parse(last.at) < DRILL_EACH_MS) return <>上次演练成功：{minuteWords(last.at)}</>
  return <StateMark state="soon">{last ? '距上次演练已超过一个月' : '还没有成功演练过'}</StateMark>
}

function Found({ findings, ms }: { findings: readonly Finding[]; ms: number }) {
  if (findings.length === 0)
    return (
      <p className="bak-found">
        <StateMark state="done">没有发现损坏，用时 {msWords(ms)}</StateMark>
      </p>
    )
  return (
    <div className="bak-found" role="alert">
      <p>
        <StateMark state="late">发现 {findings.length} 处损坏</StateMark>
        请停止录入，锁定后在登录页选“从备份恢复”，用最近一份完好的备份恢复；没有备份时选“抢救数据”。
      </p>
      <ul>
        {findings.map(({ name, detail, kind }) => (
          <li key={`${kind}${name}`}>
            <b>{tableTitle(name)}</b>
            {detail}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Runs({ runs }: { runs: readonly BackupRun[] }) {
  return (
    <div className="bak-scroll" tabIndex={0} role="region" aria-label="检查和演练记录">
      <table className="bak-table">
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">做了什么</th>
            <th scope="col">结果</th>
            <th scope="col">说明</th>
            <th scope="col" className="bak-number">
              用时
            </th>
            <th scope="col">经办人</th>
          </tr>
        </thead>
        <tbody>
          {runs.map(({ at, kind, good, finding, ms, by }) => (
            <tr key={`${at}${kind}`}>
              <th scope="row">{minuteWords(at)}</th>
              <td>{runTitles[kind]}</td>
              <td>
                <StateMark state={good ? 'done' : 'late'}>{good ? '完好' : '有损坏'}</StateMark>
              </td>
              <td className="bak-words">{finding || '—'}</td>
              <td className="bak-number">{msWords(ms)}</td>
              <td>{by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
