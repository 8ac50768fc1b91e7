import { useState } from 'react'
import type { Campaign, Nominee } from '../../shared/campaigns/campaigns'
import { nomineeKindTitles } from '../../shared/campaigns/campaigns'
import { stopping } from '../../shared/campaigns/holds.rules'
import { quotaWarnings } from '../../shared/campaigns/nominees.rules'
import { mayDo, running } from '../../shared/campaigns/stages.rules'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { StateMark } from '../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { NomineeCard } from './NomineeCard'
import { NomineeForm } from './NomineeForm'

/** 推荐和核查: who was nominated, what stands against them, and what others say. */
export function NomineesPane({ campaign }: { readonly campaign: Campaign }) {
  const edits = useMay()('honours.edit')
  const list = useCall('campaigns', 'nominees', { id: campaign.id })
  const settings = useCall('campaigns', 'settings', {})
  const [openId, setOpenId] = useState<string>()
  const [adding, setAdding] = useState(false)
  if (list.isPending) return <Loading />
  if (list.isError) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
  const nominees = list.data
  const open = nominees.find(({ id }) => id === openId) ?? nominees[0]
  const verdict = mayDo('nominate', campaign.stage)
  const among = running(nominees)
  const over = quotaWarnings(nominees, campaign.quotas)
  const count = (kind: Nominee['kind']): number => among.filter(each => each.kind === kind).length
  return (
    <>
      {over.length > 0 && (
        <p className="cam-warn" role="note">
          超过名额，不影响推荐：{over.map(({ words }) => words).join('；')}
        </p>
      )}
      <div className="cam-desk">
        <Card
          className="cam-list"
          title="人选"
          note={`在选个人 ${count('person')} 名，团队 ${count('team')} 个`}
          more={
            edits && (
              <Button
                size="small"
                icon={<Icon name="plus" size={14} />}
                reason={verdict.allowed ? undefined : verdict.reason}
                onClick={() => setAdding(true)}
              >
                推荐
              </Button>
            )
          }
        >
          {nominees.length === 0 && <EmptyState title="还没有人选" hint="按名额推荐个人和团队，写清事迹。" />}
          <ul>
            {nominees.map(each => (
              <li key={each.id}>
                <button type="button" aria-pressed={each.id === open?.id} onClick={() => setOpenId(each.id)}>
                  <b>{each.shownName}</b>
                  <small>
                    {nomineeKindTitles[each.kind]}　{each.post || each.unitName}
                  </small>
                </button>
                <NomineeMark nominee={each} />
              </li>
            ))}
          </ul>
        </Card>
        {open && <NomineeCard key={open.id} campaign={campaign} nominee={open} organs={settings.data?.organs ?? []} />}
      </div>
      {adding && <NomineeForm campaign={campaign} onClose={() => setAdding(false)} />}
    </>
  )
}

export function NomineeMark({ nominee }: { readonly nominee: Nominee }) {
  if (nominee.honourId !== null) return <StateMark state="done">已表彰</StateMark>
  if (nominee.state === '止步') return <span className="dd-aside">止步</span>
  if (stopping(nominee).length > 0) return <StateMark state="late">受限制</StateMark>
  if (nominee.holds.length > 0) return <StateMark state="soon">有提示</StateMark>
  return nominee.listed ? <StateMark state="today">拟表彰</StateMark> : null
}
