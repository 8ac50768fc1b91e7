import { useState } from 'react'
import type { Lost } from '../../shared/backups/backups'
import { tableTitle } from '../../shared/backups/table-titles'
import { api } from '../api/client'
import { useJob } from '../api/useJob'
import { session } from '../session/session.store'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { KeyForm } from './KeyForm'
import { Plaque, StartFrame } from './StartFrame'
import { Working } from './Working'

type Found = { readonly name: string; readonly rows: number; readonly lost: Lost[] }

/** Reads out of a damaged store what can still be read, and names what was lost. */
export function SalvagePage({ unit, byCode, onClose }: { unit: string; byCode: boolean; onClose: () => void }) {
  const [found, setFound] = useState<Found | null>(null)
  const job = useJob()
  const finish = (): void => {
    void session.getState().refresh()
    onClose()
  }
  return (
    <StartFrame side={<Plaque text={unit} />} wide>
      {job.running !== null && <Working {...job.running} onCancel={job.cancel} />}
      {job.running === null && found === null && (
        <>
          <KeyForm
            title="抢救数据"
            lead="把损坏的数据库里还能读出的内容全部写进一个新的数据库，并列出丢失了什么。有完好的备份时，请优先从备份恢复。"
            act="开始抢救"
            byCode={byCode}
            onKey={async key => {
              const done = await job.run('正在抢救', options => api.backups.salvage({ key }, options))
              if (done) setFound(done)
            }}
            onBack={onClose}
          />
          {job.error !== null && (
            <div className="start-after">
              <ErrorNote error={job.error} />
            </div>
          )}
        </>
      )}
      {job.running === null && found !== null && (
        <>
          <h1>{found.lost.length === 0 ? '全部读出来了' : '能读的都读出来了'}</h1>
          <p className="start-lead">
            共 {found.rows.toLocaleString('zh-CN')} 条记录。损坏的数据库原样放在数据库文件夹里的“{found.name}
            ”，没有删除。
          </p>
          {found.lost.length > 0 && (
            <ul className="start-lost" aria-label="丢失的内容">
              {found.lost.map(({ table, rows, what }) => (
                <li key={`${table}${what}`}>
                  <b>{tableTitle(table)}</b>
                  {rows < 0 ? '若干' : `${rows} `}条{what}
                </li>
              ))}
            </ul>
          )}
          <p className="start-kept">登录后请对照纸质材料核对。安全保密管理员登录确认之前只能查看。</p>
          <div className="start-actions">
            <Button kind="primary" onClick={finish}>
              去登录
            </Button>
          </div>
        </>
      )}
    </StartFrame>
  )
}
