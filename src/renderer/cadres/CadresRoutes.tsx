import { Route, Switch } from 'wouter'
import { CadreId } from '../../shared/cadres/cadres'
import { EmptyState } from '../ui/states'
import { CadrePage } from './CadrePage'
import { CadresPage } from './CadresPage'
import { ChecksPage } from './checks/ChecksPage'
import { OpenStrip } from './open/OpenStrip'
import { useRemembered } from './open/useRemembered'

/** The list, the findings of a unit, or one person's file at one of its tabs; after `edit` the field to begin with. */
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
      <Route path="/cadres/checks">
        <ChecksPage />
      </Route>
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
