import { Modal, Segmented } from 'antd'
import { useState } from 'react'
import type { Cadre } from '../../../shared/cadres/cadres'
import { applyChanges, type CadreChange } from '../../../shared/cadres/diff.rules'
import { type CadreField, fieldLabels } from '../../../shared/cadres/field-labels'
import type { Offer, TextPair } from '../../../shared/cadres/pairs/pair'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { EmptyState, ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'
import { longestText, OfferRow, TextRow } from './OfferRow'
import './texts.css'
import { WrittenNow } from './WrittenNow'

type Way = 'toRows' | 'toTexts'
const ways = [
  { value: 'toRows', label: '由文字生成记录' },
  { value: 'toTexts', label: '由记录生成文字' },
] as const
const reasons: Record<Way, string> = { toRows: '按任免表文字生成记录', toTexts: '按记录生成任免表文字' }

interface TextsDialogProps {
  cadre: Cadre
  pair: TextPair
  /** Whether a step of its own is saved, which wants a reason; otherwise it goes into what is being edited. */
  saves: boolean
  /** Takes the file as chosen; the fields are those that may differ. */
  onTake: (after: Cadre, fields: readonly CadreField[], reason: string) => Promise<void>
  onClose: () => void
}

const keyOf = ({ change }: Offer): string =>
  change.kind === 'value' ? change.field : `${change.kind} ${change.field} ${change.at} ${JSON.stringify(change)}`

/** A text of the form beside the rows that say the same: what would change either way, and a person chooses. */
export function TextsDialog({ cadre, pair, saves, onTake, onClose }: TextsDialogProps) {
  const units = useCall('units', 'tree', {})
  const [way, setWay] = useState<Way>(pair.hasText(cadre) || !pair.hasRows(cadre) ? 'toRows' : 'toTexts')
  const [years, setYears] = useState<number>()
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [written, setWritten] = useState<ReadonlyMap<string, string>>(new Map())
  const [reason, setReason] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { offers, unread, notes } = pair[way](cadre, { units: units.data ?? [], years })
  const isTaken = (offer: Offer): boolean => ticks.get(keyOf(offer)) ?? offer.taken
  const tick = (chosen: readonly Offer[], taken: boolean): void =>
    setTicks(new Map([...ticks, ...chosen.map(offer => [keyOf(offer), taken] as const)]))
  const textOf = (change: CadreChange): string =>
    change.kind === 'value' ? (written.get(change.field) ?? String(change.after ?? '')) : ''
  const chosen = offers.filter(isTaken).map(({ change }) => change)
  const tooLong = way === 'toTexts' && chosen.find(change => textOf(change).length > longestText(change.field))
  const why = reason ?? reasons[way]
  const refusal =
    chosen.length === 0
      ? '还没有选'
      : tooLong
        ? `${fieldLabels[tooLong.field]}最多 ${longestText(tooLong.field)} 个字`
        : saves && why.trim() === ''
          ? '写明理由'
          : undefined
  const turn = (next: Way): void => {
    setWay(next)
    setTicks(new Map())
    setWritten(new Map())
  }
  const take = async (): Promise<void> => {
    if (busy || refusal !== undefined) return
    setBusy(true)
    setError(null)
    try {
      const changes = chosen.map(change =>
        way === 'toTexts' && change.kind === 'value' ? { ...change, after: textOf(change) } : change,
      )
      await onTake(applyChanges(cadre, changes), way === 'toRows' ? pair.rows : pair.texts, why.trim())
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={`${pair.title}：文字和记录`}
      onCancel={onClose}
      footer={null}
      width={880}
      centered
      mask={{ closable: false }}
      className="txt-dialog"
    >
      <div className="txt-ways">
        <Segmented<Way> aria-label="方向" options={[...ways]} value={way} onChange={turn} />
        {way === 'toTexts' && pair.key === 'assessments' && <YearsChoice years={years} onChange={setYears} />}
      </div>
      <div className="txt-body" role="group" aria-label="不同之处">
        {way === 'toRows' && <WrittenNow cadre={cadre} pair={pair} />}
        {unread.length > 0 && (
          <section className="txt-unread" aria-label="没有看懂的">
            <h3>没有看懂的 {unread.length} 处，原样留着</h3>
            <ul>
              {unread.map((part, at) => (
                <li key={`${at}`}>{part}</li>
              ))}
            </ul>
          </section>
        )}
        {notes.length > 0 && (
          <ul className="txt-notes">
            {notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        {offers.length === 0 && (
          <EmptyState
            title={nothingWords(way, cadre, pair, unread.length)}
            hint={way === 'toRows' ? '没有要改的记录。' : '没有要改的文字。'}
          />
        )}
        {offers.length > 1 && (
          <p className="txt-take">
            <span role="status">
              {offers.length} 处不同，选了 {chosen.length} 处
            </span>
            <Button kind="link" size="small" onClick={() => tick(offers, true)}>
              全选
            </Button>
            <Button kind="link" size="small" onClick={() => tick(offers, false)}>
              全不选
            </Button>
          </p>
        )}
        <ul className="txt-offers">
          {offers.map(offer => {
            const shared = { offer, taken: isTaken(offer), onTake: (taken: boolean) => tick([offer], taken) }
            return way === 'toRows' ? (
              <OfferRow key={keyOf(offer)} {...shared} />
            ) : (
              <TextRow
                key={keyOf(offer)}
                {...shared}
                text={textOf(offer.change)}
                onWrite={text => setWritten(new Map(written).set(offer.change.field, text))}
              />
            )
          })}
        </ul>
      </div>
      {error !== null && <ErrorNote error={error} />}
      <form
        className="txt-end"
        onSubmit={event => {
          event.preventDefault()
          void take()
        }}
      >
        {saves && offers.length > 0 && (
          <TextField label="修改理由" value={why} onChange={setReason} maxChars={200} required />
        )}
        <div className="dd-dialog-end">
          <Button onClick={onClose}>{offers.length === 0 ? '关闭' : '取消'}</Button>
          {offers.length > 0 && (
            <Button kind="primary" submit busy={busy} reason={refusal}>
              {saves ? `保存 ${chosen.length} 处` : `放进修改 ${chosen.length} 处`}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  )
}

function nothingWords(way: Way, cadre: Cadre, pair: TextPair, unread: number): string {
  if (!pair.hasText(cadre) && way === 'toRows') return '任免表上还没有写'
  if (!pair.hasRows(cadre) && way === 'toTexts') return '还没有记录'
  return unread > 0 ? '看得懂的部分和记录说的一样' : '文字和记录说的一样'
}

const yearChoices = [2, 3, 5] as const

/** How many of the last years the cell gives. */
function YearsChoice({
  years,
  onChange,
}: {
  years: number | undefined
  onChange: (years: number | undefined) => void
}) {
  return (
    <Segmented<number>
      aria-label="写几年"
      value={years ?? 0}
      onChange={next => onChange(next === 0 ? undefined : next)}
      options={[{ value: 0, label: '照现在的年数' }, ...yearChoices.map(value => ({ value, label: `近 ${value} 年` }))]}
    />
  )
}
