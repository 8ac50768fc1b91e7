import { useLocation } from 'wouter'
import { showDate } from '../../shared/dates/partial-date'
import { type EntitlementRow, leftOf } from '../../shared/entitlements/entitlements'
import { StateMark } from '../ui/marks'
import { spanWords } from './entitlements.words'

/** One person of the board; a press leads to the year of that person. */
export function PersonRow({ row }: { row: EntitlementRow }) {
  const [, go] = useLocation()
  const { name, post, unitName, entitled, carried, taken, checkOn, retreatDays, frontLine, workStart } = row
  return (
    <li className="dd-row ent-row">
      <button type="button" onClick={() => go(`/care/entitlements/${row.cadreId}`)}>
        <b>{name}</b>
        <span>
          {unitName} {post}
        </span>
      </button>
      <span>
        年休假 {spanWords(entitled)} 天{carried > 0 && `，结转 ${carried} 天`}
        <small>{workStart === null ? '没有填参加工作时间，算不出' : `${showDate(workStart)} 参加工作`}</small>
      </span>
      <span>
        {taken === 0 ? (
          <StateMark state={frontLine.length > 0 ? 'late' : 'soon'}>一天没休</StateMark>
        ) : (
          `已休 ${taken} 天`
        )}
        <small>剩 {spanWords(leftOf(row))} 天</small>
      </span>
      <span>
        {checkOn === null ? '没有体检' : `${showDate(checkOn)} 体检`}
        <small>
          {retreatDays > 0 ? `疗休养 ${retreatDays} 天` : '没有疗休养'}
          {frontLine.length > 0 && `　一线：${frontLine.join('、')}`}
        </small>
      </span>
    </li>
  )
}
