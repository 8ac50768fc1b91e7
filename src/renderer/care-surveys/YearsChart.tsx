import type { SurveyBoard } from '../../shared/care-surveys/care-surveys'
import { percent } from '../../shared/care-surveys/survey-paper.rules'

/** Two bars a year, each with its number: how many were content, and how many were cared for. */
export function YearsChart({ years }: { readonly years: SurveyBoard['years'] }) {
  return (
    <ul className="srv-years">
      {years.map(({ year, content, covered }) => (
        <li key={year}>
          <b>{year}</b>
          <Bar title="满意" share={content} kind="content" />
          <Bar title="覆盖" share={covered} kind="covered" />
        </li>
      ))}
    </ul>
  )
}

function Bar({ title, share, kind }: { title: string; share: number | null; kind: 'content' | 'covered' }) {
  return (
    <p>
      <span>{title}</span>
      <i data-kind={kind}>
        <i style={{ width: `${Math.round((share ?? 0) * 100)}%` }} />
      </i>
      <span>{percent(share)}</span>
    </p>
  )
}
