import { useLocation, useRoute } from 'wouter'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { Page } from '../ui/Page'
import { TabbedPage } from '../ui/TabbedPage'
import './exchange.css'
import { useExchange } from './exchange.store'
import { Review } from './Review'
import { exchangeTabs } from './tabs'

/** 数据交换: packages that came and went, and the stores they go to. A package that was opened takes the page. */
export function ExchangePage() {
  const [, go] = useLocation()
  const [, params] = useRoute('/exchange/:tab/*?')
  const { arrivalId, open } = useExchange()
  const may = useMay()
  if (arrivalId !== null)
    return (
      <Page
        title="核对数据包"
        actions={
          <Button icon={<Icon name="left" size={16} />} onClick={() => open(null)}>
            返回
          </Button>
        }
      >
        <Review key={arrivalId} id={arrivalId} />
      </Page>
    )
  const first = may('exchange.receive') ? 'received' : may('exchange.send') ? 'sent' : 'partners'
  return <TabbedPage title="数据交换" tabs={exchangeTabs} at={params?.tab ?? first} route="/exchange" onGo={go} />
}
