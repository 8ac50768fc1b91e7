import { useMemo, useState } from 'react'
import { listPaper } from '../../shared/campaigns/campaign-papers.rules'
import type { Campaign, Nominee, Objection, Publicity } from '../../shared/campaigns/campaigns'
import { nomineeKindTitles } from '../../shared/campaigns/campaigns'
import { type PublicityEnd, publicityDays, unknownYearWords } from '../../shared/campaigns/publicity.rules'
import { mayDo, running } from '../../shared/campaigns/stages.rules'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/FormDialog'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import { typedDay } from './campaigns.words'
import { DecideForm } from './DecideForm'
import { NomineeMark } from './NomineesPane'
import { ObjectionsCard } from './ObjectionsCard'
import { TableButton } from './TableButton'

interface DecisionPaneProps {
  readonly campaign: Campaign
  readonly objections: readonly Objection[]
  readonly publicityEnd:
    | { readonly kind: 'day'; readonly day: string }
    | { readonly kind: 'unknown-year'; readonly year: number }
    | null
}

/** 公示和决定: the list, its publicity with the last day, what was objected, and the decision. */
export function DecisionPane({ campaign, objections, publicityEnd }: DecisionPaneProps) {
  const list = useCall('campaigns', 'nominees', { id: campaign.id })
  if (list.isPending) return <Loading />
  if (list.isError) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
  return (
    <div className="cam-halves">
      <ListCard campaign={campaign} nominees={list.data} />
      <div>
        <PublicityCard campaign={campaign} end={publicityEnd} />
        <ObjectionsCard campaign={campaign} objections={objections} nominees={running(list.data)} />
        <DecisionCard campaign={campaign} nominees={running(list.data).filter(({ listed }) => listed)} />
      </div>
    </div>
  )
}

function ListCard({ campaign, nominees }: { campaign: Campaign; nominees: readonly Nominee[] }) {
  const listed = running(nominees).filter(each => each.listed)
  const { title, publicity } = campaign
  const paper = useMemo(
    () => (around: Parameters<typeof listPaper>[2]) => listPaper({ title, publicity }, nominees, around),
    [title, publicity, nominees],
  )
  return (
    <Card
      title={campaign.stage === '表彰' ? '表彰名单' : '拟表彰名单'}
      note={`${listed.length} 个，不分先后`}
      more={
        listed.length > 0 && (
          <TableButton
            name={`${campaign.title}拟表彰名单`}
            count={`${listed.length} 个`}
            hint="公示用的名单，不写评审情况。"
            table={{ of: 'list', campaignId: campaign.id }}
            paper={paper}
          />
        )
      }
    >
      {listed.length === 0 && <EmptyState title="还没有定拟表彰名单" hint="在“评审”里选定。" />}
      <ul className="cam-results">
        {listed.map(each => (
          <li key={each.id}>
            <span>
              <b>{each.shownName}</b>
              <small>
                {nomineeKindTitles[each.kind]}　{each.post || each.unitName}
              </small>
            </span>
            <NomineeMark nominee={each} />
            <span>{each.certificateNo}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function PublicityCard({ campaign, end }: { campaign: Campaign; end: DecisionPaneProps['publicityEnd'] }) {
  const edits = useMay()('honours.edit')
  const [open, setOpen] = useState(false)
  const verdict = mayDo('publish', campaign.stage)
  const { publicity } = campaign
  return (
    <Card
      title="公示"
      more={
        edits && (
          <Button size="small" reason={verdict.allowed ? undefined : verdict.reason} onClick={() => setOpen(true)}>
            {publicity ? '改公示' : '登记公示'}
          </Button>
        )
      }
    >
      <dl className="cam-facts">
        <dt>公示日期</dt>
        <dd>{publicity ? showDate(publicity.from) : '还没有公示'}</dd>
        {publicity && (
          <>
            <dt>范围</dt>
            <dd>{publicity.where || '没有写'}</dd>
            <dt>截止</dt>
            <dd>
              {end === null ? '' : endWords(end as PublicityEnd)}
              <small>
                {publicity.days} 个工作日，公示当日不计 <BasisWord basis={publicityDays} />
              </small>
            </dd>
          </>
        )}
      </dl>
      {open && <PublicityForm campaign={campaign} publicity={publicity} onClose={() => setOpen(false)} />}
    </Card>
  )
}
const endWords = (end: PublicityEnd): string =>
  end.kind === 'day' ? `${showDate(end.day)} 满，次日起可以决定` : unknownYearWords(end)

function PublicityForm(props: { campaign: Campaign; publicity: Publicity | null; onClose: () => void }) {
  const { campaign, publicity, onClose } = props
  const [from, setFrom] = useState<string>(showDate(publicity?.from ?? todayDay()))
  const [days, setDays] = useState(String(publicity?.days ?? publicityDays.value))
  const [where, setWhere] = useState(publicity?.where ?? '')
  const day = typedDay(from)
  const count = Number(days)
  const refusal = !day
    ? '日期写作 2027.04.01'
    : Number.isInteger(count) && count >= publicityDays.value && count <= 60
      ? undefined
      : `公示不少于 ${publicityDays.value} 个工作日`
  return (
    <FormDialog
      title="登记公示"
      act="登记"
      refusal={refusal}
      onAct={async () => {
        if (day)
          await api.campaigns.publish({
            id: campaign.id,
            revision: campaign.revision,
            publicity: { from: day, days: count, where },
          })
      }}
      onClose={onClose}
    >
      <div className="dd-pair">
        <TextField label="公示日期" value={from} onChange={setFrom} nfkc />
        <TextField label="工作日" value={days} onChange={setDays} nfkc hint="不少于 5 个，当日不计" />
      </div>
      <TextField label="范围" value={where} onChange={setWhere} maxChars={200} placeholder="在哪里公示" />
    </FormDialog>
  )
}

function DecisionCard({ campaign, nominees }: { campaign: Campaign; nominees: readonly Nominee[] }) {
  const edits = useMay()('honours.edit')
  const [open, setOpen] = useState<'decide' | 'undo'>()
  const verdict = mayDo('decide', campaign.stage)
  const { decision } = campaign
  return (
    <Card
      title="决定"
      more={
        edits &&
        (campaign.stage === '表彰' ? (
          <Button size="small" onClick={() => setOpen('undo')}>
            撤销登记…
          </Button>
        ) : (
          <Button
            size="small"
            kind={verdict.allowed ? 'primary' : 'plain'}
            reason={verdict.allowed ? undefined : verdict.reason}
            onClick={() => setOpen('decide')}
          >
            登记表彰决定
          </Button>
        ))
      }
    >
      <dl className="cam-facts">
        <dt>决定</dt>
        <dd>
          {decision ? `${showDate(decision.on)}　${decision.authority}` : '还没有决定'}
          {decision && (
            <small>
              {decision.documentNo} {decision.documentTitle}
            </small>
          )}
        </dd>
      </dl>
      {open === 'decide' && <DecideForm campaign={campaign} nominees={nominees} onClose={() => setOpen(undefined)} />}
      <ReasonDialog
        open={open === 'undo'}
        title="撤销表彰决定的登记"
        consequence={`由这次决定记入荣誉册的荣誉全部移出，行动回到“决定”，可以重新登记。${AUDITED_REASON}`}
        confirmText="撤销登记"
        danger
        onConfirm={async reason => {
          await api.campaigns.undoDecision({ id: campaign.id, revision: campaign.revision, reason })
        }}
        onClose={() => setOpen(undefined)}
      />
    </Card>
  )
}
