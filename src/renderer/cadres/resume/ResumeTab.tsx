import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/states'
import { dateWords, today } from '../cadres.words'
import { useReveal } from '../reveal'
import { CareSides } from './CareSides'
import { Stair } from './Stair'
import { entriesOf, spanWords, stepsOf } from './stair'

/** 履历: the career as a line one can see, the same in words below, and what was done for and about the person beside. */
export function ResumeTab() {
  const { cadre } = useReveal()
  const on = today()
  const entries = entriesOf(cadre)
  const steps = stepsOf(cadre, on)
  return (
    <div className="cdr-two">
      <Card title="任职轨迹" more={steps.length > 0 && <Legend />} className="cdr-career">
        {entries.length === 0 ? (
          <EmptyState title="还没有简历" hint="在“编辑”里写简历原文，或逐条填写，这里就画出任职轨迹。" />
        ) : (
          <>
            {steps.length > 0 && <Stair cadre={cadre} steps={steps} on={on} />}
            <ol className="cdr-cv">
              {entries.toReversed().map(entry => {
                const step = steps.find(each => each.entry === entry)
                return (
                  <li key={`${entry.from}-${entry.text}`} className={step?.open ? 'cdr-cv-now' : undefined}>
                    <span className="cdr-cv-when">
                      {entry.to
                        ? `${dateWords(entry.from)}—${dateWords(entry.to)}`
                        : entry.from
                          ? `${dateWords(entry.from)} 起`
                          : ''}
                    </span>
                    <span>{entry.text}</span>
                    <span className="cdr-cv-span">{step && spanWords(step.to - step.from)}</span>
                  </li>
                )
              })}
            </ol>
          </>
        )}
      </Card>
      <CareSides />
    </div>
  )
}

const Legend = () => (
  <span className="cdr-legend">
    <span className="cdr-key cdr-key-bar">任职</span>
    <span className="cdr-key cdr-key-plain">学习、未注明层次</span>
    <span className="cdr-key cdr-key-best">优秀</span>
    <span className="cdr-key cdr-key-reward">奖励</span>
  </span>
)
