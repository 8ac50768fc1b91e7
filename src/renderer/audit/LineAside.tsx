import type { AuditEntry } from '../../shared/audit/audit'
import { Aside } from './Aside'
import { accountWords, count, type Facets, instantWords, rolesWords, subjectWords } from './audit.words'
import { OutcomeMark } from './LinesGrid'

/** One line in full, with the exact name of the call and of its object. */
export function LineAside({
  line,
  facets,
  onClose,
}: {
  line: AuditEntry
  facets: Facets | undefined
  onClose: () => void
}) {
  const rows: [string, string | null][] = [
    ['时间', instantWords(line.at)],
    ['账户', accountWords(line)],
    ['角色', rolesWords(line.roles)],
    ['计算机', line.machine],
    ['对象', line.subject === null ? null : subjectWords(line.subject, facets)],
    ['理由', line.reason],
    ['明细', line.details],
  ]
  return (
    <Aside title={line.title} note={<OutcomeMark outcome={line.outcome} />} onClose={onClose}>
      <dl className="aud-facts">
        <div>
          <dt>序号</dt>
          <dd>{count(line.seq)}</dd>
        </div>
        {rows.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value === null || value === '' ? '—' : value}</dd>
          </div>
        ))}
      </dl>
      <p className="aud-hint">
        记录名 {line.channel}
        {line.subject !== null && `　对象编号 ${line.subject}`}
      </p>
    </Aside>
  )
}

/** A jump that leads nowhere is itself the finding: the neighbours are in the list, the line is not. */
export const MissingLine = ({ seq, onClose }: { seq: number; onClose: () => void }) => (
  <Aside title={`第 ${count(seq)} 行`} onClose={onClose}>
    <p className="aud-missing">日志里没有这一行。左边列出它前后的行。</p>
  </Aside>
)
