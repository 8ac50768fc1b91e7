import { Segmented } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Campaign, CampaignId, Move } from '../../shared/campaigns/campaigns'
import { type Stage, stageNumber, stages } from '../../shared/campaigns/campaigns.data'
import { nextStage } from '../../shared/campaigns/stages.rules'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { ErrorNote, Loading } from '../ui/states'
import { BoardPane } from './BoardPane'
import { CampaignForm } from './CampaignForm'
import { stageHints, stagesBefore } from './campaigns.words'
import { DecisionPane } from './DecisionPane'
import { NomineesPane } from './NomineesPane'
import { PanelPane } from './PanelPane'
import { PlanPane } from './PlanPane'
import { TracePane } from './TracePane'
import { useActs } from './useActs'

type Pane = '发动' | '推荐和核查' | '评审' | '公示和决定' | '十个一' | '从实绩到使用'
const firstPane: Record<Stage, Pane> = {
  发动: '发动',
  推荐: '推荐和核查',
  核查: '推荐和核查',
  评审: '评审',
  公示: '公示和决定',
  决定: '公示和决定',
  表彰: '十个一',
}

/** One campaign: where it stands, what the next stage needs, and everything that belongs to it. */
export function CampaignView({ id }: { readonly id: CampaignId }) {
  const found = useCall('campaigns', 'get', { id })
  const edits = useMay()('honours.edit')
  const [pane, setPane] = useState<Pane>()
  if (found.isPending) return <Loading />
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  const { campaign, moves, next } = found.data
  const shown = pane ?? firstPane[campaign.stage]
  const panes: Pane[] = [
    '发动',
    '推荐和核查',
    ...(edits ? (['评审'] as const) : []),
    '公示和决定',
    '十个一',
    '从实绩到使用',
  ]
  return (
    <div className="dd-tab">
      <Head
        campaign={campaign}
        moves={moves}
        refusal={next.allowed ? undefined : next.reason}
        onMoved={() => setPane(undefined)}
      />
      <div className="dd-filter">
        <Segmented<Pane> value={shown} onChange={setPane} options={panes} />
      </div>
      {shown === '发动' && <PlanPane campaign={campaign} />}
      {shown === '推荐和核查' && <NomineesPane campaign={campaign} />}
      {shown === '评审' && <PanelPane campaign={campaign} />}
      {shown === '公示和决定' && <DecisionPane {...found.data} />}
      {shown === '十个一' && <BoardPane campaign={campaign} />}
      {shown === '从实绩到使用' && <TracePane campaignId={campaign.id} name={`从实绩到使用（${campaign.title}）`} />}
    </div>
  )
}

interface HeadProps {
  readonly campaign: Campaign
  readonly moves: readonly Move[]
  /** Why the next stage is not open. */
  readonly refusal: string | undefined
  readonly onMoved: () => void
}

function Head({ campaign, moves, refusal, onMoved }: HeadProps) {
  const [, go] = useLocation()
  const edits = useMay()('honours.edit')
  const [open, setOpen] = useState<'change' | 'remove' | Stage>()
  const { error, act } = useActs()
  const { id, revision, stage } = campaign
  const next = nextStage(stage)
  const back = moves.findLast(({ from, to }) => stageNumber(to) < stageNumber(from))
  return (
    <Card
      title={campaign.title}
      note={campaign.callNo === '' ? campaign.callTitle : `${campaign.callTitle}　${campaign.callNo}`}
      more={
        edits &&
        stage !== '表彰' && (
          <Button size="small" onClick={() => setOpen('change')}>
            修改
          </Button>
        )
      }
    >
      <ol className="cam-steps" aria-label="阶段">
        {stages.map(each => (
          <li
            key={each}
            aria-current={each === stage ? 'step' : undefined}
            className={stageNumber(each) < stageNumber(stage) || stage === '表彰' ? 'cam-past' : undefined}
          >
            {each}
            <small>{dayOfMove(moves, each)}</small>
          </li>
        ))}
      </ol>
      <div className="cam-next">
        <p role="note">
          {refusal !== undefined && next && stage !== '决定' ? `进入${next}以前：${refusal}。` : stageHints[stage]}
          {back && <small>{showMove(back)}</small>}
        </p>
        {edits && stage !== '表彰' && (
          <span className="cam-acts">
            {stagesBefore(stage).length > 0 ? (
              <Button onClick={() => setOpen(stagesBefore(stage).at(-1))}>退回…</Button>
            ) : (
              <Button onClick={() => setOpen('remove')}>删除…</Button>
            )}
            {next && next !== '表彰' && (
              <Button
                kind="primary"
                reason={refusal}
                onClick={() => act(api.campaigns.advance({ id, revision }).then(onMoved))}
              >
                进入{next}
              </Button>
            )}
          </span>
        )}
      </div>
      {error !== null && <ErrorNote error={error} />}
      {open === 'change' && <CampaignForm campaign={campaign} onClose={() => setOpen(undefined)} />}
      <ReasonDialog
        open={open === 'remove'}
        title="删除这次行动"
        consequence={`行动和已经登记的内容不再显示。${AUDITED_REASON}`}
        confirmText="删除"
        danger
        onConfirm={async reason => {
          await api.campaigns.remove({ id, revision, reason })
          go('/honours/campaigns')
        }}
        onClose={() => setOpen(undefined)}
      />
      <GoBack
        campaign={campaign}
        open={open !== undefined && open !== 'change' && open !== 'remove'}
        onClose={() => {
          setOpen(undefined)
          onMoved()
        }}
      />
    </Card>
  )
}

function GoBack({ campaign, open, onClose }: { campaign: Campaign; open: boolean; onClose: () => void }) {
  const before = stagesBefore(campaign.stage)
  const [to, setTo] = useState<Stage>()
  const chosen = to ?? before.at(-1)
  return (
    <ReasonDialog
      open={open}
      title="退回到前面的阶段"
      consequence={
        <>
          <p>已经登记的内容都保留；退回到公示以前的，公示要重新登记、重新计算时间。{AUDITED_REASON}</p>
          <Segmented<Stage> value={chosen ?? '发动'} onChange={setTo} options={before} />
        </>
      }
      confirmText="退回"
      onConfirm={async reason => {
        if (chosen) await api.campaigns.goBack({ id: campaign.id, revision: campaign.revision, to: chosen, reason })
      }}
      onClose={onClose}
    />
  )
}

const dayOfMove = (moves: readonly Move[], to: Stage): string => {
  const move = moves.findLast(each => each.to === to && stageNumber(each.from) < stageNumber(to))
  return move ? showDate(todayDay(new Date(move.at))) : ''
}
const showMove = ({ from, to, reason, byName }: Move): string => `曾由${byName}从${from}退回到${to}：${reason}`
