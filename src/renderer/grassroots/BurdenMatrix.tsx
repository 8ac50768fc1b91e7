import { BurdenKind, type UnitBurdens, type VersionedCap } from '../../shared/grassroots/burdens'
import { againstCaps, capOn } from '../../shared/grassroots/burdens.rules'
import type { BoardUnit } from '../../shared/grassroots/facilities'
import { shownUnits } from '../../shared/grassroots/tables.rules'
import type { UnitId } from '../../shared/units/units'
import { BasisWord } from '../ui/BasisWord'
import { Card } from '../ui/Card'

interface BurdenMatrixProps {
  readonly units: readonly BoardUnit[]
  readonly burdens: readonly UnitBurdens[]
  readonly caps: readonly VersionedCap[]
  readonly year: number
  readonly chosen: UnitId | null
  readonly onChoose: (unitId: UnitId | null) => void
}

/** Units by kinds: how many, how far of the cap, and by how many over it. A unit that is pressed narrows the ledger. */
export function BurdenMatrix({ units, burdens, caps, year, chosen, onChoose }: BurdenMatrixProps) {
  const known = new Map<string, UnitBurdens>(burdens.map(each => [each.unitId, each]))
  return (
    <Card title="各单位收到" note="点单位名称，下面只列这个单位的" className="grs-table">
      <div className="grs-scroll" role="region" aria-label="单位和负担" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">单位</th>
              {BurdenKind.options.map(kind => {
                const cap = capOn(caps, kind, year)
                return (
                  <th key={kind} scope="col">
                    {kind}
                    <small>
                      {cap?.cap == null ? '未设限额' : `限 ${cap.cap} `}
                      {cap && <BasisWord basis={cap} />}
                    </small>
                  </th>
                )
              })}
              <th scope="col">合计</th>
            </tr>
          </thead>
          <tbody>
            {shownUnits(units, new Set(known.keys())).map(({ id, name }) => {
              const kinds = againstCaps(known.get(id) ?? { unitId: id, counts: [] }, caps, year)
              return (
                <tr key={id}>
                  <th scope="row">
                    <button
                      type="button"
                      className="grs-name"
                      aria-pressed={chosen === id}
                      onClick={() => onChoose(chosen === id ? null : id)}
                    >
                      {name}
                    </button>
                  </th>
                  {kinds.map(each => (
                    <td key={each.kind}>
                      <Against {...each} />
                    </td>
                  ))}
                  <td>{kinds.reduce((sum, { count }) => sum + count, 0)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function Against({ count, cap, over }: ReturnType<typeof againstCaps>[number]) {
  const share = cap === null || cap === 0 ? (count > 0 && cap === 0 ? 1 : 0) : Math.min(1, count / cap)
  return (
    <span className="grs-against" data-over={over > 0 || undefined}>
      <b>{count}</b>
      {cap !== null && <i style={{ '--share': share } as React.CSSProperties} />}
      {over > 0 && <em>超 {over}</em>}
    </span>
  )
}
