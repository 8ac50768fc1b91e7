import type { ProfileName } from '../../shared/policy/policy'
import { profileMeanings, profiles, profileTitles } from '../../shared/policy/policy.rules'
import { TextField } from '../ui/TextField'
import type { WizardForm } from './wizard'

interface UnitStepProps {
  form: WizardForm
  onChange: (form: WizardForm) => void
  wrong?: string | undefined
}

const names: readonly ProfileName[] = ['internal', 'secret', 'confidential']

const minutes = (seconds: number): string => (seconds % 60 === 0 ? `${seconds / 60} 分钟` : `${seconds} 秒`)

function figuresOf(name: ProfileName): string {
  const { passwordLength, passwordKinds, passwordCycleDays, idleSeconds } = profiles[name]
  return (
    `密码 ${passwordLength.value} 位、${passwordKinds.value} 种字符，${passwordCycleDays.value} 天一换；` +
    `无操作 ${minutes(idleSeconds.value)}锁定`
  )
}

/** The unit's name and the grade of secrecy, which decides the figures of the policy. */
export function UnitStep({ form, onChange, wrong }: UnitStepProps) {
  return (
    <>
      <TextField
        label="单位全称"
        value={form.unit}
        onChange={unit => onChange({ ...form, unit })}
        error={wrong}
        hint="显示在登录页、页眉和水印上，例如：中共云泽区委组织部"
        autoFocus
      />
      <fieldset className="wizard-profiles">
        <legend>密级类别</legend>
        {names.map(name => (
          <label key={name} className="wizard-profile">
            <input
              type="radio"
              name="profile"
              value={name}
              checked={form.profile === name}
              onChange={() => onChange({ ...form, profile: name })}
            />
            <b>{profileTitles[name]}</b>
            <span>
              {profileMeanings[name]}
              <small>{figuresOf(name)}</small>
            </span>
          </label>
        ))}
        <p className="wizard-source">
          按这台计算机定密的等级选，建立后不能更改。各项数字供参考，以本单位保密文件为准，只能调严。
        </p>
      </fieldset>
    </>
  )
}
