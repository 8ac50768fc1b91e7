import { Checkbox, Radio } from 'antd'
import { useId } from 'react'
import { administratorRoles, businessRoles, isAdministrator, type Role, roleTitles } from '../../shared/accounts/roles'
import type { Unit } from '../../shared/units/units'
import type { BusinessRole, Problems, RoleScope } from './accounts.form'
import { UnitChecks } from './UnitChecks'

const roleMeanings: Record<Role, string> = {
  sysadmin: '开立和停用账户，提出账户申请',
  secadmin: '审批账户申请，解除锁定，调整安全策略',
  auditor: '查看、校验和封存审计日志',
  officer: '办理本范围的干部工作，维护单位',
  interviewer: '谈话和记录',
  leader: '查看本范围的情况',
}

interface RoleScopeFieldsProps {
  value: RoleScope
  units: readonly Unit[]
  problems: Problems<RoleScope>
  onChange: (value: RoleScope) => void
}

export function RoleScopeFields({ value, units, problems, onChange }: RoleScopeFieldsProps) {
  const id = useId()
  const administrator = value.roles.find(isAdministrator)
  const business = administrator === undefined
  return (
    <>
      <fieldset className="acc-fieldset">
        <legend>账户种类</legend>
        <Radio.Group
          value={administrator ?? 'business'}
          onChange={event =>
            onChange({
              ...value,
              roles: event.target.value === 'business' ? ['officer'] : [event.target.value as Role],
            })
          }
        >
          <Radio value="business">业务账户</Radio>
          {administratorRoles.map(role => (
            <Radio key={role} value={role}>
              {roleTitles[role]}
            </Radio>
          ))}
        </Radio.Group>
        {administrator !== undefined && (
          <p className="acc-hint">{roleMeanings[administrator]}。不能兼任其他角色，不看业务数据。</p>
        )}
      </fieldset>
      {business && (
        <fieldset className="acc-fieldset">
          <legend>角色</legend>
          <Checkbox.Group<BusinessRole>
            value={value.roles as BusinessRole[]}
            onChange={roles => onChange({ ...value, roles: businessRoles.filter(role => roles.includes(role)) })}
          >
            {businessRoles.map(role => (
              <Checkbox key={role} value={role}>
                {roleTitles[role]}
                <span className="acc-quiet">　{roleMeanings[role]}</span>
              </Checkbox>
            ))}
          </Checkbox.Group>
          {problems.roles !== undefined && <p className="dd-wrong">{problems.roles}</p>}
        </fieldset>
      )}
      {business && (
        <fieldset className="acc-fieldset">
          <legend>查看范围</legend>
          <Radio.Group
            value={value.whole}
            onChange={event => onChange({ ...value, whole: event.target.value === true })}
            options={[
              { label: '指定单位', value: false },
              { label: '全部单位', value: true },
            ]}
          />
          {!value.whole && (
            <>
              <UnitChecks
                units={units}
                chosen={value.units}
                describedBy={`${id}-hint`}
                onChange={chosen => onChange({ ...value, units: chosen })}
              />
              <p id={`${id}-hint`} className={problems.units === undefined ? 'acc-hint' : 'dd-wrong'}>
                {problems.units ?? '选了上级，就含它的全部下级，以后新增的也在内。'}
              </p>
            </>
          )}
        </fieldset>
      )}
    </>
  )
}
