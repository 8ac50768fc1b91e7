import type { PunishmentRow } from '../../../shared/cadres/cadres'
import { showDate } from '../../../shared/dates/partial-date'
import { today } from '../../../shared/dates/today'
import { influenceOf, influenceStateOn } from '../../../shared/restrictions/restrictions.rules'
import { BasisWord } from '../../ui/BasisWord'
import { StateMark } from '../../ui/marks'
import { dateWords } from '../cadres.words'
import { useReveal } from '../reveal'
import type { CadreTabProps } from '../tabs'
import { RowsCard } from './RowsCard'

const stateMarks = { open: 'today', unclear: 'soon', over: 'done' } as const
const stateWords = { open: '影响期内', unclear: '可能未满', over: '已满' } as const

/** Until when a measure bears on promotion, by what rule, and whether that is over. A prompt: a person decides. */
function Influence({ row }: { row: PunishmentRow }) {
  if (row.revokedOn) return `${showDate(row.revokedOn)} 撤销`
  const influence = influenceOf(row)
  if (!influence) return <span className="cdr-quiet">推算不出，以决定为准</span>
  const { earliest, latest } = influence.lastDay
  const state = influenceStateOn([row], today())
  return (
    <span className="cdr-influence">
      <StateMark state={stateMarks[state]}>{stateWords[state]}</StateMark>
      {earliest === latest ? `至 ${showDate(latest)}` : `至 ${showDate(earliest)}—${showDate(latest)}`}
      <BasisWord basis={influence.basis} />
    </span>
  )
}

/** 处分处理: as decided, the latest first, with the influence period and where it comes from. */
export function PunishmentsCard({ file }: CadreTabProps) {
  const { cadre } = useReveal()
  const rows = cadre.punishments.toSorted((a, b) => (b.on ?? '').localeCompare(a.on ?? ''))
  return (
    <RowsCard
      file={file}
      title="处分处理"
      note={rows.length > 0 ? '影响期按规定推算，只作提示，以决定和组织认定为准' : undefined}
      field="punishments"
      columns={['批准时间', '类别', '名称', '影响期', '批准机关和文号', '事由']}
      rows={rows.map(row => [
        dateWords(row.on),
        row.kind,
        <b key="name">{row.name}</b>,
        <Influence key="influence" row={row} />,
        <span key="authority">
          {row.authority}
          {row.documentNumber !== '' && <small className="cdr-paper">{row.documentNumber}</small>}
        </span>,
        row.reason,
      ])}
      empty="没有处分处理记录"
      hint="党纪政务处分、组织处理、诫勉按决定逐件填写；没有的不用填。"
    />
  )
}
