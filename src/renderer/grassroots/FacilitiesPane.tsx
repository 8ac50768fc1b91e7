import { type ReactNode, useCallback, useState } from 'react'
import { todayDay } from '../../shared/dates/today'
import { type BoardUnit, type Facility, type FacilityKind, FacilityState } from '../../shared/grassroots/facilities'
import { facilityFigures, isPlanLate } from '../../shared/grassroots/facilities.rules'
import { facilitiesPaper, shownUnits } from '../../shared/grassroots/tables.rules'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Chips } from '../interviews/Chips'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorNote, Loading } from '../ui/states'
import { SearchField } from '../ui/TextField'
import { FacilityDialog } from './FacilityDialog'
import { FacilityMark } from './FacilityMark'
import { dayDots } from './grassroots.words'
import { KindsDialog } from './KindsDialog'
import { LeaveButton } from './LeaveButton'

interface Cell {
  readonly unit: BoardUnit
  readonly kind: FacilityKind
}

/** Units by kinds of facilities: how each stands, what is planned, and what of it is late. */
export function FacilitiesPane({ units, choose }: { units: readonly BoardUnit[]; choose: ReactNode }) {
  const may = useMay()
  const found = useCall('grassroots', 'facilities', {})
  const [states, setStates] = useState<readonly FacilityState[]>([])
  const [text, setText] = useState('')
  const [everybody, setEverybody] = useState(false)
  const [opened, setOpened] = useState<Cell>()
  const [listing, setListing] = useState(false)
  const rows = found.data?.rows
  const kinds = found.data?.kinds
  const paper = useCallback(
    (around: Parameters<typeof facilitiesPaper>[3]) => facilitiesPaper(units, kinds ?? [], rows ?? [], around),
    [units, kinds, rows],
  )
  if (found.isPending) return <Loading />
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  const on = todayDay()
  const shownKinds = found.data.kinds.filter(kind => kind.on)
  const known = new Map(found.data.rows.map(row => [`${row.unitId} ${row.kind}`, row]))
  const own = shownUnits(
    units,
    everybody ? new Set(units.map(({ id }) => id)) : new Set(found.data.rows.map(row => row.unitId)),
  )
  const isOne = (unit: BoardUnit, kind: FacilityKind): boolean => {
    const state = known.get(`${unit.id} ${kind.key}`)?.state
    return state !== undefined && states.includes(state)
  }
  const listed = own.filter(
    unit => unit.name.includes(text.trim()) && (states.length === 0 || shownKinds.some(kind => isOne(unit, kind))),
  )
  const late = found.data.rows.filter(row => isPlanLate(row, on)).length
  return (
    <>
      <div className="dd-filter">
        {choose}
        <Chips
          label="有这种状态的"
          options={FacilityState.options.map(value => ({ value, label: value }))}
          chosen={states}
          onChange={setStates}
        />
        <span className="dd-chips">
          <button type="button" aria-pressed={everybody} onClick={() => setEverybody(!everybody)}>
            也列机关等单位
          </button>
        </span>
        <SearchField label="单位" placeholder="单位名称" value={text} onChange={setText} />
        <span className="grs-acts">
          {may('care.configure') && <Button onClick={() => setListing(true)}>设施种类</Button>}
          <LeaveButton
            name="基层生活设施"
            count={`共 ${own.length} 个单位`}
            table={{ of: 'facilities' }}
            paper={paper}
          />
        </span>
      </div>
      <Card
        title="生活设施"
        note={`${listed.length} 个单位${late > 0 ? `，计划逾期 ${late} 项` : ''}；点一格登记或看经过`}
        className="grs-table"
      >
        <div className="grs-scroll" role="region" aria-label="单位和设施" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">单位</th>
                {shownKinds.map(({ key, title }) => (
                  <th key={key} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {listed.map(unit => (
                <tr key={unit.id}>
                  <th scope="row">{unit.name}</th>
                  {shownKinds.map(kind => (
                    <td key={kind.key}>
                      <CellButton
                        facility={known.get(`${unit.id} ${kind.key}`)}
                        label={`${unit.name}，${kind.title}`}
                        onOpen={() => setOpened({ unit, kind })}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">完好</th>
                {facilityFigures(
                  shownKinds,
                  listed.map(({ id }) => id),
                  found.data.rows,
                ).map(({ kind, counts, unknown }) => (
                  <td key={kind}>
                    {counts.完好} / {listed.length}
                    {unknown > 0 && <small>未登记 {unknown}</small>}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      </Card>
      {opened && (
        <FacilityDialog
          key={`${opened.unit.id} ${opened.kind.key}`}
          {...opened}
          facility={known.get(`${opened.unit.id} ${opened.kind.key}`)}
          onClose={() => setOpened(undefined)}
        />
      )}
      {listing && (
        <KindsDialog kinds={found.data.kinds} version={found.data.version} onClose={() => setListing(false)} />
      )}
    </>
  )
}

interface CellButtonProps {
  readonly facility: Facility | undefined
  readonly label: string
  readonly onOpen: () => void
}

function CellButton({ facility, label, onOpen }: CellButtonProps) {
  if (!facility)
    return (
      <button type="button" className="grs-cell" aria-label={`${label}，还没有登记`} onClick={onOpen}>
        <span className="dd-aside">—</span>
      </button>
    )
  const { state, planWhat, planDueOn } = facility
  const late = isPlanLate(facility, todayDay())
  const plan =
    planWhat === '' || state === '完好'
      ? ''
      : `${late ? '逾期 ' : '计划 '}${planDueOn === null ? '未定' : dayDots(planDueOn).slice(0, 7)}`
  return (
    <button
      type="button"
      className="grs-cell"
      aria-label={`${label}，${state}${plan === '' ? '' : `，${plan}`}`}
      onClick={onOpen}
    >
      <FacilityMark state={state} />
      {plan !== '' && <small data-late={late || undefined}>{plan}</small>}
    </button>
  )
}
