import { useSession } from '../api/session'
import { useTalkWeek } from '../interviews/home/useTalkWeek'
import { Card } from '../ui/Card'
import { Page } from '../ui/Page'
import { type CardArea, cardsFor, type HomeCard } from './cards'
import './home.css'
import { headingOf, lunarOf } from './home.dates'
import { useToday } from './useToday'
import { WeekStrip } from './WeekStrip'

/** 工作台: today first, then the week, the desks, what was promised, and the figures of the whole last and quiet. */
export function HomePage() {
  const today = useToday()
  const session = useSession()
  const cards = cardsFor(session)
  const within = (...areas: CardArea[]): HomeCard[] => cards.filter(({ area }) => areas.includes(area))
  const desks = within('desks')
  const figures = within('figures')
  return (
    <Page title={headingOf(today)} note={lunarOf(today)}>
      <div className="home">
        <div className="home-grid">
          <div className="home-main">
            {session.capabilities.includes('interviews.hold') && <TalkWeek today={today} />}
            <Cards cards={within('today')} />
            <Cards cards={within('duty').filter(({ broad }) => broad)} />
          </div>
          <div className="home-side">
            {desks.length > 0 && (
              <Card className="home-desks">
                <Cards cards={desks} />
              </Card>
            )}
            <Cards cards={[...within('coverage', 'promises'), ...within('duty').filter(({ broad }) => !broad)]} />
          </div>
          {figures.length > 0 && (
            <div className="home-figures">
              <Cards cards={figures} />
            </div>
          )}
        </div>
      </div>
    </Page>
  )
}

const Cards = ({ cards }: { cards: readonly HomeCard[] }) =>
  cards.map(({ id, title, Card: View }) => <View key={id} title={title} />)

/** The week with the talks of whoever looks at it. */
const TalkWeek = ({ today }: { today: Date }) => <WeekStrip today={today} counts={useTalkWeek()} />
