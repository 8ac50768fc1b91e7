import { useState } from 'react'
import type { Action, Board } from '../../shared/campaigns/boards'
import { actionMark, actionProgress } from '../../shared/campaigns/boards.rules'
import type { Campaign } from '../../shared/campaigns/campaigns'
import { tenActions } from '../../shared/campaigns/campaigns.data'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ErrorNote, Loading } from '../ui/states'
import { ActionForm } from './ActionForm'
import { FollowCards } from './FollowCards'
import { TourCard } from './TourCard'

/** 十个一: the ten jobs of a campaign, and what the tour, the reports and the posts come to. */
export function BoardPane({ campaign }: { readonly campaign: Campaign }) {
  const board = useCall('campaigns', 'board', { id: campaign.id })
  if (board.isPending) return <Loading />
  if (board.isError) return <ErrorNote error={board.error} onRetry={() => void board.refetch()} />
  return (
    <>
      <Ten campaign={campaign} board={board.data} />
      <TourCard campaign={campaign} board={board.data} />
      <FollowCards campaign={campaign} board={board.data} />
    </>
  )
}

function Ten({ campaign, board }: { campaign: Campaign; board: Board }) {
  const edits = useMay()('honours.edit')
  const [open, setOpen] = useState<Action>()
  const { done, of } = actionProgress(board.actions)
  return (
    <Card title="十个一" note={`已完成 ${done} 项，共 ${of} 项`}>
      <ol className="cam-ten">
        {board.actions.map((action, at) => (
          <li key={action.key}>
            <span className="cam-place">{at + 1}</span>
            <span>
              <b>{tenActions.find(({ key }) => key === action.key)?.title}</b>
              <small>{action.progress || action.evidence}</small>
            </span>
            <span>
              {action.counted ?? ''}
              <small>{action.owner === '' ? '没有定责任人' : action.owner}</small>
            </span>
            <span>
              <ActionMark action={action} />
              <small>{dayWords(action)}</small>
            </span>
            {edits && (
              <Button size="small" onClick={() => setOpen(action)}>
                登记
              </Button>
            )}
          </li>
        ))}
      </ol>
      {open && <ActionForm campaign={campaign} action={open} onClose={() => setOpen(undefined)} />}
    </Card>
  )
}
const dayWords = ({ doneOn, dueOn }: Action): string =>
  doneOn !== null ? `${showDate(doneOn)} 完成` : dueOn !== null ? `${showDate(dueOn)} 前` : ''

function ActionMark({ action }: { action: Action }) {
  const mark = actionMark(action, todayDay())
  return mark === 'none' ? (
    <span className="dd-aside">{action.state}</span>
  ) : (
    <StateMark state={mark}>{mark === 'late' ? `${action.state}，逾期` : action.state}</StateMark>
  )
}
