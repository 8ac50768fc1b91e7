import { useLocation } from 'wouter'
import { pairOfRule } from '../../../shared/cadres/pairs/pairs'
import type { CheckedPerson, ToldFinding } from '../../../shared/checks/checks'
import { Button } from '../../ui/Button'
import { fieldToMend } from './checks.words'
import { FindingRow } from './FindingRow'
import type { useDismissal } from './useDismissal'

interface PersonFindingsProps {
  person: CheckedPerson
  /** The unit, where the list comes to it. */
  heading: string | null
  edits: boolean
  dismissals: ReturnType<typeof useDismissal>
}

/** One person with what was found in the file. */
export function PersonFindings({ person, heading, edits, dismissals }: PersonFindingsProps) {
  const [, go] = useLocation()
  const { id, name, currentPost, findings } = person
  const acts = (finding: ToldFinding) =>
    finding.dismissal ? (
      <Button size="small" kind="link" onClick={() => dismissals.reopen(id, finding)}>
        恢复提示
      </Button>
    ) : (
      <>
        {pairOfRule(finding.rule) && (
          <Button
            size="small"
            kind="link"
            onClick={() => go(`/cadres/${id}/checks/${pairOfRule(finding.rule)?.key ?? ''}`)}
          >
            对照文字
          </Button>
        )}
        <Button size="small" kind="link" onClick={() => go(`/cadres/${id}/edit/${fieldToMend(finding)}`)}>
          去修改
        </Button>
        <Button
          size="small"
          kind="link"
          reason={finding.message === null ? '内容遮住了，打开档案看过再处理' : undefined}
          onClick={() => dismissals.dismiss(id, finding)}
        >
          不再提示
        </Button>
      </>
    )
  return (
    <>
      {heading !== null && <h2 className="chk-unit">{heading}</h2>}
      <section className="chk-person" aria-label={name}>
        <header>
          <button type="button" className="cdr-entry chk-name" onClick={() => go(`/cadres/${id}/checks`)}>
            {name}
          </button>
          <span>{currentPost || '还没有填现任职务'}</span>
        </header>
        <ul className="cdr-findings">
          {findings.map((finding, index) => (
            <FindingRow key={`${finding.rule}-${index}`} finding={finding} acts={edits && acts(finding)} />
          ))}
        </ul>
      </section>
    </>
  )
}
