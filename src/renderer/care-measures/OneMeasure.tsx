import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BoardRow } from '../../shared/care-measures/care-measures'
import { pageOf, progressOf } from '../../shared/care-measures/care-measures.rules'
import { type CareMeasureKey, careGroupTitles } from '../../shared/care-measures/measures.data'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { ErrorNote, Loading } from '../ui/states'
import { CatalogueForm } from './CatalogueForm'
import { dayDots, pageTitles, stateMarks } from './care-measures.words'
import { EvidenceCard } from './EvidenceCard'
import { MeasureVersions } from './MeasureVersions'
import { PlanForm } from './PlanForm'

/** One measure in a year: its plan, what was done, and what it is. */
export function OneMeasure({ measure, year }: { measure: CareMeasureKey; year: number }) {
  const [, go] = useLocation()
  const board = useCall('careMeasures', 'board', { year })
  if (board.isPending) return <Loading />
  if (board.isError) return <ErrorNote error={board.error} onRetry={() => void board.refetch()} />
  const row = board.data.find(({ key }) => key === measure)
  if (!row) return null
  const page = pageOf(measure)
  const { state, words } = progressOf(row, todayDay())
  const mark = stateMarks[state]
  return (
    <div className="dd-tab">
      <div className="cms-head">
        <Button kind="link" onClick={() => go(`/care/measures/${year}`)}>
          返回全部措施
        </Button>
        <h2>{row.title === '' ? '待本单位命名' : row.title}</h2>
        {row.group && (
          <span className="dd-aside">
            {row.group} {careGroupTitles[row.group]}
          </span>
        )}
        {mark === null ? <span className="dd-aside">{words}</span> : <StateMark state={mark}>{words}</StateMark>}
        {page !== null && (
          <Button size="small" onClick={() => go(page)}>
            到“{pageTitles[page] ?? '页面'}”办理
          </Button>
        )}
      </div>
      <div className="cms-one">
        <EvidenceCard row={row} year={year} />
        <div className="cms-side">
          <PlanCard row={row} year={year} />
          <CatalogueCard row={row} />
        </div>
      </div>
    </div>
  )
}

function PlanCard({ row, year }: { row: BoardRow; year: number }) {
  const configures = useMay()('care.configure')
  const [editing, setEditing] = useState(false)
  const [removing, setRemoving] = useState(false)
  const { plan, title, key } = row
  const facts: readonly (readonly [string, string])[] = plan
    ? [
        ['计划数', plan.target === null ? '' : `${plan.target} ${plan.countOf}`],
        ['目标', plan.goal],
        ['责任', plan.owner || row.owner],
        ['完成期限', dayDots(plan.dueOn)],
        ['说明', plan.notes],
        ['完成', plan.settledOn === null ? '' : dayDots(plan.settledOn)],
      ]
    : []
  return (
    <Card
      title={`${year} 年计划`}
      more={
        configures && (
          <span className="dd-row-acts">
            {plan && (
              <Button size="small" kind="link" onClick={() => setRemoving(true)}>
                去掉
              </Button>
            )}
            <Button size="small" reason={title === '' ? '先命名' : undefined} onClick={() => setEditing(true)}>
              {plan ? '修改' : '定计划'}
            </Button>
          </span>
        )
      }
    >
      {plan ? <Facts facts={facts} /> : <p className="cms-none">还没有计划</p>}
      {editing && <PlanForm row={row} year={year} onClose={() => setEditing(false)} />}
      <ReasonDialog
        open={removing}
        title="去掉计划"
        consequence={`“${title}”${year} 年不再有计划，已登记的落实情况留着。`}
        confirmText="去掉"
        danger
        onConfirm={async reason => {
          if (plan) await api.careMeasures.unplan({ key, year, revision: plan.revision, reason })
        }}
        onClose={() => setRemoving(false)}
      />
    </Card>
  )
}

function CatalogueCard({ row }: { row: BoardRow }) {
  const configures = useMay()('care.configure')
  const [editing, setEditing] = useState(false)
  const isDefault = row.version === 0 && row.title !== ''
  return (
    <>
      <Card
        title="措施"
        note={isDefault ? '维度、周期是默认值，请本单位核定' : undefined}
        more={
          configures && (
            <Button size="small" onClick={() => setEditing(true)}>
              {row.title === '' ? '命名' : '修改'}
            </Button>
          )
        }
      >
        <Facts
          facts={[
            ['类别', row.group ?? '未定'],
            ['维度', row.title === '' ? '' : row.dimension],
            ['周期', row.title === '' ? '' : row.period],
            ['责任', row.owner],
            ['状态', row.on ? '启用' : '停用'],
          ]}
        />
        <p className="cms-basis">
          {row.basis.source} <BasisWord basis={row.basis} />
        </p>
        {editing && <CatalogueForm row={row} onClose={() => setEditing(false)} />}
      </Card>
      {configures && row.version > 0 && <MeasureVersions row={row} />}
    </>
  )
}

const Facts = ({ facts }: { facts: readonly (readonly [string, string])[] }) => (
  <dl className="cms-facts">
    {facts
      .filter(([, text]) => text !== '')
      .map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
  </dl>
)
