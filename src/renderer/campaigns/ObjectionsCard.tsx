import { Select } from 'antd'
import { useState } from 'react'
import type { Campaign, Nominee, NomineeId, Objection } from '../../shared/campaigns/campaigns'
import { mayDo } from '../../shared/campaigns/stages.rules'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/FormDialog'
import { StateMark } from '../ui/marks'
import { TextField } from '../ui/TextField'
import { typedDay } from './campaigns.words'

interface ObjectionsCardProps {
  readonly campaign: Campaign
  readonly objections: readonly Objection[]
  readonly nominees: readonly Nominee[]
}

/** What was objected during the publicity and what came of it. Who objected is asked nowhere. */
export function ObjectionsCard({ campaign, objections, nominees }: ObjectionsCardProps) {
  const edits = useMay()('honours.edit')
  const [open, setOpen] = useState<Objection | 'new'>()
  const verdict = mayDo('object', campaign.stage)
  return (
    <Card
      title="异议"
      note={objections.length === 0 ? '没有收到' : `${objections.length} 件`}
      more={
        edits && (
          <Button size="small" reason={verdict.allowed ? undefined : verdict.reason} onClick={() => setOpen('new')}>
            登记异议
          </Button>
        )
      }
    >
      <ul className="cam-results">
        {objections.map(objection => (
          <li key={objection.id}>
            <span>
              <b>{objection.about}</b>
              <small>{showDate(objection.on)} 收到</small>
            </span>
            <span className="cam-wide">
              {objection.content}
              {objection.settlement && (
                <small>
                  {showDate(objection.settlement.on)} {objection.settlement.handling}，{objection.settlement.result}
                </small>
              )}
            </span>
            <StateMark state={objection.settlement ? 'done' : 'late'}>
              {objection.settlement ? '已办结' : '没有办结'}
            </StateMark>
            {edits && verdict.allowed && (
              <Button kind="link" size="small" onClick={() => setOpen(objection)}>
                {objection.settlement ? '更正' : '办结'}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open === 'new' && <NewObjection campaign={campaign} nominees={nominees} onClose={() => setOpen(undefined)} />}
      {open && open !== 'new' && <SettleForm campaign={campaign} objection={open} onClose={() => setOpen(undefined)} />}
    </Card>
  )
}

function NewObjection({
  campaign,
  nominees,
  onClose,
}: Omit<ObjectionsCardProps, 'objections'> & { onClose: () => void }) {
  const [nomineeId, setNomineeId] = useState<NomineeId>()
  const [on, setOn] = useState<string>(showDate(todayDay()))
  const [content, setContent] = useState('')
  const day = typedDay(on)
  const refusal = content.trim() === '' ? '先写内容' : day ? undefined : '日期写作 2027.04.01'
  return (
    <FormDialog
      title="登记异议"
      act="登记"
      refusal={refusal}
      onAct={async () => {
        if (!day) return
        const facts = { nomineeId: nomineeId ?? null, on: day, content }
        await api.campaigns.addObjection({ campaignId: campaign.id, facts })
      }}
      onClose={onClose}
    >
      <div className="dd-pair">
        <label className="dd-field">
          <span className="dd-label">涉及</span>
          <Select
            aria-label="涉及"
            value={nomineeId}
            onChange={setNomineeId}
            allowClear
            placeholder="整个名单"
            options={nominees
              .filter(({ listed }) => listed)
              .map(({ id, shownName }) => ({ value: id, label: shownName }))}
          />
        </label>
        <TextField label="收到日期" value={on} onChange={setOn} nfkc />
      </div>
      <TextField
        label="内容"
        value={content}
        onChange={setContent}
        maxChars={1000}
        multiline
        rows={4}
        hint="只写反映的事，不写反映人是谁"
      />
    </FormDialog>
  )
}

function SettleForm({
  campaign,
  objection,
  onClose,
}: {
  campaign: Campaign
  objection: Objection
  onClose: () => void
}) {
  const { settlement } = objection
  const [on, setOn] = useState<string>(showDate(settlement?.on ?? todayDay()))
  const [handling, setHandling] = useState(settlement?.handling ?? '')
  const [result, setResult] = useState(settlement?.result ?? '')
  const [reason, setReason] = useState('')
  const day = typedDay(on)
  const refusal =
    handling.trim() === ''
      ? '先写怎样核实的'
      : result.trim() === ''
        ? '先写结果'
        : !day
          ? '日期写作 2027.04.01'
          : settlement && reason.trim() === ''
            ? '更正要写明理由'
            : undefined
  return (
    <FormDialog
      title="办理异议"
      act={settlement ? '更正' : '办结'}
      refusal={refusal}
      onAct={async () => {
        if (day)
          await api.campaigns.settleObjection({
            campaignId: campaign.id,
            id: objection.id,
            settlement: { on: day, handling, result },
            reason,
          })
      }}
      onClose={onClose}
    >
      <p>{objection.content}</p>
      <TextField label="怎样核实" value={handling} onChange={setHandling} maxChars={1000} multiline />
      <div className="dd-pair">
        <TextField label="结果" value={result} onChange={setResult} maxChars={400} />
        <TextField label="办结日期" value={on} onChange={setOn} nfkc />
      </div>
      {settlement && <TextField label="理由" value={reason} onChange={setReason} maxChars={200} />}
    </FormDialog>
  )
}
