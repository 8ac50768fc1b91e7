import { useState } from 'react'
import { useLocation } from 'wouter'
import type { InterviewHeader } from '../../../shared/interviews/interviews'
import { api } from '../../api/client'
import { useMay, useSession } from '../../api/session'
import { Button } from '../../ui/Button'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { PaperDayDialog } from './PaperDayDialog'
import { ReplanDialog } from './ReplanDialog'

/** What can be done with a talk that is still planned: move it, call it off, or type in the paper that was written then. */
export function PlanActions({ talk }: { talk: InterviewHeader }) {
  const plans = useMay()('interviews.plan')
  const { account } = useSession()
  const [, go] = useLocation()
  const [open, setOpen] = useState<'replan' | 'cancel' | 'paper'>()
  if (talk.state !== 'planned') return null
  const writes = [...talk.talkers.map(({ id }) => id), talk.recorder?.id].includes(account.id)
  const close = (): void => setOpen(undefined)
  return (
    <>
      {plans && <Button onClick={() => setOpen('cancel')}>取消谈话</Button>}
      {plans && <Button onClick={() => setOpen('replan')}>调整安排</Button>}
      {writes && <Button onClick={() => setOpen('paper')}>补录纸质记录</Button>}
      {open === 'replan' && <ReplanDialog talk={talk} onClose={close} />}
      {open === 'paper' && (
        <PaperDayDialog
          first={talk.startsAt}
          onClose={close}
          onDay={async day => {
            await api.interviews.open({ id: talk.id, heldOn: day })
            go(`/interviews/${talk.id}/record`)
          }}
        />
      )}
      <ReasonDialog
        open={open === 'cancel'}
        title="取消这次谈话"
        consequence="谈话人的安排里不再有这次谈话，应谈名单里仍会提醒。"
        confirmText="取消谈话"
        danger
        onConfirm={async reason => {
          await api.interviews.cancel({ id: talk.id, reason })
        }}
        onClose={close}
      />
    </>
  )
}
