import type { ReactNode } from 'react'
import { type CadreField, fieldLabels } from '../../../shared/cadres/field-labels'
import { useCall } from '../../api/query'
import { RetirementOfPerson } from '../../retirements/RetirementOfPerson'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { SecretText } from '../../ui/SecretText'
import { dateWords, sinceWords } from '../cadres.words'
import { useReveal } from '../reveal'
import type { CadreTabProps } from '../tabs'
import { useEditing } from './RowsCard'

/** What kind of cadre somebody is and who manages the file, as far as it is known; a press leads to where it is changed. */
export function StandingCard({ file }: CadreTabProps) {
  const { cadre, hidden, ask } = useReveal()
  const { edits, edit } = useEditing(file)
  const units = useCall('units', 'tree', {})
  const unit = units.data?.find(({ id }) => id === cadre.unitId)?.name ?? (cadre.unitId ? '看不到的单位' : '')
  const facts: readonly (readonly [CadreField, ReactNode])[] = [
    ['unitId', unit],
    ['status', cadre.status],
    ['personCategory', cadre.personCategory],
    ['managedBy', cadre.managedBy],
    ['staffing', cadre.staffing],
    ['postLevel', sinceWords(cadre.postLevel, cadre.postLevelSince)],
    ['currentPostSince', dateWords(cadre.currentPostSince)],
    ['rank', sinceWords(cadre.rank, cadre.rankSince)],
    ['wageGrade', cadre.wageGrade],
    ['ageLimit', cadre.ageLimit],
    [
      'phone',
      cadre.phone !== '' && hidden.includes('phone') ? (
        <SecretText key="phone" mask={cadre.phone} label="联系电话" onReveal={() => ask('phone')} />
      ) : (
        cadre.phone
      ),
    ],
    ['tags', cadre.tags.join('、')],
    ['secrecy', cadre.secrecy],
  ]
  return (
    <Card
      title="管理信息"
      more={
        edits && (
          <Button kind="link" size="small" icon={<Icon name="edit" size={16} />} onClick={() => edit('personCategory')}>
            编辑
          </Button>
        )
      }
    >
      <dl className="cdr-facts">
        {facts.map(([field, value]) => (
          <div key={field}>
            <dt>{fieldLabels[field]}</dt>
            <dd data-empty={value === '' || undefined}>{value === '' ? '未填' : value}</dd>
          </div>
        ))}
        <RetirementOfPerson cadre={cadre} decided={file.decided} />
      </dl>
    </Card>
  )
}
