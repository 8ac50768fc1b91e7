import { Card } from '../ui/Card'
import { weekFrom } from './home.dates'

interface WeekStripProps {
  today: Date
  /** What a day holds, by YYYY-MM-DD. A day that nobody has filled shows a dash and not a nought. */
  counts?: Readonly<Record<string, string>>
}

export function WeekStrip({ today, counts = {} }: WeekStripProps) {
  return (
    <Card className="home-week">
      <ol aria-label="今天起七天">
        {weekFrom(today).map(({ key, day, month, weekday, weekend }, index) => (
          <li
            key={key}
            className={weekend ? 'home-week-rest' : undefined}
            aria-current={index === 0 ? 'date' : undefined}
          >
            <p className="home-week-day">
              <b>{day}</b>
              {month !== null && <span>{month}</span>}
              <span>{weekday}</span>
            </p>
            <p className="home-week-count">{counts[key] ?? <span aria-label="没有安排">—</span>}</p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
