import { useState } from 'react'
import { useLocation } from 'wouter'
import type { SensitiveField } from '../../../shared/cadres/cadres.contract'
import { fieldLabels } from '../../../shared/cadres/field-labels'
import { pairOfRule } from '../../../shared/cadres/pairs/pairs'
import { today } from '../../../shared/dates/today'
import { useCall } from '../../api/query'
import { useMay } from '../../api/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import { useReveal } from '../reveal'
import type { CadreTabProps } from '../tabs'
import { fieldToMend, type WordedFinding, worded } from './checks.words'
import { FindingRow } from './FindingRow'
import { useDismissal } from './useDismissal'

/** 核对: what the rules find in this file. They remind; the archive and the organisation decide. */
export function ChecksTab({ file }: CadreTabProps) {
  const { cadre, hidden } = useReveal()
  const { id } = cadre
  const told = useCall('checks', 'ofCadre', { id })
  const [asideShown, setAsideShown] = useState(false)
  const dismissals = useDismissal()
  const edits = useMay()('cadres.edit') && file.trashedAt === null
  const findings = worded(told.data ?? [], cadre, hidden, today())
  const open = findings.filter(({ dismissal }) => dismissal === null)
  const aside = findings.filter(({ dismissal }) => dismissal !== null)
  const covered = [...new Set(findings.flatMap(finding => finding.hidden))]
  const note = open.length > 0 ? `${open.length} 处待看，只作提示，以档案和组织认定为准` : undefined
  return (
    <Card title="核对" note={note}>
      {told.isPending && <Loading />}
      {told.isError && <ErrorNote error={told.error} onRetry={() => void told.refetch()} />}
      {covered.length > 0 && <Covered fields={covered} />}
      {told.data && open.length === 0 && (
        <EmptyState
          title={aside.length > 0 ? '没有待看的地方' : '没有发现前后不一的地方'}
          hint="没有填的内容不在核对之列，缺什么见页首的档案完整度。"
        />
      )}
      <ul className="cdr-findings">
        {open.map(finding => (
          <FindingRow
            key={`${finding.rule}-${finding.fingerprint}`}
            finding={finding}
            acts={edits && <OpenActs finding={finding} onDismiss={() => dismissals.dismiss(id, finding)} id={id} />}
          />
        ))}
      </ul>
      {aside.length > 0 && (
        <section className="cdr-asides">
          <Button kind="link" size="small" onClick={() => setAsideShown(!asideShown)}>
            {asideShown ? '收起' : '展开'}不再提示的 {aside.length} 处
          </Button>
          {asideShown && (
            <ul className="cdr-findings">
              {aside.map(finding => (
                <FindingRow
                  key={`${finding.rule}-${finding.fingerprint}`}
                  finding={finding}
                  acts={
                    edits && (
                      <Button size="small" kind="link" onClick={() => dismissals.reopen(id, finding)}>
                        恢复提示
                      </Button>
                    )
                  }
                />
              ))}
            </ul>
          )}
        </section>
      )}
      {dismissals.dialog}
    </Card>
  )
}

function OpenActs({ finding, id, onDismiss }: { finding: WordedFinding; id: string; onDismiss: () => void }) {
  const [, go] = useLocation()
  const covered = finding.hidden.length > 0
  const pair = pairOfRule(finding.rule)
  return (
    <>
      {pair && (
        <Button size="small" kind="link" onClick={() => go(`/cadres/${id}/checks/${pair.key}`)}>
          对照文字
        </Button>
      )}
      <Button size="small" kind="link" onClick={() => go(`/cadres/${id}/edit/${fieldToMend(finding)}`)}>
        去修改
      </Button>
      <Button size="small" kind="link" reason={covered ? '先显示，看过再处理' : undefined} onClick={onDismiss}>
        不再提示
      </Button>
    </>
  )
}

function Covered({ fields }: { fields: readonly SensitiveField[] }) {
  const { ask } = useReveal()
  return (
    <p className="cdr-left-out">
      {fields.map(field => fieldLabels[field]).join('、')}已遮住，有关的核对结果只列出项目。
      {fields.map(field => (
        <Button key={field} kind="link" size="small" onClick={() => void ask(field)}>
          显示{fieldLabels[field]}
        </Button>
      ))}
    </p>
  )
}
