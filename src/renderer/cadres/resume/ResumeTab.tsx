import { today } from '../../../shared/dates/today'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/states'
import { useReveal } from '../reveal'
import { TextsButton, useEditing } from '../rows/RowsCard'
import type { CadreTabProps } from '../tabs'
import { useTimeline } from '../useTimeline'
import { CareerList } from './CareerList'
import { CareSides } from './CareSides'
import { Stair } from './Stair'
import { entriesOf, stepsOf } from './stair'

/** 履历: the career as a line one can see, the same in words below, and what was done for and about the person beside. */
export function ResumeTab({ file }: CadreTabProps) {
  const { edits } = useEditing(file)
  const { cadre } = useReveal()
  const { entries } = useTimeline(cadre.id)
  const on = today()
  const resume = entriesOf(cadre)
  const steps = stepsOf(cadre, on)
  return (
    <div className="cdr-two">
      <Card
        title="任职轨迹"
        more={
          <>
            {steps.length > 0 && <Legend />}
            {edits && <TextsButton pair="resume" />}
          </>
        }
        className="cdr-career"
      >
        {steps.length > 0 && <Stair entries={entries} steps={steps} on={on} />}
        {resume.length === 0 && (
          <EmptyState title="还没有简历" hint="在“编辑”里写简历原文，或逐条填写，这里就画出任职轨迹。" />
        )}
        {(resume.length > 0 || entries.length > 0) && (
          <CareerList id={cadre.id} resume={resume} steps={steps} entries={entries} />
        )}
      </Card>
      <CareSides id={cadre.id} />
    </div>
  )
}

const Legend = () => (
  <span className="cdr-legend">
    <span className="cdr-key cdr-key-bar">任职</span>
    <span className="cdr-key cdr-key-plain">学习、未注明层次</span>
    <span className="cdr-key cdr-key-best">优秀</span>
    <span className="cdr-key cdr-key-reward">厚爱</span>
    <span className="cdr-key cdr-key-strict">严管</span>
  </span>
)
