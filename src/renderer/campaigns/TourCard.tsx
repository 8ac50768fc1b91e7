import { useCallback, useState } from 'react'
import type { Board, Stop } from '../../shared/campaigns/boards'
import { mayKeepStop } from '../../shared/campaigns/boards.rules'
import { tourPaper } from '../../shared/campaigns/campaign-papers.rules'
import type { Campaign } from '../../shared/campaigns/campaigns'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { useMay } from '../api/session'
import '../interviews/interviews.css'
import { PeopleSelect } from '../interviews/PeopleSelect'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/FormDialog'
import { ReasonDialog } from '../ui/ReasonDialog'
import { EmptyState } from '../ui/states'
import { TextField } from '../ui/TextField'
import { wholeNumber } from '../ui/wholeNumber'
import { typedDay } from './campaigns.words'
import { TableButton } from './TableButton'

/** 巡回报告: where somebody spoke, who listened, and what they said of it. */
export function TourCard({ campaign, board }: { readonly campaign: Campaign; readonly board: Board }) {
  const edits = useMay()('honours.edit')
  const [open, setOpen] = useState<Stop | 'new' | 'title'>()
  const [removing, setRemoving] = useState<Stop>()
  const { stops, tourTitle } = board
  const title = tourTitle === '' ? '先进事迹巡回报告' : tourTitle
  const paper = useCallback(
    (around: Parameters<typeof tourPaper>[2]) => tourPaper(title, stops, around),
    [title, stops],
  )
  const heard = stops.reduce((sum, { audience }) => sum + (audience ?? 0), 0)
  return (
    <Card
      title={title}
      note={`${stops.length} 场，听众 ${heard} 人次`}
      more={
        <span className="cam-acts">
          {stops.length > 0 && (
            <TableButton
              name={title}
              count={`${stops.length} 场`}
              hint="按场次列出。"
              table={{ of: 'tour', campaignId: campaign.id }}
              paper={paper}
            />
          )}
          {edits && (
            <>
              <Button size="small" onClick={() => setOpen('title')}>
                定名
              </Button>
              <Button size="small" onClick={() => setOpen('new')}>
                加一场
              </Button>
            </>
          )}
        </span>
      }
    >
      {stops.length === 0 && (
        <EmptyState title="还没有场次" hint="每到一处登记一场：地点、日期、报告人、听众和反响。" />
      )}
      <ol className="cam-ten">
        {stops.map((stop, at) => (
          <li key={stop.id}>
            <span className="cam-place">{at + 1}</span>
            <span>
              <b>{stop.place}</b>
              <small>{stop.topic}</small>
            </span>
            <span>
              {stop.speakers.map(({ name }) => name).join('、')}
              <small>{stop.feedback}</small>
            </span>
            <span>
              {showDate(stop.on)}
              <small>{stop.audience === null ? '' : `听众 ${stop.audience} 人`}</small>
            </span>
            {edits && (
              <span className="cam-acts">
                <Button kind="link" size="small" onClick={() => setOpen(stop)}>
                  修改
                </Button>
                <Button kind="link" size="small" onClick={() => setRemoving(stop)}>
                  去掉
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {open === 'title' && <TitleForm campaign={campaign} title={tourTitle} onClose={() => setOpen(undefined)} />}
      {open !== undefined && open !== 'title' && (
        <StopForm campaign={campaign} stop={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
      <ReasonDialog
        open={removing !== undefined}
        title={`去掉${removing?.place ?? ''}这一场`}
        consequence="登记错了的才去掉。"
        confirmText="去掉"
        danger
        onConfirm={async reason => {
          if (removing)
            await api.campaigns.removeStop({
              campaignId: campaign.id,
              id: removing.id,
              revision: removing.revision,
              reason,
            })
        }}
        onClose={() => setRemoving(undefined)}
      />
    </Card>
  )
}

function TitleForm({ campaign, title, onClose }: { campaign: Campaign; title: string; onClose: () => void }) {
  const [text, setText] = useState(title)
  return (
    <FormDialog
      title="给巡回报告定名"
      act="保存"
      refusal={text.trim() === '' ? '先写名称' : undefined}
      onAct={() => api.campaigns.setTour({ campaignId: campaign.id, title: text })}
      onClose={onClose}
    >
      <TextField label="名称" value={text} onChange={setText} maxChars={60} placeholder="出彩干部高校行" />
    </FormDialog>
  )
}

function StopForm({ campaign, stop, onClose }: { campaign: Campaign; stop: Stop | undefined; onClose: () => void }) {
  const [place, setPlace] = useState(stop?.place ?? '')
  const [on, setOn] = useState<string>(showDate(stop?.on ?? todayDay()))
  const [topic, setTopic] = useState(stop?.topic ?? '')
  const [audience, setAudience] = useState(stop?.audience === null || !stop ? '' : String(stop.audience))
  const [feedback, setFeedback] = useState(stop?.feedback ?? '')
  const [people, setPeople] = useState(
    (stop?.speakers ?? []).flatMap(({ cadreId, name }) => (cadreId === null ? [] : [{ id: cadreId, name }])),
  )
  const [others, setOthers] = useState(
    (stop?.speakers ?? []).flatMap(({ cadreId, name }) => (cadreId === null ? [name] : [])).join('、'),
  )
  const day = typedDay(on)
  const count = wholeNumber(audience)
  const verdict = day && count !== undefined ? mayKeepStop({ on: day, audience: count }, todayDay()) : undefined
  const refusal =
    place.trim() === ''
      ? '先写地点'
      : !day
        ? '日期写作 2027.06.01'
        : count === undefined
          ? '听众人数写作整数'
          : verdict?.allowed === false
            ? verdict.reason
            : undefined
  return (
    <FormDialog
      title={stop ? '修改场次' : '加一场'}
      act="保存"
      refusal={refusal}
      onAct={async () => {
        if (!day || count === undefined) return
        const named = others.split(/[、，,]/).flatMap(name => (name.trim() === '' ? [] : [name.trim()]))
        const speakers = [
          ...people.map(({ id, name }) => ({ cadreId: id, name })),
          ...named.map(name => ({ cadreId: null, name })),
        ]
        await api.campaigns.putStop({
          campaignId: campaign.id,
          id: stop?.id ?? null,
          revision: stop?.revision ?? 0,
          facts: { place, on: day, topic, speakers, audience: count, feedback },
        })
      }}
      onClose={onClose}
    >
      <div className="dd-pair">
        <TextField label="地点" value={place} onChange={setPlace} maxChars={80} />
        <TextField label="日期" value={on} onChange={setOn} nfkc />
      </div>
      <TextField label="主题" value={topic} onChange={setTopic} maxChars={120} />
      <div className="dd-pair">
        <PeopleSelect label="报告人" value={people} onChange={next => setPeople([...next])} most={20} />
        <TextField label="没有档案的报告人" value={others} onChange={setOthers} hint="用顿号隔开" />
      </div>
      <TextField label="听众人数" value={audience} onChange={setAudience} nfkc hint="还没有讲的留空" />
      <TextField label="反响" value={feedback} onChange={setFeedback} maxChars={600} multiline />
    </FormDialog>
  )
}
