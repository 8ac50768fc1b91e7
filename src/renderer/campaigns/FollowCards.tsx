import { type ReactNode, useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import type { Board } from '../../shared/campaigns/boards'
import type { Campaign } from '../../shared/campaigns/campaigns'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { PeopleSelect } from '../interviews/PeopleSelect'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/FormDialog'
import { ReasonDialog } from '../ui/ReasonDialog'
import { TextField } from '../ui/TextField'
import { typedDay } from './campaigns.words'

interface CardsProps {
  readonly campaign: Campaign
  readonly board: Board
}

/** What followed: reports in the media, stays that were taken, posts that were given. */
export function FollowCards({ campaign, board }: CardsProps) {
  const edits = useMay()('honours.edit')
  const [adding, setAdding] = useState<'report' | 'promotion'>()
  const [removing, setRemoving] = useState<{ of: 'removeReport' | 'removePromotion'; id: string; revision: number }>()
  const button = (of: 'report' | 'promotion', words: string) =>
    edits && (
      <Button size="small" onClick={() => setAdding(of)}>
        {words}
      </Button>
    )
  return (
    <div className="cam-thirds">
      <ListCard title="系列报道" note={`${board.reports.length} 篇`} more={button('report', '加一篇')}>
        {board.reports.map(({ id, revision, on, media, title }) => (
          <li key={id}>
            <span>
              {title}
              <small>
                {showDate(on)} {media}
              </small>
            </span>
            {edits && <Remove onClick={() => setRemoving({ of: 'removeReport', id, revision })} />}
          </li>
        ))}
      </ListCard>
      <ListCard title="疗养" note={`${board.retreats.length} 人次，取自休假疗养登记`}>
        {board.retreats.map(({ cadreId, name, from, days, place }) => (
          <li key={`${cadreId}${from}`}>
            <span>
              <b>{name}</b>
              <small>
                {showDate(from)} 起 {days} 天 {place}
              </small>
            </span>
          </li>
        ))}
      </ListCard>
      <ListCard title="提拔使用" note={`${board.promotions.length} 条`} more={button('promotion', '加一条')}>
        {board.promotions.map(({ id, revision, name, on, post }) => (
          <li key={id}>
            <span>
              <b>{name}</b>
              <small>
                {showDate(on)} {post}
              </small>
            </span>
            {edits && <Remove onClick={() => setRemoving({ of: 'removePromotion', id, revision })} />}
          </li>
        ))}
      </ListCard>
      {adding === 'report' && <ReportForm campaign={campaign} onClose={() => setAdding(undefined)} />}
      {adding === 'promotion' && <PromotionForm campaign={campaign} onClose={() => setAdding(undefined)} />}
      <ReasonDialog
        open={removing !== undefined}
        title="去掉这一条"
        consequence="登记错了的才去掉。"
        confirmText="去掉"
        danger
        onConfirm={async reason => {
          if (!removing) return
          const { of, ...row } = removing
          await api.campaigns[of]({ campaignId: campaign.id, ...row, reason })
        }}
        onClose={() => setRemoving(undefined)}
      />
    </div>
  )
}
const Remove = ({ onClick }: { onClick: () => void }) => (
  <Button kind="link" size="small" onClick={onClick}>
    去掉
  </Button>
)
const ListCard = (props: { title: string; note: string; more?: ReactNode; children: ReactNode }) => (
  <Card title={props.title} note={props.note} more={props.more}>
    <ul className="cam-results">{props.children}</ul>
  </Card>
)

function ReportForm({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const [title, setTitle] = useState('')
  const [media, setMedia] = useState('')
  const [on, setOn] = useState<string>(showDate(todayDay()))
  const day = typedDay(on)
  const refusal =
    title.trim() === '' ? '先写标题' : media.trim() === '' ? '先写媒体' : day ? undefined : '日期写作 2027.06.01'
  return (
    <FormDialog
      title="加一篇报道"
      act="登记"
      refusal={refusal}
      onAct={async () => {
        if (!day) return
        const facts = { title, media, on: day }
        await api.campaigns.putReport({ campaignId: campaign.id, id: null, revision: 0, facts })
      }}
      onClose={onClose}
    >
      <TextField label="标题" value={title} onChange={setTitle} maxChars={200} />
      <div className="dd-pair">
        <TextField label="媒体" value={media} onChange={setMedia} maxChars={60} />
        <TextField label="日期" value={on} onChange={setOn} nfkc />
      </div>
    </FormDialog>
  )
}

function PromotionForm({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const [person, setPerson] = useState<{ readonly id: CadreId; readonly name: string }>()
  const [post, setPost] = useState('')
  const [on, setOn] = useState<string>(showDate(todayDay()))
  const day = typedDay(on)
  const refusal = !person ? '先选人' : post.trim() === '' ? '先写职务' : day ? undefined : '日期写作 2027.06.01'
  return (
    <FormDialog
      title="登记提拔使用"
      act="登记"
      refusal={refusal}
      onAct={async () => {
        if (!person || !day) return
        const facts = { cadreId: person.id, post, on: day }
        await api.campaigns.putPromotion({ campaignId: campaign.id, id: null, revision: 0, facts })
      }}
      onClose={onClose}
    >
      <PeopleSelect label="人" most={1} value={person ? [person] : []} onChange={([first]) => setPerson(first)} />
      <div className="dd-pair">
        <TextField label="职务" value={post} onChange={setPost} maxChars={120} />
        <TextField label="任职日期" value={on} onChange={setOn} nfkc />
      </div>
    </FormDialog>
  )
}
