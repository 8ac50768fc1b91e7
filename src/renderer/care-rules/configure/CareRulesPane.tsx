import { Switch } from 'antd'
import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { basisCautions } from '../../../shared/basis/basis'
import { Day } from '../../../shared/dates/add-months'
import { today } from '../../../shared/dates/today'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { BasisWord } from '../../ui/BasisWord'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { ErrorNote, Loading } from '../../ui/states'
import { CareRuleForm } from './CareRuleForm'
import './configure-rules.css'
import { blankWhen, type VersionedCareRule, whenWordsOf, whoseWordsOf } from './rule.words'
import { StartCard } from './StartCard'

const NEW = 'new'
const home = '/care/configure/rules'

const blankRule = (): VersionedCareRule => ({
  id: `own-${Date.now().toString(36)}`,
  title: '',
  whose: { statuses: ['在职'], lists: [] },
  when: blankWhen.calendar,
  occasions: ['其他'],
  dimension: '生活',
  owner: '',
  leadDays: 7,
  roll: 'none',
  escalateDays: 30,
  keepDays: 60,
  on: true,
  validFrom: Day.parse(today()),
  validTo: null,
  basis: { source: '本单位规定', status: 'OWN' },
  version: 0,
})

/** 应办规则: what care is due when, for whom, and since when the unit is asked. */
export function CareRulesPane() {
  const rules = useCall('careRules', 'list', {})
  const [, params] = useRoute('/care/configure/rules/:id')
  const [, go] = useLocation()
  const [fresh] = useState(blankRule)
  if (rules.isPending) return <Loading />
  if (rules.isError) return <ErrorNote error={rules.error} onRetry={() => void rules.refetch()} />
  const chosen = params?.id === NEW ? fresh : rules.data.find(({ id }) => id === params?.id)
  if (chosen) {
    // A new one that was kept has a version, and its form is that of the version.
    const known = rules.data.find(({ id }) => id === chosen.id) ?? chosen
    return <CareRuleForm key={`${known.id} ${known.version}`} rule={known} onBack={() => go(home)} />
  }
  return (
    <div className="crr-pane">
      <StartCard />
      <Card
        title="应办规则"
        note={`${rules.data.length} 条，启用 ${rules.data.filter(({ on }) => on).length} 条`}
        more={
          <Button size="small" icon={<Icon name="plus" size={14} />} onClick={() => go(`${home}/${NEW}`)}>
            新规则
          </Button>
        }
      >
        <ul>
          {rules.data.map(rule => (
            <RuleLine key={rule.id} rule={rule} onOpen={() => go(`${home}/${rule.id}`)} />
          ))}
        </ul>
      </Card>
    </div>
  )
}

function RuleLine({ rule, onOpen }: { rule: VersionedCareRule; onOpen: () => void }) {
  const [asking, setAsking] = useState(false)
  const { title, on, owner, leadDays, basis, version } = rule
  const caution = basisCautions[basis.status]
  return (
    <li className="dd-row crr-row" data-quiet={!on || undefined}>
      <button type="button" onClick={onOpen}>
        <b>{title}</b>
        <span>
          {whoseWordsOf(rule)}：{whenWordsOf(rule.when)}
        </span>
      </button>
      <span>
        {owner === '' ? '没有写由谁办' : owner}
        <small>提前 {leadDays} 天列出</small>
      </span>
      <span>
        <BasisWord basis={basis} />
        {caution !== '' && <small>{caution}</small>}
      </span>
      <span className="dd-row-acts">
        <Switch aria-label={`启用${title}`} checked={on} onClick={() => setAsking(true)} />
      </span>
      <ReasonDialog
        open={asking}
        title={`${on ? '停用' : '启用'}“${title}”`}
        consequence={
          on
            ? '停用以后不再列入应办，已经办过的记录不变；随时可以再启用。'
            : '从今天起到期的列入应办，以前到期的不补列。'
        }
        confirmText={on ? '停用' : '启用'}
        danger={on}
        onConfirm={async reason => {
          const { version: _version, ...plain } = rule
          await api.careRules.change({ rule: { ...plain, on: !on }, version, reason })
        }}
        onClose={() => setAsking(false)}
      />
    </li>
  )
}
