import { Segmented } from 'antd'
import { useState } from 'react'
import { batchTotals, mayFinish } from '../../shared/care-batches/batch.rules'
import type { Batch, BatchId, BatchSheet, Visit } from '../../shared/care-batches/care-batches'
import { batchSheets } from '../../shared/care-batches/care-batches'
import { standardOn, yuan } from '../../shared/care-standards/care-standards.rules'
import { showDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { ErrorNote, Loading } from '../ui/states'
import { BatchForm } from './BatchForm'
import { PlanPane } from './PlanPane'
import { ResultsPane } from './ResultsPane'
import { SheetDialog } from './SheetDialog'

type Pane = '名单' | '结果'

/** One batch: its list, its papers, its results, and what it comes to. */
export function BatchView({ id }: { id: BatchId }) {
  const found = useCall('careBatches', 'get', { id })
  const [pane, setPane] = useState<Pane>()
  if (found.isPending) return <Loading />
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  const { batch, visits, corrected } = found.data
  const shown = pane ?? (visits.length === 0 ? '名单' : '结果')
  return (
    <div className="dd-tab">
      <BatchHead batch={batch} visits={visits} corrected={corrected} />
      <div className="dd-filter">
        <Segmented<Pane> value={shown} onChange={setPane} options={['名单', '结果']} />
      </div>
      {/* Both stay: what is typed in the one is there after a look at the other. */}
      <div hidden={shown !== '名单'}>
        <PlanPane key={batch.id} batch={batch} visits={visits} />
      </div>
      <div hidden={shown !== '结果'}>
        <ResultsPane key={batch.id} batch={batch} visits={visits} />
      </div>
    </div>
  )
}

interface BatchHeadProps {
  readonly batch: Batch
  readonly visits: readonly Visit[]
  /** Records that stay as they are when it is opened again. */
  readonly corrected: number
}

function BatchHead({ batch, visits, corrected }: BatchHeadProps) {
  const may = useMay()
  const standards = useCall('careStandards', 'list', {})
  const [sheet, setSheet] = useState<BatchSheet>()
  const [asking, setAsking] = useState<'reopen' | 'remove'>()
  const [changing, setChanging] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const standard = standardOn(standards.data ?? [], batch.occasion, batch.from)
  const totals = batchTotals(visits, batch.budgetFen, standard)
  const one = { id: batch.id, revision: batch.revision }
  const open = batch.state === '进行中'
  const verdict = mayFinish(visits, batch)
  if (changing) return <BatchForm batch={batch} onKept={() => setChanging(false)} onClose={() => setChanging(false)} />
  return (
    <Card
      title={batch.title}
      note={`${batch.occasion}　${showDate(batch.from)} 至 ${showDate(batch.to)}　${batch.state}`}
      more={
        open &&
        may('care.edit') && (
          <Button size="small" onClick={() => setChanging(true)}>
            修改
          </Button>
        )
      }
    >
      <dl className="bat-totals" aria-live="polite">
        {(
          [
            ['名单', `${totals.people} 人`],
            ['已走访', `${totals.visited} 人`],
            ['待走访', `${totals.waiting} 人`],
            ['未走访', `${totals.missed} 人`],
            ['计划', `${yuan(totals.plannedFen)} 元`],
            ['实发', `${yuan(totals.givenFen)} 元`],
            ['资金来源', batch.source ?? '没有定'],
            ['批准', batch.approvedBy === '' ? '没有写' : batch.approvedBy],
            ['预算', batch.budgetFen === null ? '没有定' : `${yuan(batch.budgetFen)} 元`],
          ] as const
        ).map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>标准</dt>
          <dd>
            {standard === undefined || standard.ceilingFen === null
              ? '没有录入'
              : `每人次 ${yuan(standard.ceilingFen)} 元`}{' '}
            {standard && <BasisWord basis={standard} />}
          </dd>
        </div>
      </dl>
      {totals.warnings.map(words => (
        <p key={words} className="bat-warn" role="note">
          {words}
        </p>
      ))}
      {error !== null && <ErrorNote error={error} />}
      <div className="bat-acts">
        {may('cadres.export') &&
          batchSheets.map(each => (
            <Button key={each} reason={visits.length === 0 ? '名单是空的' : undefined} onClick={() => setSheet(each)}>
              {each}
            </Button>
          ))}
        {may('care.edit') &&
          (open ? (
            <>
              <Button reason={totals.visited > 0 ? '已经有人走访' : undefined} onClick={() => setAsking('remove')}>
                删除…
              </Button>
              <Button
                kind="primary"
                reason={verdict.allowed ? undefined : verdict.reason}
                onClick={() => void api.careBatches.finish(one).then(() => setError(null), setError)}
              >
                办结
              </Button>
            </>
          ) : (
            <Button onClick={() => setAsking('reopen')}>重新打开…</Button>
          ))}
      </div>
      {sheet && <SheetDialog batch={batch} visits={visits} sheet={sheet} onClose={() => setSheet(undefined)} />}
      <ReasonDialog
        open={asking !== undefined}
        title={asking === 'remove' ? '删除这次走访慰问' : '重新打开这次走访慰问'}
        consequence={
          asking === 'remove'
            ? `名单和计划一并去掉。${AUDITED_REASON}`
            : `办结时记入每个人的关爱记录撤回，改好后再办结。${
                corrected > 0 ? `办结后单独更正过的 ${corrected} 条原样保留，再办结时不重记。` : ''
              }${AUDITED_REASON}`
        }
        confirmText={asking === 'remove' ? '删除' : '重新打开'}
        danger={asking === 'remove'}
        onConfirm={async reason => {
          if (asking === 'remove') {
            await api.careBatches.remove({ ...one, reason })
            history.back()
          } else await api.careBatches.reopen({ ...one, reason })
        }}
        onClose={() => setAsking(undefined)}
      />
    </Card>
  )
}
