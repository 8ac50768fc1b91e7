import { useState } from 'react'
import type { Campaign, Quota } from '../../shared/campaigns/campaigns'
import { apportion } from '../../shared/campaigns/quotas.rules'
import { mayDo } from '../../shared/campaigns/stages.rules'
import { showDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ReasonDialog } from '../ui/ReasonDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import { wholeNumber } from '../ui/wholeNumber'
import { useActs } from './useActs'

/** 发动: what is looked for, and how many each unit may nominate. */
export function PlanPane({ campaign }: { readonly campaign: Campaign }) {
  const edits = useMay()('honours.edit') && mayDo('plan', campaign.stage).allowed
  return (
    <div className="cam-halves">
      <Criteria key={`c${campaign.criteriaVersion}`} campaign={campaign} edits={edits} />
      {edits ? <QuotaForm key={`q${campaign.revision}`} campaign={campaign} /> : <QuotaList campaign={campaign} />}
    </div>
  )
}

function Criteria({ campaign, edits }: { campaign: Campaign; edits: boolean }) {
  const [text, setText] = useState(campaign.criteria.join('\n'))
  const [asking, setAsking] = useState(false)
  const rows = text
    .split('\n')
    .map(row => row.trim())
    .filter(row => row !== '')
  const same = rows.join('\n') === campaign.criteria.join('\n')
  const deadline = campaign.deadlineOn === null ? '' : `推荐截止 ${showDate(campaign.deadlineOn)}`
  return (
    <Card title="推荐条件" note={`第 ${campaign.criteriaVersion} 版${deadline === '' ? '' : `　${deadline}`}`}>
      <div className="cam-body">
        {edits ? (
          <>
            <TextField label="一行一条" value={text} onChange={setText} multiline rows={8} />
            <div className="dd-form-end">
              <Button reason={same ? '没有改动' : undefined} onClick={() => setAsking(true)}>
                保存为新一版
              </Button>
            </div>
          </>
        ) : (
          <ol className="cam-rows">
            {campaign.criteria.map(row => (
              <li key={row}>{row}</li>
            ))}
          </ol>
        )}
      </div>
      <ReasonDialog
        open={asking}
        title="修改推荐条件"
        consequence="以前的版本保留。"
        confirmText="保存"
        onConfirm={async reason => {
          await api.campaigns.setCriteria({ id: campaign.id, revision: campaign.revision, rows, reason })
        }}
        onClose={() => setAsking(false)}
      />
    </Card>
  )
}

function QuotaList({ campaign }: { campaign: Campaign }) {
  const units = useCall('units', 'tree', {})
  const nameOf = (id: string): string => units.data?.find(unit => unit.id === id)?.name ?? '不在您查看范围内的单位'
  return (
    <Card title="推荐名额" note={totalWords(campaign.quotas)}>
      <ul className="cam-quotas">
        {campaign.quotas.map(({ unitId, persons, teams }) => (
          <li key={unitId}>
            <span>{nameOf(unitId)}</span>
            <span>个人 {persons}</span>
            <span>团队 {teams}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
const totalWords = (quotas: readonly Quota[]): string => {
  const sum = (pick: (quota: Quota) => number): number => quotas.reduce((total, quota) => total + pick(quota), 0)
  return `个人 ${sum(({ persons }) => persons)} 名，团队 ${sum(({ teams }) => teams)} 个`
}

type Typed = Record<string, { persons: string; teams: string }>
const whole = (text: string): number | undefined => (text.trim() === '' ? 0 : (wholeNumber(text) ?? undefined))

/** Typed, or computed from a total by head count; what was computed can be changed by hand. */
function QuotaForm({ campaign }: { campaign: Campaign }) {
  const heads = useCall('campaigns', 'heads', {})
  const [total, setTotal] = useState({ persons: '', teams: '' })
  const [everyOne, setEveryOne] = useState(false)
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries(
      campaign.quotas.map(({ unitId, persons, teams }) => [unitId, { persons: String(persons), teams: String(teams) }]),
    ),
  )
  const { error, act } = useActs()
  if (heads.isPending) return <Loading />
  if (heads.isError) return <ErrorNote error={heads.error} />
  const units = heads.data
  const set = (unitId: string, part: Partial<Typed[string]>): void =>
    setTyped({ ...typed, [unitId]: { persons: '', teams: '', ...typed[unitId], ...part } })
  const [persons, teams] = [whole(total.persons), whole(total.teams)]
  function divide(): void {
    const [byPersons, byTeams] = [apportion(persons ?? 0, units, everyOne), apportion(teams ?? 0, units, everyOne)]
    setTyped(
      Object.fromEntries(
        units.map(({ unitId }) => [
          unitId,
          { persons: String(byPersons.get(unitId) ?? 0), teams: String(byTeams.get(unitId) ?? 0) },
        ]),
      ),
    )
  }
  const quotas = units.map(({ unitId }) => ({
    unitId,
    persons: whole(typed[unitId]?.persons ?? ''),
    teams: whole(typed[unitId]?.teams ?? ''),
  }))
  const settled = quotas.flatMap(({ unitId, persons: p, teams: t }) =>
    p === undefined || t === undefined ? [] : [{ unitId, persons: p, teams: t }],
  )
  const wrong = settled.length < quotas.length ? '名额写作整数' : undefined
  return (
    <Card title="推荐名额" note={totalWords(settled)}>
      <div className="cam-body">
        <div className="cam-line">
          <TextField
            label="个人总数"
            value={total.persons}
            onChange={text => setTotal({ ...total, persons: text })}
            nfkc
          />
          <TextField label="团队总数" value={total.teams} onChange={text => setTotal({ ...total, teams: text })} nfkc />
          <label className="cam-check">
            <input type="checkbox" checked={everyOne} onChange={event => setEveryOne(event.target.checked)} />
            每个单位先给一个
          </label>
          <Button reason={persons === undefined || teams === undefined ? '总数写作整数' : undefined} onClick={divide}>
            按人数分配
          </Button>
        </div>
        <p className="dd-hint">
          按在职人数分，余数大的单位先进位；余数相同的，人数多的在前，再按单位顺序。分好后还可以改。
        </p>
        {units.length === 0 && <EmptyState title="还没有单位" hint="先在“单位”里建单位。" />}
        <ul className="cam-quotas cam-quotas-typed">
          {units.map(({ unitId, name, heads: count }) => (
            <li key={unitId}>
              <span>
                {name}
                <small>{count} 人</small>
              </span>
              <TextField
                label={`${name}个人名额`}
                hideLabel
                placeholder="个人"
                value={typed[unitId]?.persons ?? ''}
                onChange={text => set(unitId, { persons: text })}
                nfkc
              />
              <TextField
                label={`${name}团队名额`}
                hideLabel
                placeholder="团队"
                value={typed[unitId]?.teams ?? ''}
                onChange={text => set(unitId, { teams: text })}
                nfkc
              />
            </li>
          ))}
        </ul>
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-form-end">
          <Button
            reason={wrong}
            onClick={() =>
              act(
                api.campaigns.setQuotas({
                  id: campaign.id,
                  revision: campaign.revision,
                  quotas: settled.filter(each => each.persons + each.teams > 0),
                }),
              )
            }
          >
            保存名额
          </Button>
        </div>
      </div>
    </Card>
  )
}
