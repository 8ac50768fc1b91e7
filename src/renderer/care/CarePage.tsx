import { Tabs } from 'antd'
import { Suspense } from 'react'
import { useLocation, useRoute } from 'wouter'
import { useMay } from '../api/session'
import { Page } from '../ui/Page'
import { Loading } from '../ui/states'
import { careTabs } from './tabs'

/** 关爱: who needs us today, what was done, whom we missed. Its parts are the rows of one table. */
export function CarePage() {
  const may = useMay()
  const [, go] = useLocation()
  const [, params] = useRoute('/care/:tab/*?')
  const offered = careTabs.filter(({ needs }) => may(needs))
  const [first] = offered
  const active = offered.find(({ key }) => key === params?.tab)?.key ?? first?.key
  return (
    <Page title="关爱">
      <Tabs
        activeKey={active ?? ''}
        onChange={key => go(key === first?.key ? '/care' : `/care/${key}`)}
        destroyOnHidden
        items={offered.map(({ key, title, page: View }) => ({
          key,
          label: title,
          children: (
            <Suspense fallback={<Loading />}>
              <View />
            </Suspense>
          ),
        }))}
      />
    </Page>
  )
}
