import { InputNumber } from 'antd'
import { useId } from 'react'
import { itHoldWords, mayAdoptUnder } from '../../shared/it-policy/it-policy.rules'
import type { PolicyFigure, SecurityPolicy } from '../../shared/policy/policy'
import { figureTitles, mayAdoptFigure, profiles } from '../../shared/policy/policy.rules'
import { useItPolicy } from '../api/it-policy'
import { LockNote } from '../ui/LockNote'
import { StateMark } from '../ui/marks'
import { againstDefault, againstTitles, boundsOf, boundWords, unitWords, valueWords } from './policy.words'

interface FigureRowProps {
  name: PolicyFigure
  current: SecurityPolicy
  wanted: SecurityPolicy
  edits: boolean
  onChange: (value: number) => void
}

/** One figure: what holds, what the profile says, how far one may go, and how sure the source is. */
export function FigureRow({ name, current, wanted, edits, onChange }: FigureRowProps) {
  const id = useId()
  const figure = profiles[wanted.profile][name]
  const { title, unit } = figureTitles[name]
  const value = wanted[name]
  const changed = value !== current[name]
  const { inForce } = useItPolicy()
  const itWords = itHoldWords(inForce, name, current[name])
  const within = mayAdoptFigure(wanted.profile, name, value)
  const verdict = within.allowed ? mayAdoptUnder(inForce, current, { ...current, [name]: value }) : within
  const before = changed ? `原为 ${valueWords(name, current[name])}` : undefined
  const note = verdict.allowed ? before : verdict.reason
  return (
    <tr data-changed={changed || undefined}>
      <th scope="row" className="pol-first">
        {title}
      </th>
      <td>
        <div className="pol-value">
          {edits ? (
            <InputNumber<number>
              {...boundsOf(name)}
              mode="spinner"
              aria-label={`${title}，单位${unit}`}
              aria-describedby={note === undefined ? undefined : `${id}-note`}
              precision={0}
              step={name === 'idleSeconds' ? 30 : 1}
              value={value}
              status={verdict.allowed ? '' : 'error'}
              onChange={next => next !== null && onChange(next)}
            />
          ) : (
            <b>{value}</b>
          )}
          <span>{unitWords(name, value)}</span>
          {verdict.allowed && (
            <span className="pol-standing">
              <Standing policy={wanted} name={name} />
            </span>
          )}
        </div>
        {itWords !== undefined && <LockNote what={itWords} />}
        {note !== undefined && (
          <p id={`${id}-note`} className={verdict.allowed ? 'pol-quiet' : 'dd-wrong'}>
            {note}
          </p>
        )}
      </td>
      <td>{valueWords(name, figure.value)}</td>
      <td>{boundWords(name, figure.loosest)}</td>
      <td className="pol-source">
        {figure.source}
        <span className="pol-quiet">
          {figure.status === 'CONFIRMED' ? '已核对原文' : '参考，以文件为准'}　{figure.validFrom.replaceAll('-', '.')}{' '}
          起
        </span>
      </td>
    </tr>
  )
}

/** Looser than the default is allowed and yet worth a look, so it is the only one with a mark. */
function Standing({ policy, name }: { policy: SecurityPolicy; name: PolicyFigure }) {
  const against = againstDefault(policy, name)
  if (against === 'looser') return <StateMark state="late">{againstTitles[against]}</StateMark>
  return <span className="pol-quiet">{againstTitles[against]}</span>
}
