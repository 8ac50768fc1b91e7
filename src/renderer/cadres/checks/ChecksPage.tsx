import { App } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CheckFilter } from '../../../shared/checks/checks'
import { api } from '../../api/client'
import { useMay } from '../../api/session'
import { useJob } from '../../api/useJob'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { Page } from '../../ui/Page'
import { ProgressDialog } from '../../ui/ProgressDialog'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import '../cadre.css'
import { count } from '../cadres.words'
import './checks.css'
import { ChecksFilter } from './ChecksFilter'
import { PersonFindings } from './PersonFindings'
import { PrintChecks } from './PrintChecks'
import { everything, useChecks } from './useChecks'
import { useDismissal } from './useDismissal'

/** 核对: what the rules find in the files of a unit and everything below it, person by person. */
export function ChecksPage() {
  const [filter, setFilter] = useState<CheckFilter>(everything)
  const [printing, setPrinting] = useState(false)
  const { people, summary, error, retry, more } = useChecks(filter)
  const [, go] = useLocation()
  const may = useMay()
  const dismissals = useDismissal()
  const narrowed = filter.rules.length > 0 || filter.sureness.length > 0
  return (
    <Page
      title="核对"
      note={summary && `${count(summary.findings)} 处，${count(summary.total)} 人`}
      actions={
        <>
          <Button icon={<Icon name="left" size={16} />} onClick={() => go('/cadres')}>
            干部名册
          </Button>
          {may('cadres.export') && (
            <Button
              icon={<Icon name="print" size={16} />}
              reason={summary && summary.total > 0 ? undefined : '没有可以打印的'}
              onClick={() => setPrinting(true)}
            >
              打印清单
            </Button>
          )}
        </>
      }
    >
      <div className="chk-page">
        <ChecksFilter filter={filter} counts={summary?.counts ?? []} onChange={setFilter} />
        {summary && summary.due > 0 && <Due due={summary.due} unitId={filter.unitId} edits={may('cadres.edit')} />}
        <Card className="chk-card">
          {error !== null && <ErrorNote error={error} onRetry={retry} />}
          {!summary && error === null && <Loading />}
          {summary?.total === 0 && (
            <Nothing
              filter={filter}
              due={summary.due}
              onWhole={narrowed ? () => setFilter({ ...filter, rules: [], sureness: [] }) : undefined}
            />
          )}
          {people.length > 0 && (
            <div className="chk-scroll" tabIndex={0} role="region" aria-label="核对结果">
              {people.map((person, index) => (
                <PersonFindings
                  key={person.id}
                  person={person}
                  heading={people[index - 1]?.unitName === person.unitName ? null : person.unitName || '没有填单位'}
                  edits={may('cadres.edit')}
                  dismissals={dismissals}
                />
              ))}
              {more && summary && (
                <p className="chk-more">
                  已列出 {count(people.length)} 人
                  <Button kind="link" size="small" onClick={more}>
                    再列一些（共 {count(summary.total)} 人）
                  </Button>
                </p>
              )}
            </div>
          )}
        </Card>
      </div>
      {dismissals.dialog}
      {printing && summary && <PrintChecks filter={filter} people={summary.total} onClose={() => setPrinting(false)} />}
    </Page>
  )
}

/** What depends on time, such as ages and the assessment of last year, is looked at again each month. */
function Due({ due, unitId, edits }: { due: number; unitId: string | null; edits: boolean }) {
  const job = useJob()
  const { message } = App.useApp()
  const recheck = async (): Promise<void> => {
    const done = await job.run('重新核对', options => api.checks.recheck({ unitId }, options))
    if (done) void message.info(`已核对 ${count(done.checked)} 份档案`)
  }
  return (
    <p className="cdr-strip">
      <Icon name="clock" size={16} />
      <b>{count(due)} 份档案本月还没有核对</b>
      <span>年龄、考核等随时间变化的结果可能不同。</span>
      {edits && (
        <Button size="small" onClick={() => void recheck()}>
          现在核对
        </Button>
      )}
      {job.error !== null && <ErrorNote error={job.error} />}
      {job.running && <ProgressDialog {...job.running} onCancel={job.cancel} />}
    </p>
  )
}

function Nothing({ filter, due, onWhole }: { filter: CheckFilter; due: number; onWhole: (() => void) | undefined }) {
  if (onWhole) return <EmptyState title="没有这样的核对结果" action={<Button onClick={onWhole}>去掉条件</Button>} />
  if (filter.dismissed) return <EmptyState title="没有不再提示的核对结果" />
  return (
    <EmptyState
      title={due > 0 ? '核对过的档案里没有前后不一的地方' : '没有发现前后不一的地方'}
      hint="没有填的内容不在核对之列。档案导入或修改以后自动核对，结果列在这里。"
    />
  )
}
