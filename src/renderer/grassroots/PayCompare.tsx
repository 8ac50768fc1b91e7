import { useState } from 'react'
import type { BoardUnit } from '../../shared/grassroots/facilities'
import type { PayFigure } from '../../shared/grassroots/pay'
import type { LevelPay } from '../../shared/grassroots/pay.rules'
import { yuanWords } from '../../shared/money/fen'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { EmptyState } from '../ui/states'
import { nameOf } from './grassroots.words'
import { differenceWords } from './pay.words'

interface PayCompareProps {
  readonly levels: readonly LevelPay[]
  readonly figures: readonly PayFigure[]
  readonly units: readonly BoardUnit[]
  readonly year: number
  readonly chosen: string | undefined
  readonly onChoose: (level: string) => void
}

/** Level by level: the office, the grass roots, and the difference; then each street and town of the level that is pressed. */
export function PayCompare({ levels, figures, units, year, chosen, onChoose }: PayCompareProps) {
  const edits = useMay()('care.edit')
  const [removing, setRemoving] = useState<PayFigure>()
  const own = figures.filter(figure => figure.year === year && figure.level === chosen)
  const open = levels.find(({ level }) => level === chosen)
  return (
    <div className="grs-side">
      <Card title="收入对比" note={`${year} 年人均，单位元；点层级看趋势和各街镇`} className="grs-table">
        {levels.length === 0 ? (
          <EmptyState
            title={`${year} 年还没有登记`}
            hint="登记或者粘贴各层级的年人均收入：机关一个数，街镇一个数，或者分单位。"
          />
        ) : (
          <div className="grs-scroll" role="region" aria-label="收入对比" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">层级</th>
                  <th scope="col">街镇</th>
                  <th scope="col">机关</th>
                  <th scope="col">街镇比机关</th>
                </tr>
              </thead>
              <tbody>
                {levels.map(({ level, office, grassroots, differenceFen, inverted }) => (
                  <tr key={level}>
                    <th scope="row">
                      <button
                        type="button"
                        className="grs-name"
                        aria-pressed={level === chosen}
                        onClick={() => onChoose(level)}
                      >
                        {level}
                      </button>
                    </th>
                    <td>
                      <Amount pay={grassroots} />
                    </td>
                    <td>
                      <Amount pay={office} />
                    </td>
                    <td>
                      <Difference fen={differenceFen} inverted={inverted} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
      {open && (
        <Card title={`${open.level}：登记的数`} note={`${own.length} 个`}>
          <ul>
            {own.map(figure => {
              const unit = open.units.find(each => each.unitId === figure.unitId)
              return (
                <li key={figure.id} className="grs-figure">
                  <span>{figure.unitId === null ? `全部${figure.side}` : nameOf(units, figure.unitId)}</span>
                  <Amount pay={figure} />
                  <span>{unit && <Difference fen={unit.differenceFen} inverted={unit.inverted} />}</span>
                  {edits && (
                    <Button size="small" kind="link" onClick={() => setRemoving(figure)}>
                      去掉
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        </Card>
      )}
      <ReasonDialog
        open={removing !== undefined}
        title="去掉这个数"
        consequence="对比和趋势里不再有它。要更正的，用“登记”再登一次就行。"
        confirmText="去掉"
        danger
        onConfirm={async reason => {
          if (removing) await api.grassroots.removePay({ id: removing.id, revision: removing.revision, reason })
        }}
        onClose={() => setRemoving(undefined)}
      />
    </div>
  )
}

const Amount = ({ pay }: { pay: { readonly averageFen: number; readonly people: number } | null }) =>
  pay === null ? (
    <span className="dd-aside">—</span>
  ) : (
    <span className="grs-amount">
      {yuanWords(pay.averageFen)}
      <small>{pay.people} 人</small>
    </span>
  )

const Difference = ({ fen, inverted }: { fen: number | null; inverted: boolean }) =>
  fen === null ? (
    <span className="dd-aside">没有可比的数</span>
  ) : inverted ? (
    <StateMark state="late">倒挂，{differenceWords(fen)}</StateMark>
  ) : (
    <span>{differenceWords(fen)}</span>
  )
