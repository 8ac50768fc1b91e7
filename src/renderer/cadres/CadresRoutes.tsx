import { Route, Switch } from 'wouter'
import { CadreId } from '../../shared/cadres/cadres'
import { EmptyState } from '../ui/states'
import { CadrePage } from './CadrePage'
import { CadresPage } from './CadresPage'

/** The list, or one person's file at one of its tabs. */
export function CadresRoutes() {
  return (
    <Switch>
      <Route path="/cadres/:id/:tab?">
        {({ id, tab }) => {
          const known = CadreId.safeParse(id)
          return known.success ? (
            <CadrePage key={known.data} id={known.data} tab={tab ?? ''} />
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
