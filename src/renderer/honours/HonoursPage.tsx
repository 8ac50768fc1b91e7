import { useLocation, useRoute } from 'wouter'
import { useMay } from '../api/session'
import { TabbedPage } from '../ui/TabbedPage'
import { honourTabs } from './tabs'

/** 荣誉: the register, medals, campaigns, the wall and the album. Its parts are the rows of one table. */
export function HonoursPage() {
  const may = useMay()
  const [, go] = useLocation()
  const [, params] = useRoute('/honours/:tab/*?')
  const tabs = honourTabs.filter(({ needs }) => may(needs))
  return <TabbedPage title="荣誉" tabs={tabs} at={params?.tab} route="/honours" onGo={go} />
}
