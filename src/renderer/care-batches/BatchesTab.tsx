import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { BatchId } from '../../shared/care-batches/care-batches'
import { yuan } from '../../shared/care-standards/care-standards.rules'
import { showDate } from '../../shared/dates/partial-date'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { StateMark } from '../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { BatchForm } from './BatchForm'
import { BatchView } from './BatchView'
import './care-batches.css'

/** 走访慰问: festival by festival, whom we visit, with what, and what came of it. */
export function BatchesTab() {
  const [, params] = useRoute('/care/batches/:id')
  const one = BatchId.safeParse(params?.id)
  return one.success ? <BatchView key={one.data} id={one.data} /> : <BatchList />
}

function BatchList() {
  const [, go] = useLocation()
  const edits = useMay()('care.edit')
  const list = useCall('careBatches', 'list', {})
  const [adding, setAdding] = useState(false)
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <span className="dd-aside">从查询或者名单选人，打印签领表，结果在一页上登记，办结后记入每个人。</span>
        {edits && (
          <Button icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
            新建
          </Button>
        )}
      </div>
      {adding && <BatchForm onClose={() => setAdding(false)} onKept={({ id }) => go(`/care/batches/${id}`)} />}
      <Card className="dd-list">
        {list.isPending && <Loading />}
        {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
        {list.data?.length === 0 && <EmptyState title="还没有走访慰问" hint="元旦春节、七一、八一、重阳等各建一次。" />}
        <ul>
          {list.data?.map(batch => (
            <li key={batch.id} className="dd-row">
              <button type="button" onClick={() => go(`/care/batches/${batch.id}`)}>
                <b>{batch.title}</b>
                <span>
                  {batch.occasion}　{showDate(batch.from)} 至 {showDate(batch.to)}
                </span>
              </button>
              <span>
                {batch.people} 人<small>已走访 {batch.visited} 人</small>
              </span>
              <span>
                计划 {yuan(batch.plannedFen)} 元<small>实发 {yuan(batch.givenFen)} 元</small>
              </span>
              <StateMark state={batch.state === '已办结' ? 'done' : 'soon'}>{batch.state}</StateMark>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
