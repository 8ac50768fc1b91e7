import type { BurdenKind } from '../../shared/grassroots/burdens'
import { Card } from '../ui/Card'

interface BurdenTrendProps {
  readonly months: readonly { readonly kind: BurdenKind; readonly counts: readonly number[] }[]
  readonly year: number
}

/** A strip of twelve bars for each kind, all to one scale, each with its number. */
export function BurdenTrend({ months, year }: BurdenTrendProps) {
  const most = Math.max(1, ...months.flatMap(({ counts }) => counts))
  return (
    <Card title="逐月趋势" note={`${year} 年，一件发给几个单位也只算一件`} className="grs-trend">
      <table>
        <thead>
          <tr>
            <th scope="col">月份</th>
            {Array.from({ length: 12 }, (_, at) => (
              <th key={`${at + 1}`} scope="col">
                {at + 1}
              </th>
            ))}
            <th scope="col">全年</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ kind, counts }) => (
            <tr key={kind}>
              <th scope="row">{kind}</th>
              {counts.map((count, at) => (
                <td key={`${kind} ${at + 1}`}>
                  <span className="grs-bar">
                    <small>{count === 0 ? '' : count}</small>
                    <i style={{ '--share': count / most } as React.CSSProperties} />
                  </span>
                </td>
              ))}
              <td>
                <b>{counts.reduce((sum, count) => sum + count, 0)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
