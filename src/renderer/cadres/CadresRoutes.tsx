import { Route, Switch } from 'wouter'
import { CadreId } from '../../shared/cadres/cadres'
import { EmptyState } from '../ui/states'
import { CadrePage } from './CadrePage'
import { CadresPage } from './CadresPage'
import { ChecksPage } from './checks/ChecksPage'

/** The list, the findings of a unit, or one person's file at one of its tabs; after `edit` the field to begin with. */
export function CadresRoutes() {
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
