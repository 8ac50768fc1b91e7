import { Segmented } from 'antd'
import { useLocation, useRoute } from 'wouter'
import { useCall } from '../api/query'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { BurdensPane } from './BurdensPane'
import { FacilitiesPane } from './FacilitiesPane'
import './grassroots.css'
import { PayPane } from './PayPane'

const panes = { facilities: '生活设施', burdens: '减轻负担', pay: '基层待遇' } as const
type Pane = keyof typeof panes
const isPane = (text: string | undefined): text is Pane => text !== undefined && text in panes

/** 基层: facilities of units, what is sent down to them, and what they earn beside the offices. */
export function GrassrootsTab() {
  const [, params] = useRoute('/care/grassroots/:pane?')
  const [, go] = useLocation()
  const pane = isPane(params?.pane) ? params.pane : 'facilities'
  const units = useCall('grassroots', 'units', {})
  if (units.isPending) return <Loading />
  if (units.isError) return <ErrorNote error={units.error} onRetry={() => void units.refetch()} />
  const choose = (
    <Segmented<Pane>
      aria-label="基层"
      value={pane}
      onChange={next => go(`/care/grassroots/${next}`)}
      options={(Object.keys(panes) as Pane[]).map(value => ({ value, label: panes[value] }))}
    />
  )
  const known = units.data
  if (!known.some(({ side }) => side === '街镇'))
    return (
      <div className="dd-tab">
        <div className="dd-filter">{choose}</div>
        <EmptyState
          title="还没有街镇"
          hint="在“单位”页面把乡镇、街道的单位性质写成“镇街”，机关写成机关的性质，这里就列出来。"
        />
      </div>
    )
  return (
    <div className="dd-tab">
      {pane === 'facilities' && <FacilitiesPane units={known} choose={choose} />}
      {pane === 'burdens' && <BurdensPane units={known} choose={choose} />}
      {pane === 'pay' && <PayPane units={known} choose={choose} />}
    </div>
  )
}
