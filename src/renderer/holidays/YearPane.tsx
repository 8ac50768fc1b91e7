import { App } from 'antd'
import { useState } from 'react'
import { showDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import { type HolidayYear, mayAdoptHolidayYear, missingFixedDaysOff } from '../../shared/dates/work-days'
import { holidayCsv } from '../../shared/holidays/holiday-file.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useJob } from '../api/useJob'
import { VersionsCard } from '../interviews/configure/VersionsCard'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ReasonDialog } from '../ui/ReasonDialog'
import { ErrorNote } from '../ui/states'
import { blankDraft, draftOf, tableOf, turned } from './holidays.words'
import { YearCalendar } from './YearCalendar'
import { YearForm } from './YearForm'

interface YearPaneProps {
  readonly year: number
  readonly stored: HolidayYear | undefined
  readonly read: HolidayYear | undefined
  /** What was read has been kept or given up. */
  readonly onDone: () => void
}

const wordsOf = (table: HolidayYear | null): string =>
  table === null ? '撤回' : `${table.off.length} 个节日，${table.workedWeekends.length} 个调休上班日　${table.source}`

/** One year drawn and edited. What is on screen counts only when it is saved. */
export function YearPane({ year, stored, read, onDone }: YearPaneProps) {
  const versions = useCall('holidays', 'versions', { year })
  const start = read ?? stored
  const [draft, setDraft] = useState(() => (start ? draftOf(start) : blankDraft(year)))
  const [asking, setAsking] = useState<'put' | 'withdraw'>()
  const [copied, setCopied] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { message } = App.useApp()
  const job = useJob()
  async function save(): Promise<void> {
    setError(null)
    const place = await api.shell.chooseSaveFile({ suggestedName: `${year} 年放假安排`, extension: 'csv' })
    if (!place) return
    const done = await job.run('保存放假安排', options => api.holidays.saveYear({ year, target: place.token }, options))
    if (done) void message.info(`已存到 ${place.place}，在别的计算机上从“按通知导入”打开`)
  }
  const { table, wrong } = tableOf(draft)
  const seen = versions.data?.[0]?.version ?? 0
  const verdict = mayAdoptHolidayYear(table)
  const changed = JSON.stringify(table) !== JSON.stringify(stored ?? tableOf(blankDraft(year)).table)
  const refusal =
    wrong[0] ??
    (verdict.allowed ? undefined : verdict.reason) ??
    (draft.source.trim() === '' ? '先写依据的通知' : table.off.length === 0 ? '还没有放假日期' : undefined) ??
    (changed ? undefined : '没有改动')
  const missing = table.off.length === 0 ? [] : missingFixedDaysOff(table)
  return (
    <div className="hol-pane">
      <Card
        title={`${year} 年`}
        note={
          changed ? (
            <b className="hol-unsaved">还没有保存</b>
          ) : seen > 0 ? (
            `第 ${seen} 版`
          ) : stored ? (
            '随应用提供'
          ) : undefined
        }
      >
        <YearCalendar table={table} today={today()} onTurn={day => setDraft(turned(draft, day))} />
        <p className="hol-legend">
          <i data-day="off">休</i>放假
          <i data-day="worked">班</i>周末上班
          <span>点周末的日期，改为上班或者休息</span>
        </p>
      </Card>
      <div className="hol-side">
        <YearForm draft={draft} onChange={setDraft}>
          {refusal !== undefined && changed && <p role="alert">{refusal}</p>}
          {missing.length > 0 && (
            <p className="hol-warn">法定的 {missing.map(showDate).join('、')} 没有列入放假，请再核对一次</p>
          )}
          {(error ?? job.error) !== null && <ErrorNote error={error ?? job.error} />}
          <div className="dd-form-end">
            {stored && (
              <>
                <Button kind="link" onClick={() => void save().catch(setError)}>
                  存为表格文件
                </Button>
                <Button
                  kind="link"
                  onClick={() =>
                    void api.shell.copyText({ text: holidayCsv(stored) }).then(() => setCopied(true), setError)
                  }
                >
                  {copied ? '已复制' : '复制为表格'}
                </Button>
              </>
            )}
            {changed && (
              <Button
                onClick={() => {
                  setDraft(stored ? draftOf(stored) : blankDraft(year))
                  onDone()
                }}
              >
                放弃改动
              </Button>
            )}
            {seen > 0 && !changed && <Button onClick={() => setAsking('withdraw')}>撤回…</Button>}
            <Button kind="primary" reason={refusal} onClick={() => setAsking('put')}>
              保存…
            </Button>
          </div>
        </YearForm>
        {(versions.data?.length ?? 0) > 0 && (
          <VersionsCard
            versions={versions.data?.map(({ table: value, ...each }) => ({ ...each, value })) ?? []}
            wordsOf={wordsOf}
            onTake={value => value && setDraft(draftOf(value))}
          />
        )}
      </div>
      <ReasonDialog
        open={asking !== undefined}
        title={asking === 'withdraw' ? `撤回 ${year} 年的放假安排` : `保存 ${year} 年的放假安排`}
        consequence={
          asking === 'withdraw'
            ? '撤回以后按随应用提供的推算；没有随应用提供的年份不推算。历次版本还在，可以再取用。'
            : `另存一版，期限和提醒马上按新的安排推算。${missing.length > 0 ? '有法定节日没有列入放假。' : ''}`
        }
        confirmText={asking === 'withdraw' ? '撤回' : '保存'}
        onConfirm={async reason => {
          if (asking === 'withdraw') await api.holidays.withdraw({ year, version: seen, reason })
          else await api.holidays.put({ table, version: seen, reason })
          onDone()
        }}
        onClose={() => setAsking(undefined)}
      />
    </div>
  )
}
