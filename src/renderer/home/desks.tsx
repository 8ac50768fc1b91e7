import { useLocation } from 'wouter'
import { type Desk as DeskKind, desks } from '../../shared/desks/desks'
import { useCall } from '../api/query'
import { useMay } from '../api/session'

interface DeskProps {
  readonly title: string
  readonly desk: DeskKind
  readonly unit: string
}

/**
 * One of the three desks: the name written downwards as on a door plate, the figure and its lines beside it. Numbers alone; who
 * may read what came in goes there by the figure.
 */
function Desk({ title, desk, unit }: DeskProps) {
  const [, go] = useLocation()
  const reads = useMay()('care.read')
  const figures = useCall('desks', 'figures', {})
  const own = figures.data?.find(each => each.desk === desk)
  const lines =
    own === undefined
      ? [figures.isError ? '没有读到' : '']
      : own.open + own.answered === 0
        ? ['没有在办的']
        : [
            own.late > 0 ? `逾期 ${own.late} 件` : '没有逾期',
            own.today > 0 ? `今天到期 ${own.today} 件` : '',
            own.answered > 0 ? `待回访 ${own.answered} 件` : '',
          ].filter(line => line !== '')
  const count = own?.open ?? 0
  const figure = (
    <>
      {count === 0 ? <span aria-label="尚无">—</span> : count} <small>{unit}</small>
    </>
  )
  return (
    <section className="home-desk" aria-label={title}>
      <h2>{title}</h2>
      <div>
        <p className={count === 0 ? 'home-desk-figure' : 'home-desk-figure home-desk-some'}>
          {reads && count > 0 ? (
            <button type="button" aria-label={`${title}：${count} 件${unit}`} onClick={() => go('/care/desks')}>
              {figure}
            </button>
          ) : (
            figure
          )}
        </p>
        {lines.map(line => (
          <p key={line} className={line.startsWith('逾期') ? 'home-desk-late' : undefined}>
            {line}
          </p>
        ))}
      </div>
    </section>
  )
}

const [question, hardship, elder] = desks
export const QuestionsDesk = ({ title }: { title: string }) => <Desk title={title} desk={question} unit="待答" />
export const HelpingDesk = ({ title }: { title: string }) => <Desk title={title} desk={hardship} unit="在帮" />
export const CaringDesk = ({ title }: { title: string }) => <Desk title={title} desk={elder} unit="在办" />
