import { Select } from 'antd'
import { useId } from 'react'
import {
  compareMarks,
  levelOf,
  markAdvice,
  markWith,
  mostYears,
  type SecrecyLevel,
  type SecrecyMark,
  secrecyLevels,
  yearsOf,
} from '../../shared/secrecy/secrecy.rules'
import { useSession } from '../api/session'

interface MarkFieldProps {
  /** What the people concerned bear: the mark may be higher, never lower. */
  atLeast: SecrecyMark
  value: SecrecyMark
  onChange: (mark: SecrecyMark) => void
}

const OPEN = 0

/** Level and term of what leaves. Lower ones than the people's own are not offered. */
export function MarkField({ atLeast, value, onChange }: MarkFieldProps) {
  const { profile } = useSession()
  const id = useId()
  const level = levelOf(value)
  const most = mostYears(level)
  const allowed = (mark: SecrecyMark): boolean => compareMarks(mark, atLeast) >= 0
  const levels = secrecyLevels.filter(each => allowed(markWith(each, null)))
  const years = Array.from({ length: most ?? 0 }, (_, index) => index + 1).filter(each =>
    allowed(markWith(level, each)),
  )
  const advice = markAdvice(value, profile)
  return (
    <div className="dd-field exp-mark">
      <label className="dd-label" htmlFor={id}>
        密级
      </label>
      <span className="exp-mark-parts">
        <Select<SecrecyLevel>
          id={id}
          value={level}
          onChange={next => onChange(next === levelOf(atLeast) ? atLeast : markWith(next, null))}
          options={levels.map(each => ({ value: each, label: each }))}
        />
        {most !== undefined && (
          <Select<number>
            aria-label="保密期限"
            value={yearsOf(value) ?? OPEN}
            onChange={next => onChange(markWith(level, next === OPEN ? null : next))}
            options={[
              ...years.map(each => ({ value: each, label: `${each} 年` })),
              { value: OPEN, label: value.includes('★') && yearsOf(value) === null ? value.split('★')[1] : '不写期限' },
            ]}
          />
        )}
      </span>
      <div className="dd-below">
        <span className={advice === null ? 'dd-hint' : 'exp-advice'}>
          {advice ?? (atLeast === '内部' ? '' : `所选人员中最高为“${atLeast}”，只能提高`)}
        </span>
      </div>
    </div>
  )
}
