import { parseAssessments, printAssessments } from '../../../shared/cadres/assessment-text'
import type { Cadre } from '../../../shared/cadres/cadres'
import { type CadreField, fieldLabels } from '../../../shared/cadres/field-labels'
import { parseResume, printResume } from '../../../shared/cadres/resume-text'
import { parseRewards, printRewards } from '../../../shared/cadres/reward-text'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { useReveal } from '../reveal'
import type { RowsFieldName } from './edit.rows'
import { editedOf, rawOf } from './edit.values'
import { RowsEditor } from './RowsEditor'
import type { Edit } from './useEdit'

interface TextBridge {
  readonly field: CadreField
  readonly read: (text: string) => Partial<Cadre>
  readonly write: (rows: Cadre) => string
}

/** Rows made from the form's own text and the text from rows, each only when the person asks for it. */
const bridges: Partial<Record<RowsFieldName, TextBridge>> = {
  resume: {
    field: 'form.resume',
    read: text => ({ resume: parseResume(text).entries }),
    write: ({ resume }) => printResume(resume),
  },
  assessments: {
    field: 'form.assessments',
    read: text => ({ assessments: [...parseAssessments(text).rows] }),
    write: ({ assessments }) => printAssessments(assessments),
  },
  rewards: {
    field: 'form.rewardsAndPunishments',
    read: text => ({ rewards: [...parseRewards(text).rows] }),
    write: ({ rewards }) => printRewards(rewards),
  },
}

/** A table with what leads from the form's text to it and back. */
export function TableGroup({ field, edit, titled }: { field: RowsFieldName; edit: Edit; titled: boolean }) {
  const { cadre, ask } = useReveal()
  if (edit.isLocked(field))
    return (
      <p className="cdr-rows-locked">
        已遮住。写明理由显示以后才能修改。
        <Button size="small" icon={<Icon name="eye" size={16} />} onClick={() => void ask('family')}>
          显示家庭成员
        </Button>
      </p>
    )
  const raw = edit.rawOf(field)
  const rows = typeof raw === 'string' ? [] : raw
  const bridge = bridges[field]
  const text = bridge ? edit.rawOf(bridge.field) : ''
  const edited = editedOf(field, rows)
  return (
    <>
      {titled && <h3 className="cdr-rows-title">{fieldLabels[field]}</h3>}
      {bridge && (
        <p className="cdr-bridge">
          <Button
            size="small"
            reason={text === '' ? '还没有原文' : undefined}
            onClick={() =>
              edit.put(field, rawOf({ ...cadre, ...bridge.read(typeof text === 'string' ? text : '') }, field))
            }
          >
            按原文逐条列出
          </Button>
          <Button
            size="small"
            reason={rows.length === 0 ? '还没有逐条内容' : 'wrong' in edited ? edited.wrong : undefined}
            onClick={() =>
              'value' in edited && edit.put(bridge.field, bridge.write({ ...cadre, [field]: edited.value }))
            }
          >
            照下面写成原文
          </Button>
        </p>
      )}
      <div data-field={field}>
        <RowsEditor field={field} rows={rows} onChange={next => edit.put(field, next)} error={edit.wrongOf(field)} />
      </div>
    </>
  )
}
