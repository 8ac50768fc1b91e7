import { Checkbox } from 'antd'
import type { PolicySwitch, SecurityPolicy } from '../../shared/policy/policy'
import { switchTitles, switchWords } from '../../shared/policy/policy.rules'
import { useItPolicy } from '../api/it-policy'
import { LockNote } from '../ui/LockNote'
import { StateMark } from '../ui/marks'
import { againstTitles } from './policy.words'

interface SwitchRowProps {
  name: PolicySwitch
  current: SecurityPolicy
  wanted: SecurityPolicy
  edits: boolean
  onChange: (on: boolean) => void
}

/** Something that the unit may allow and that is off in every profile. */
export function SwitchRow({ name, current, wanted, edits, onChange }: SwitchRowProps) {
  const { title, meaning } = switchTitles[name]
  // The one switch is the recording of talks.
  const locked = useItPolicy().inForce.recordingAllowed === false
  const on = wanted[name]
  const changed = on !== current[name]
  return (
    <tr data-changed={changed || undefined}>
      <th scope="row" className="pol-first">
        {title}
      </th>
      <td>
        <div className="pol-value">
          {edits ? (
            <Checkbox
              checked={on}
              disabled={locked && !on}
              aria-label={title}
              onChange={({ target }) => onChange(target.checked)}
            >
              {switchWords(on)}
            </Checkbox>
          ) : (
            <b>{switchWords(on)}</b>
          )}
          <span className="pol-standing">
            {on ? (
              <StateMark state="late">{againstTitles.looser}</StateMark>
            ) : (
              <span className="pol-quiet">{againstTitles.same}</span>
            )}
          </span>
        </div>
        {locked && <LockNote what="不允许" />}
        {changed && <p className="pol-quiet">原为 {switchWords(current[name])}</p>}
      </td>
      <td>{switchWords(false)}</td>
      <td>{switchWords(true)}</td>
      <td className="pol-source">
        {meaning}
        <span className="pol-quiet">本应用默认</span>
      </td>
    </tr>
  )
}
