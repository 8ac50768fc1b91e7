import { basisCautions } from '../../../shared/basis/basis'
import type { Cadre } from '../../../shared/cadres/cadres'
import type { SensitiveField } from '../../../shared/cadres/cadres.contract'
import { checkCadre } from '../../../shared/cadres/cadres.rules'
import { type Finding, surenessTitles } from '../../../shared/cadres/checks/check'
import { type CadreField, fieldLabels, labelOf } from '../../../shared/cadres/field-labels'
import { today } from '../../../shared/dates/today'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { StateMark } from '../../ui/marks'
import { EmptyState } from '../../ui/states'
import { useReveal } from '../reveal'

/** A masked number is no number: what is hidden is left out of the checks, and the page says so. */
function withoutHidden(cadre: Cadre, hidden: readonly SensitiveField[]): Cadre {
  return {
    ...cadre,
    idNumber: hidden.includes('idNumber') ? '' : cadre.idNumber,
    phone: hidden.includes('phone') ? '' : cadre.phone,
    form: { ...cadre.form, health: hidden.includes('form.health') ? '' : cadre.form.health },
  }
}

const marks = { certain: 'late', likely: 'today', look: 'soon' } as const

/** 核对: what the rules find in this file. They remind; the archive and the organisation decide. */
export function ChecksTab() {
  const { cadre, hidden, ask } = useReveal()
  const findings = checkCadre(withoutHidden(cadre, hidden), today())
  const left = hidden.filter(field => field === 'idNumber' || field === 'family')
  return (
    <Card title="核对" note={findings.length > 0 ? `${findings.length} 处，只作提示，以档案和组织认定为准` : undefined}>
      {left.length > 0 && (
        <p className="cdr-left-out">
          {left.map(field => fieldLabels[field as CadreField]).join('、')}已遮住，没有参与核对。
          {left.map(field => (
            <Button key={field} kind="link" size="small" onClick={() => void ask(field)}>
              显示{fieldLabels[field as CadreField]}
            </Button>
          ))}
        </p>
      )}
      {findings.length === 0 ? (
        <EmptyState title="没有发现前后不一的地方" hint="没有填的内容不在核对之列，缺什么见页首的档案完整度。" />
      ) : (
        <ul className="cdr-findings">
          {findings.map(finding => (
            <FindingRow key={`${finding.rule}-${finding.row}-${finding.message}`} finding={finding} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function FindingRow({ finding: { title, message, sureness, basis, fields } }: { finding: Finding }) {
  const caution = basisCautions[basis.status]
  return (
    <li>
      <StateMark state={marks[sureness]}>{surenessTitles[sureness]}</StateMark>
      <div>
        <p className="cdr-finding">{message}</p>
        <p className="cdr-basis">
          <b>{title}</b>
          <span>涉及{fields.map(labelOf).join('、')}</span>
          <span>
            依据 {basis.source}
            {caution !== '' && `（${caution}）`}
          </span>
        </p>
      </div>
    </li>
  )
}
