import { useLocation, useRoute } from 'wouter'
import { useMay } from '../api/session'
import { TabbedPage } from '../ui/TabbedPage'
import { careTabs } from './tabs'

/** 关爱: who needs us today, what was done, whom we missed. Its parts are the rows of one table. */
export function CarePage() {
  const may = useMay()
  const [, go] = useLocation()
  const [, params] = useRoute('/care/:tab/*?')
  const tabs = careTabs.filter(({ needs }) => may(needs))
  return <TabbedPage title="关爱" tabs={tabs} at={params?.tab} route="/care" onGo={go} />
}
