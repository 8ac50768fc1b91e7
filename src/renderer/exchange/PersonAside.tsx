import { Radio } from 'antd'
import { useState } from 'react'
import type { ArrivalDetail, ArrivalId, Difference } from '../../shared/exchange/exchange'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { ReasonDialog } from '../ui/ReasonDialog'
import { ErrorNote, Loading } from '../ui/states'
import { DifferenceView } from './DifferenceView'
import { useExchange } from './exchange.store'
import { stateWords } from './exchange.words'
import { useAct } from './useAct'

interface PersonAsideProps {
  id: ArrivalId
  place: number
}

/** One person of the package: who it is here, and every difference with both values side by side. */
export function PersonAside({ id, place }: PersonAsideProps) {
  const detail = useCall('exchange', 'item', { id, place })
  const walk = useExchange(store => store.walk)
  return (
    <aside className="exc-aside" aria-label="核对">
      <button type="button" className="exc-close" aria-label="关闭" onClick={() => walk(null)}>
        <Icon name="close" size={16} />
      </button>
      {detail.isPending && <Loading />}
      {detail.isError && <ErrorNote error={detail.error} onRetry={() => void detail.refetch()} />}
      {detail.data && <Person id={id} place={place} detail={detail.data} />}
    </aside>
  )
}

function Person({ id, place, detail }: PersonAsideProps & { detail: ArrivalDetail }) {
  const { item, note, differences } = detail
  const [asked, setAsked] = useState<Difference>()
  const [shown, setShown] = useState<ReadonlyMap<string, Difference>>(new Map())
  const act = useAct()
  const decide = (keys: readonly string[], choice: 'keep' | 'take' | null): void =>
    act(api.exchange.decide({ id, place, keys: [...keys], choice }))
  const open = differences
    .filter(({ judged, choice }) => judged === 'conflict' && choice === null)
    .map(({ key }) => key)
  return (
    <>
      <header className="exc-who">
        <h2>{item.name}</h2>
        <p>
          {item.unitName}
          <span className={`exc-state exc-state-${item.state}`}>{stateWords[item.state]}</span>
        </p>
        {note !== null && <p className="exc-quiet">{note}</p>}
      </header>
      <Identity id={id} place={place} detail={detail} />
      {open.length > 1 && (
        <p className="exc-acts">
          <span className="exc-quiet">{open.length} 处都改过：</span>
          <Button size="small" onClick={() => decide(open, 'keep')}>
            都保留本库
          </Button>
          <Button size="small" onClick={() => decide(open, 'take')}>
            都采用对方
          </Button>
        </p>
      )}
      {differences.length === 0 && item.fate === 'merge' && <p className="exc-quiet">与本库相同，没有要并入的内容。</p>}
      <ul className="exc-differences">
        {differences.map(each => (
          <DifferenceView
            key={each.key}
            difference={each}
            lines={shown.get(each.key)?.lines ?? each.lines}
            isNew={item.fate === 'add'}
            onChoose={choice => decide([each.key], choice)}
            onReveal={each.masked !== null && !shown.has(each.key) ? () => setAsked(each) : undefined}
          />
        ))}
      </ul>
      {asked && (
        <ReasonDialog
          open
          title={`查看${asked.title}`}
          consequence="查看敏感信息会记入审计。"
          confirmText="查看"
          onConfirm={async reason => {
            if (asked.masked === null) return
            const revealed = await api.exchange.reveal({ id, place, field: asked.masked, reason })
            setShown(now => new Map([...now, ...revealed.map(each => [each.key, each] as const)]))
            setAsked(undefined)
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

/** Who it is here; asked only where somebody here is alike, or where nothing is taken as it stands. */
function Identity({ id, place, detail }: PersonAsideProps & { detail: ArrivalDetail }) {
  const { item, cadreId, candidates, note } = detail
  const act = useAct()
  const isKnown = item.fate === 'merge' && note === null && candidates.every(each => each.id === cadreId)
  if (isKnown || (candidates.length === 0 && item.fate !== 'skip')) return null
  const value = item.fate === 'merge' ? (cadreId ?? '') : (item.fate ?? '')
  return (
    <fieldset className="exc-identity">
      <legend>在本库里是</legend>
      <Radio.Group
        className="exc-radios"
        value={value}
        onChange={event => {
          const chosen = String(event.target.value)
          const merged = candidates.find(each => each.id === chosen)
          if (merged) return act(api.exchange.choose({ id, place, fate: 'merge', cadreId: merged.id }))
          act(api.exchange.choose({ id, place, fate: chosen === 'add' ? 'add' : 'skip', cadreId: null }))
        }}
      >
        {candidates.map(each => (
          <Radio key={each.id} value={each.id}>
            {each.name} {each.birth ?? ''} {each.post}
            <small>{each.why}</small>
          </Radio>
        ))}
        <Radio value="add">另一个人，新增</Radio>
        <Radio value="skip">不并入</Radio>
      </Radio.Group>
    </fieldset>
  )
}
