import { Segmented } from 'antd'
import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { CampaignId } from '../../shared/campaigns/campaigns'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { StateMark } from '../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { CampaignForm } from './CampaignForm'
import { CampaignView } from './CampaignView'
import { SettingsDialog } from './SettingsDialog'
import { TracePane } from './TracePane'
import './campaigns.css'

type Pane = '行动' | '从实绩到使用'

/** 寻找“出彩型”干部行动: from the call to the register, and what became of those who were honoured. */
export function CampaignsTab() {
  const [, params] = useRoute('/honours/campaigns/:id')
  const one = CampaignId.safeParse(params?.id)
  const [pane, setPane] = useState<Pane>('行动')
  if (one.success) return <CampaignView key={one.data} id={one.data} />
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Segmented<Pane> value={pane} onChange={setPane} options={['行动', '从实绩到使用']} />
        {pane === '行动' && <ListActs />}
      </div>
      {pane === '行动' ? <CampaignList /> : <TracePane campaignId={null} name="从实绩到使用一览" />}
    </div>
  )
}

function ListActs() {
  const [, go] = useLocation()
  const may = useMay()
  const [open, setOpen] = useState<'add' | 'settings'>()
  return (
    <span className="cam-acts">
      {may('honours.configure') && <Button onClick={() => setOpen('settings')}>品牌和核查单位</Button>}
      {may('honours.edit') && (
        <Button kind="primary" icon={<Icon name="plus" size={16} />} onClick={() => setOpen('add')}>
          发起行动
        </Button>
      )}
      {open === 'settings' && <SettingsDialog onClose={() => setOpen(undefined)} />}
      {open === 'add' && (
        <CampaignForm onClose={() => setOpen(undefined)} onKept={({ id }) => go(`/honours/campaigns/${id}`)} />
      )}
    </span>
  )
}

function CampaignList() {
  const [, go] = useLocation()
  const list = useCall('campaigns', 'list', {})
  const settings = useCall('campaigns', 'settings', {})
  const brandOf = (key: string): string => settings.data?.brands.find(brand => brand.key === key)?.title ?? ''
  return (
    <Card className="dd-list">
      {list.isPending && <Loading />}
      {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.length === 0 && (
        <EmptyState title="还没有行动" hint="每年发起一次，从发动、推荐、核查、评审、公示到决定，一步一步留痕。" />
      )}
      <ul>
        {list.data?.map(each => (
          <li key={each.id} className="dd-row">
            <button type="button" onClick={() => go(`/honours/campaigns/${each.id}`)}>
              <b>{each.title}</b>
              <span>
                {each.year}年　{brandOf(each.brand)}
              </span>
            </button>
            <span>
              推荐个人 {each.persons} 名<small>团队 {each.teams} 个</small>
            </span>
            <span>{each.honours === 0 ? '还没有表彰' : `表彰 ${each.honours} 项`}</span>
            <StateMark state={each.stage === '表彰' ? 'done' : 'soon'}>{each.stage}</StateMark>
          </li>
        ))}
      </ul>
    </Card>
  )
}
