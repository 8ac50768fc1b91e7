import { useState } from 'react'
import type { Campaign, Marks, Nominee, NomineeId, Panel } from '../../shared/campaigns/campaigns'
import { nomineeKindTitles } from '../../shared/campaigns/campaigns'
import { panelOrder } from '../../shared/campaigns/panel.rules'
import { mayDo, running } from '../../shared/campaigns/stages.rules'
import { showDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { MarksDialog } from './MarksDialog'
import { PanelForm } from './PanelForm'
import { useActs } from './useActs'

/** 评审: who judged and by what, the panel's order within this campaign, and whom people put on the list. */
export function PanelPane({ campaign }: { readonly campaign: Campaign }) {
  const nominees = useCall('campaigns', 'nominees', { id: campaign.id })
  const marks = useCall('campaigns', 'marks', { id: campaign.id })
  const [changing, setChanging] = useState(false)
  const verdict = mayDo('judge', campaign.stage)
  const { panel } = campaign
  if (nominees.isPending || marks.isPending) return <Loading />
  const error = nominees.error ?? marks.error
  if (!nominees.data || !marks.data) return <ErrorNote error={error} />
  return (
    <>
      <Card
        title="评审组"
        note={panel.on === null ? '还没有评审' : `${showDate(panel.on)} 评审`}
        more={
          <Button size="small" reason={verdict.allowed ? undefined : verdict.reason} onClick={() => setChanging(true)}>
            登记评审组
          </Button>
        }
      >
        <dl className="cam-facts">
          <dt>成员</dt>
          <dd>{memberWords(panel)}</dd>
          <dt>项目</dt>
          <dd>{panel.criteria.map(({ title, most }) => `${title} ${most} 分`).join('、') || '没有设，只定名单'}</dd>
        </dl>
      </Card>
      {(['person', 'team'] as const).map(kind => {
        const among = running(nominees.data).filter(each => each.kind === kind)
        return among.length === 0 ? null : (
          <Results
            key={`${kind}${campaign.revision}`}
            title={`${nomineeKindTitles[kind]}评审情况`}
            campaign={campaign}
            among={among}
            others={running(nominees.data).filter(each => each.kind !== kind && each.listed)}
            marks={marks.data}
            refusal={verdict.allowed ? undefined : verdict.reason}
          />
        )
      })}
      {running(nominees.data).length === 0 && <EmptyState title="没有在选的人选" />}
      {changing && <PanelForm campaign={campaign} onClose={() => setChanging(false)} />}
    </>
  )
}
const memberWords = ({ members }: Panel): string =>
  members.map(({ name, post }) => (post === '' ? name : `${name}（${post}）`)).join('、') || '没有登记'

interface ResultsProps {
  readonly title: string
  readonly campaign: Campaign
  readonly among: readonly Nominee[]
  /** Of the other kind, who stands on the list. */
  readonly others: readonly Nominee[]
  readonly marks: readonly Marks[]
  readonly refusal: string | undefined
}

function Results({ title, campaign, among, others, marks, refusal }: ResultsProps) {
  const [chosen, setChosen] = useState<ReadonlySet<NomineeId>>(
    () => new Set(among.filter(({ listed }) => listed).map(({ id }) => id)),
  )
  const [marking, setMarking] = useState<Nominee>()
  const { error, act } = useActs()
  const order = panelOrder(
    among.map(({ id }) => id),
    marks,
    campaign.panel,
  )
  const same = among.every(({ id, listed }) => listed === chosen.has(id))
  const toggle = (id: NomineeId): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <Card title={title} note="评审分只在这次行动里，不进个人档案；表彰谁由组织研究决定">
      <ul className="cam-results">
        {order.map(({ nomineeId, mean, place, complete }) => {
          const nominee = among.find(({ id }) => id === nomineeId)
          if (!nominee) return null
          return (
            <li key={nomineeId}>
              <span className="cam-place">{place ?? '—'}</span>
              <span>
                <b>{nominee.shownName}</b>
                <small>{nominee.post || nominee.unitName}</small>
              </span>
              <span className="cam-number">
                {mean === null ? '没有评' : `平均 ${mean}`}
                <small>
                  {complete}/{campaign.panel.members.length} 人评完
                </small>
              </span>
              <Button
                size="small"
                reason={refusal ?? (campaign.panel.criteria.length === 0 ? '先设评审项目' : undefined)}
                onClick={() => setMarking(nominee)}
              >
                登记评分
              </Button>
              <label className="cam-check">
                <input
                  type="checkbox"
                  disabled={refusal !== undefined}
                  checked={chosen.has(nomineeId)}
                  onChange={() => toggle(nomineeId)}
                />
                拟表彰
              </label>
            </li>
          )
        })}
      </ul>
      {error !== null && <ErrorNote error={error} />}
      <div className="cam-body dd-form-end">
        <span className="dd-aside">已选 {chosen.size} 个</span>
        <Button
          reason={refusal ?? (same ? '没有改动' : undefined)}
          onClick={() =>
            act(
              api.campaigns.setListed({
                id: campaign.id,
                revision: campaign.revision,
                nomineeIds: [...chosen, ...others.map(({ id }) => id)],
                reason: '',
              }),
            )
          }
        >
          保存拟表彰名单
        </Button>
      </div>
      {marking && (
        <MarksDialog
          campaign={campaign}
          nominee={marking}
          marks={marks.filter(({ nomineeId }) => nomineeId === marking.id)}
          onClose={() => setMarking(undefined)}
        />
      )}
    </Card>
  )
}
