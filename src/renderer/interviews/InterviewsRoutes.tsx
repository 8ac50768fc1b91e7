import { Route, Switch } from 'wouter'
import { InterviewId } from '../../shared/interviews/interviews'
import { MeasureId } from '../../shared/measures/measures'
import { InterviewsPage } from './InterviewsPage'
import './interviews.css'
import { MeasurePage } from './measures/MeasurePage'
import { RecordPage } from './record/RecordPage'
import { TalkPage } from './TalkPage'

/** The boards, one talk, or the talk that is being recorded. */
export const InterviewsRoutes = () => (
  <Switch>
    <Route path="/interviews/:id/record">{({ id }) => <Known id={id} Page={RecordPage} />}</Route>
    <Route path="/interviews/measures/:id">
      {({ id }) => {
        const known = MeasureId.safeParse(id)
        return known.success ? <MeasurePage key={known.data} id={known.data} /> : <InterviewsPage tab="measures" />
      }}
    </Route>
    <Route path="/interviews/:id">
      {({ id }) =>
        InterviewId.safeParse(id).success ? <Known id={id} Page={TalkPage} /> : <InterviewsPage tab={id} />
      }
    </Route>
    <Route>
      <InterviewsPage tab="" />
    </Route>
  </Switch>
)

function Known({ id, Page }: { id: string; Page: (props: { id: InterviewId }) => React.ReactNode }) {
  const known = InterviewId.safeParse(id)
  return known.success ? <Page key={known.data} id={known.data} /> : <InterviewsPage tab="" />
}
