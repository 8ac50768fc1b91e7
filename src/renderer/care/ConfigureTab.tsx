import { Segmented } from 'antd'
import { Suspense } from 'react'
import { useLocation, useRoute } from 'wouter'
import { Loading } from '../ui/states'
import { configureParts } from './configure-parts'

/** 设置: what a unit sets for itself. Its parts are the rows of one table. */
export function ConfigureTab() {
  const [, go] = useLocation()
  const [, params] = useRoute('/care/configure/:part/*?')
  const active = configureParts.find(({ key }) => key === params?.part) ?? configureParts[0]
  if (!active) return null
  const View = active.page
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Segmented
          value={active.key}
          onChange={key => go(`/care/configure/${key}`)}
          options={configureParts.map(({ key, title }) => ({ value: key, label: title }))}
        />
      </div>
      <Suspense fallback={<Loading />}>
        <View />
      </Suspense>
    </div>
  )
}
