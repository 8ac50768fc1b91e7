import { Select } from 'antd'
import { useState } from 'react'
import { type Arrival, type ArrivalId, moduleTitles } from '../../shared/exchange/exchange'
import { UnitId } from '../../shared/units/units'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useJob } from '../api/useJob'
import { unitOptions } from '../cadres/units.options'
import { Button } from '../ui/Button'
import { ProgressDialog } from '../ui/ProgressDialog'
import { ErrorNote, Loading } from '../ui/states'
import { SearchField } from '../ui/TextField'
import { useExchange } from './exchange.store'
import { minuteWords, outcomeWords, stateOrder, stateWords } from './exchange.words'
import { PersonAside } from './PersonAside'
import { PersonList } from './PersonList'
import { useAct } from './useAct'

/** One package as it came: who has sent it, what is new, what differs and what waits for a decision. */
export function Review({ id }: { id: ArrivalId }) {
  const arrival = useCall('exchange', 'arrival', { id })
  const { state, text, place, show, search } = useExchange()
  if (arrival.isPending) return <Loading />
  if (arrival.isError) return <ErrorNote error={arrival.error} onRetry={() => void arrival.refetch()} />
  const { data } = arrival
  const held = stateOrder.filter(each => (data.counts[each] ?? 0) > 0)
  return (
    <div className="exc-review">
      <p className="exc-from">
        <b>{data.partnerUnit}</b>
        <span>第 {data.number} 号</span>
        <span>{minuteWords(data.madeAt)} 制作</span>
        <span className="exc-mark">{data.mark}</span>
        <span>{data.modules.map(module => moduleTitles[module]).join('、')}</span>
      </p>
      <div className="exc-bar">
        <div className="exc-slices" role="tablist" aria-label="按情况查看">
          <button type="button" role="tab" aria-selected={state === null} onClick={() => show(null)}>
            全部<b>{data.people}</b>
          </button>
          {held.map(each => (
            <button
              key={each}
              type="button"
              role="tab"
              aria-selected={state === each}
              data-urgent={each === 'conflict' || each === 'undecided' || undefined}
              onClick={() => show(each)}
            >
              {stateWords[each]}
              <b>{data.counts[each]}</b>
            </button>
          ))}
        </div>
        <SearchField label="在数据包里查找" placeholder="姓名" value={text} onChange={search} />
      </div>
      <div className="exc-split">
        <PersonList id={id} />
        {place !== null && <PersonAside key={place} id={id} place={place} />}
      </div>
      <ApplyBar arrival={data} />
    </div>
  )
}

const NONE = ''

function ApplyBar({ arrival: { id, counts, blocked } }: { arrival: Arrival }) {
  const units = useCall('units', 'tree', {})
  const [unitId, setUnitId] = useState(NONE)
  const job = useJob()
  const act = useAct()
  const { open } = useExchange()
  const news = counts['new'] ?? 0
  const apply = async (): Promise<void> => {
    const outcome = await job.run('正在并入', options =>
      api.exchange.apply({ id, unitId: unitId === NONE ? null : UnitId.parse(unitId) }, options),
    )
    if (!outcome) return
    open(null)
    useExchange.setState({ done: { words: `已并入：${outcomeWords(outcome)}`, id } })
  }
  const discard = async (): Promise<void> => {
    await api.exchange.discard({ id })
    open(null)
    useExchange.setState({ done: { words: '已放弃这个数据包，档案没有任何改动；文件可以再次打开', id: null } })
  }
  return (
    <>
      {job.error !== null && <ErrorNote error={job.error} />}
      <footer className="exc-apply">
        <span className="exc-plan">
          将新增 {news} 人，更新 {counts['changed'] ?? 0} 人。并入以前，档案没有任何改动。
          {news > 0 && <small>新增的人按单位名称对应；对应不上的放到右边选定的单位。</small>}
        </span>
        {news > 0 && (
          <Select
            aria-label="新增人员的单位"
            className="exc-unit"
            value={unitId}
            onChange={setUnitId}
            options={[{ value: NONE, label: '对应不上的不放入单位' }, ...unitOptions(units.data ?? [])]}
            showSearch={{ optionFilterProp: 'label' }}
          />
        )}
        {(counts['conflict'] ?? 0) > 0 && (
          <>
            <Button onClick={() => act(api.exchange.decideAll({ id, choice: 'keep' }))}>冲突全部保留本库</Button>
            <Button onClick={() => act(api.exchange.decideAll({ id, choice: 'take' }))}>冲突全部采用对方</Button>
          </>
        )}
        <Button onClick={() => act(discard())}>放弃</Button>
        <Button kind="primary" reason={blocked ?? undefined} onClick={() => void apply()}>
          并入
        </Button>
      </footer>
      {job.running && <ProgressDialog {...job.running} onCancel={job.cancel} />}
    </>
  )
}
