import type { PayFacts } from '../../shared/grassroots/pay'
import { payTrend } from '../../shared/grassroots/pay.rules'
import { yuanWords } from '../../shared/money/fen'
import { Card } from '../ui/Card'

const box = { width: 420, height: 170, left: 16, right: 16, top: 22, bottom: 26 } as const

/** A level over the years: office with squares and an unbroken line, grass roots with dots and a broken one. */
export function PayTrend({ figures, level }: { figures: readonly PayFacts[]; level: string }) {
  const years = payTrend(figures, level)
  const values = years
    .flatMap(({ office, grassroots }) => [office?.averageFen, grassroots?.averageFen])
    .filter(each => each !== undefined)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const span = Math.max(1, most - least)
  const x = (at: number): number =>
    years.length === 1
      ? box.width / 2
      : box.left + 24 + (at * (box.width - box.left - box.right - 48)) / (years.length - 1)
  const y = (fen: number): number => box.top + 8 + ((most - fen) * (box.height - box.top - box.bottom - 16)) / span
  const lines = (['office', 'grassroots'] as const).map(side => ({
    side,
    points: years.flatMap((year, at) => {
      const fen = year[side]?.averageFen
      return fen === undefined ? [] : [{ year: year.year, x: x(at), y: y(fen), fen }]
    }),
  }))
  return (
    <Card title={`${level}：逐年`} note="实线方点是机关，虚线圆点是街镇">
      <svg
        className="grs-lines"
        viewBox={`0 0 ${box.width} ${box.height}`}
        role="img"
        aria-label={years
          .map(
            ({ year, office, grassroots }) =>
              `${year} 年机关 ${office ? yuanWords(office.averageFen) : '无'}，街镇 ${grassroots ? yuanWords(grassroots.averageFen) : '无'}`,
          )
          .join('；')}
      >
        <line x1={box.left} x2={box.width - box.right} y1={box.height - box.bottom} y2={box.height - box.bottom} />
        {years.map(({ year, inverted }, at) => (
          <text key={year} x={x(at)} y={box.height - 8} textAnchor="middle" data-inverted={inverted || undefined}>
            {year}
            {inverted ? '▲' : ''}
          </text>
        ))}
        {lines.map(({ side, points }) => (
          <g key={side} data-side={side}>
            <polyline points={points.map(point => `${point.x},${point.y}`).join(' ')} />
            {points.map(point =>
              side === 'office' ? (
                <rect key={point.year} x={point.x - 3.5} y={point.y - 3.5} width="7" height="7" />
              ) : (
                <circle key={point.year} cx={point.x} cy={point.y} r="4" />
              ),
            )}
          </g>
        ))}
      </svg>
      <ul className="grs-years">
        {years.toReversed().map(({ year, office, grassroots, differenceFen, inverted }) => (
          <li key={year}>
            <b>{year}</b>
            <span>街镇 {grassroots ? yuanWords(grassroots.averageFen) : '—'}</span>
            <span>机关 {office ? yuanWords(office.averageFen) : '—'}</span>
            <span>
              {differenceFen === null
                ? ''
                : inverted
                  ? `▲ 倒挂 ${yuanWords(-differenceFen)}`
                  : `高 ${yuanWords(differenceFen)}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
