import { Tabs } from 'antd'
import { type ComponentType, type LazyExoticComponent, Suspense } from 'react'
import { Page } from './Page'
import { Loading } from './states'

interface TabbedPageProps {
  readonly title: string
  /** Those that the account is offered; the first is where the page opens. */
  readonly tabs: readonly {
    readonly key: string
    readonly title: string
    readonly page: LazyExoticComponent<ComponentType>
  }[]
  /** The tab of the address; anything else opens the first. */
  readonly at: string | undefined
  readonly route: string
  readonly onGo: (route: string) => void
}

/** A page whose parts are the rows of one table, each with an address of its own. */
export function TabbedPage({ title, tabs, at, route, onGo }: TabbedPageProps) {
  const [first] = tabs
  const active = tabs.find(({ key }) => key === at) ?? first
  return (
    <Page title={title}>
      <Tabs
        activeKey={active?.key ?? ''}
        onChange={key => onGo(key === first?.key ? route : `${route}/${key}`)}
        destroyOnHidden
        items={tabs.map(({ key, title: label, page: View }) => ({
          key,
          label,
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
