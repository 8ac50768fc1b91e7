import { useState } from 'react'
import { Day } from '../../../shared/dates/add-months'
import { today } from '../../../shared/dates/today'
import type { TalkRule } from '../../../shared/talk-rules/talk-rules'
import { useCall } from '../../api/query'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import { ChoiceList } from './ChoiceList'
import { RuleForm } from './RuleForm'
import { whenWordsOf } from './rules.words'

type VersionedRule = TalkRule & { readonly version: number }

const blankRule = (): VersionedRule => ({
  id: `own-${Date.now().toString(36)}`,
  title: '',
  who: '全部干部',
  when: { by: 'period', months: '12', times: 1 },
  kinds: ['everyday'],
  talker: '',
  soonDays: 30,
  on: true,
  validFrom: Day.parse(today()),
  validTo: null,
  basis: { source: '本单位规定', status: 'OWN' },
  version: 0,
})

/** 谈话规则: who talks to whom, how often, after what. Examples of other places stay off until they are switched on. */
export function RulesPane() {
  const rules = useCall('talkRules', 'list', {})
  const [chosen, setChosen] = useState<string>()
  const [fresh, setFresh] = useState<VersionedRule>()
  if (rules.isPending) return <Loading />
  if (rules.isError) return <ErrorNote error={rules.error} onRetry={() => void rules.refetch()} />
  const known = rules.data.find(({ id }) => id === (fresh?.id ?? chosen)) ?? fresh ?? rules.data[0]
  return (
    <div className="itv-configure">
      <ChoiceList
        title="谈话规则"
        items={rules.data.map(rule => ({
          key: rule.id,
          title: rule.title,
          note: `${rule.on ? '启用' : '停用'}　${whenWordsOf(rule)}`,
          quiet: !rule.on,
        }))}
        chosen={known?.id}
        onChoose={id => {
          setFresh(undefined)
          setChosen(id)
        }}
        newTitle="新规则"
        onNew={() => setFresh(blankRule())}
      />
      {known ? <RuleForm key={`${known.id} ${known.version}`} rule={known} /> : <EmptyState title="还没有谈话规则" />}
    </div>
  )
}
