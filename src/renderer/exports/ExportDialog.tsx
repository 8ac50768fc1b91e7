import { App, Modal } from 'antd'
import { useId, useState } from 'react'
import { exportTitles } from '../../shared/exports/exports'
import type { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { useDraft } from '../api/drafts'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { ErrorNote, Loading } from '../ui/states'
import { type Offer, useAsked } from './ask'
import './exports.css'
import { useOrder } from './OrderForm'
import { ResultView } from './ResultView'
import type { Finished, Way } from './way'
import { ways } from './ways'

/** What leaves, whose, in which form and why: one act of the register. */
export function ExportDialog({ offer, onClose }: { offer: Offer; onClose: () => void }) {
  const { message } = App.useApp()
  const prepared = useCall('exports', 'prepare', { whom: offer.whom })
  const [finished, setFinished] = useState<Finished>()
  const people = prepared.data?.people
  return (
    <Modal
      open
      title={finished ? exportTitles[finished.entry.kind] : `导出：${offer.label}`}
      onCancel={onClose}
      footer={null}
      width={finished ? 520 : 960}
      centered
      mask={{ closable: false }}
      className="exp-dialog"
    >
      {finished ? (
        <ResultView finished={finished} onSay={words => void message.warning(words)} onClose={onClose} />
      ) : (
        <>
          {prepared.isPending && <Loading />}
          {prepared.isError && <ErrorNote error={prepared.error} onRetry={() => void prepared.refetch()} />}
          {people === 0 && <p className="exp-hint">名单里没有人，没有可以导出的内容。</p>}
          {prepared.data && people !== 0 && (
            <Ways offer={offer} {...prepared.data} onFinished={setFinished} onClose={onClose} />
          )}
        </>
      )}
    </Modal>
  )
}

interface WaysProps {
  offer: Offer
  people: number
  mark: SecrecyMark
  onFinished: (finished: Finished) => void
  onClose: () => void
}

function Ways({ mark, ...props }: WaysProps) {
  const last = useDraft('exports.way', { id: '' })
  const first = useAsked(({ way }) => way)
  const [chosen, setChosen] = useState(first)
  const may = useMay()
  const order = useOrder(mark)
  const offered = ways.filter(({ needs }) => needs === undefined || may(needs))
  const way = offered.find(({ id }) => id === (chosen ?? last.value.id)) ?? offered[0]
  if (!way) return null
  const choose = (id: string): void => {
    setChosen(null)
    last.set({ id })
  }
  return (
    <div className="exp-body">
      <WayList ways={offered} way={way} onChange={choose} />
      <way.Form key={way.id} {...props} atLeast={mark} order={order} />
    </div>
  )
}

interface WayListProps {
  ways: readonly Way[]
  way: Way
  onChange: (id: string) => void
}

function WayList({ ways: offered, way, onChange }: WayListProps) {
  const group = useId()
  return (
    <div className="exp-ways" role="radiogroup" aria-label="导出什么">
      {offered.map(({ id, title, hint }) => (
        <label key={id} className="exp-way">
          <input type="radio" name={group} checked={id === way.id} onChange={() => onChange(id)} />
          <span>
            {title}
            <small>{hint}</small>
          </span>
        </label>
      ))}
    </div>
  )
}
