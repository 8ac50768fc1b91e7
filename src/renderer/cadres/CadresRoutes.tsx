import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { CadreId } from '../../shared/cadres/cadres'
import { EmptyState, Loading } from '../ui/states'
import { CadrePage } from './CadrePage'
import { CadresPage } from './CadresPage'
import { OpenStrip } from './open/OpenStrip'
import { useRemembered } from './open/useRemembered'
import { cadrePlaces } from './places'

/** The list, a place of its own such as the trash, or one person's file at one of its tabs; after `edit` the field to begin with. */
export function CadresRoutes() {
  useRemembered()
  return (
    <div className="opn-desk">
      <OpenStrip />
      <div className="opn-page">
        <Places />
      </div>
    </div>
  )
}

function Places() {
  return (
    <Switch>
      {cadrePlaces.map(({ path, page: Place }) => (
        <Route key={path} path={path}>
          <Suspense fallback={<Loading />}>
            <Place />
          </Suspense>
        </Route>
      ))}
      <Route path="/cadres/:id/*?">
        {({ id, '*': rest = '' }) => {
          const known = CadreId.safeParse(id)
          const [tab = '', field = ''] = rest.split('/')
          return known.success ? (
            <CadrePage key={known.data} id={known.data} tab={tab} field={field} />
          ) : (
            <EmptyState title="没有这份档案" hint="回到名册，重新查找。" />
          )
        }}
      </Route>
      <Route>
        <CadresPage />
      </Route>
    </Switch>
  )
}
