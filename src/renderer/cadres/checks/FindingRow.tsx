import type { ReactNode } from 'react'
import { surenessTitles } from '../../../shared/cadres/checks/check'
import type { ToldFinding } from '../../../shared/checks/checks'
import { StateMark } from '../../ui/marks'
import { instantWords } from '../cadres.words'
import { basisOfRule, fieldWords, marks, maskedWords } from './checks.words'

interface FindingRowProps {
  finding: ToldFinding
  /** What can be done about it. */
  acts?: ReactNode
}

/** One finding: how sure, what, by which rule, about which fields, and who put it aside. It reminds and decides nothing. */
export function FindingRow({ finding, acts }: FindingRowProps) {
  const { rule, title, message, sureness, masked, dismissal } = finding
  return (
    <li>
      <StateMark state={dismissal ? 'done' : marks[sureness]}>{surenessTitles[sureness]}</StateMark>
      <div>
        <p className="cdr-finding">
          {message ?? (
            <span className="cdr-finding-masked">{maskedWords(masked)}已遮住，显示以后才看得到说的是什么</span>
          )}
        </p>
        <p className="cdr-basis">
          <b>{title}</b>
          <span>涉及{fieldWords(finding)}</span>
          <span>依据 {basisOfRule(rule)}</span>
        </p>
        {dismissal && (
          <p className="cdr-aside">
            {dismissal.byName} {instantWords(dismissal.at)} 不再提示：{dismissal.reason}
          </p>
        )}
      </div>
      {acts && <span className="cdr-finding-acts">{acts}</span>}
    </li>
  )
}
