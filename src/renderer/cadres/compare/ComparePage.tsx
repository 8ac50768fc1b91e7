import { useEffect, useMemo, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { CadreId } from '../../../shared/cadres/cadres'
import { comparedRows } from '../../../shared/cadres/compare.rules'
import { showDate } from '../../../shared/dates/partial-date'
import { today } from '../../../shared/dates/today'
import { useMay } from '../../api/session'
import { askExport, offerExport } from '../../exports/ask'
import { askForms } from '../../papers/ask'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { Page } from '../../ui/Page'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import { AddPerson } from './AddPerson'
import './compare.css'
import { CompareTable } from './CompareTable'
import { comparedIn, compareRoute, LEAST_COMPARED, MOST_COMPARED } from './compare.route'
import { useCompared } from './useCompared'

/** 比较: facts of two to four people side by side. Nothing is added up, and nobody is put before anybody. */
export function ComparePage() {
  const { ids: named = '' } = useParams<{ ids?: string }>()
  const ids = useMemo(() => comparedIn(decodeURIComponent(named)), [named])
  const [, go] = useLocation()
  const { people, error, isPending, retry } = useCompared(ids)
  const [onlyDiffering, setOnlyDiffering] = useState(false)
  const exports = useMay()('cadres.export')
  const offer = useMemo(() => ({ label: `比较的 ${ids.length} 人`, whom: { by: 'ids' as const, ids } }), [ids])
  useEffect(() => (offer.whom.ids.length > 0 ? offerExport(offer) : undefined), [offer])
  const rows = comparedRows(people, today())
  const differing = rows.filter(({ differs }) => differs)
  const without = (id: CadreId): void => go(compareRoute(ids.filter(other => other !== id)), { replace: true })
  const nobody = ids.length === 0 ? '先选一个人' : undefined
  return (
    <Page
      title="比较"
      note={`只列事实；年龄和年限算到今天（${showDate(today())}）`}
      actions={
        <>
          <label className="cmp-only">
            <input type="checkbox" checked={onlyDiffering} onChange={event => setOnlyDiffering(event.target.checked)} />
            只看不同的（{differing.length}/{rows.length} 项）
          </label>
          {exports && (
            <>
              <Button icon={<Icon name="print" size={16} />} reason={nobody} onClick={() => askForms(offer)}>
                打印任免表
              </Button>
              <Button icon={<Icon name="export" size={16} />} reason={nobody} onClick={() => askExport(offer)}>
                导出
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="cmp-page">
        {error !== null && <ErrorNote error={error} onRetry={retry} />}
        {isPending && <Loading />}
        {ids.length < MOST_COMPARED && (
          <AddPerson
            isFirst={ids.length === 0}
            taken={ids}
            onAdd={id => go(compareRoute([...ids, id]), { replace: true })}
          />
        )}
        {ids.length < LEAST_COMPARED && !isPending && (
          <EmptyState
            title={ids.length === 0 ? '选两到四个人，把事实并排来看' : '再加一个人，就能比较'}
            hint="也可以在干部名册或组合查询里勾选两到四人，点“比较”。"
          />
        )}
        {people.length > 0 && (
          <CompareTable
            people={people}
            rows={onlyDiffering ? differing : rows}
            onOpen={id => go(`/cadres/${id}`)}
            onRemove={without}
          />
        )}
      </div>
    </Page>
  )
}
