import { today } from '../../../shared/dates/today'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { EmptyState } from '../../ui/states'
import { ageWords, dateWords } from '../cadres.words'
import { useReveal } from '../reveal'
import type { CadreTabProps } from '../tabs'
import { useEditing } from './RowsCard'
import { RowsTable } from './RowsTable'

/** 家庭: masked until it is shown with a reason. */
export function FamilyTab({ file }: CadreTabProps) {
  const { edits, edit } = useEditing(file)
  const { cadre, hidden, ask, cover } = useReveal()
  const on = today()
  if (hidden.includes('family'))
    return (
      <Card title="家庭主要成员及重要社会关系">
        <EmptyState
          title="家庭成员已遮住"
          hint="写明理由后显示，查看会记入审计日志。"
          action={
            <Button icon={<Icon name="eye" size={16} />} onClick={() => void ask('family')}>
              显示家庭成员
            </Button>
          }
        />
      </Card>
    )
  return (
    <Card
      title="家庭主要成员及重要社会关系"
      more={
        cadre.family.length > 0 && (
          <>
            {edits && (
              <Button kind="link" size="small" icon={<Icon name="edit" size={16} />} onClick={() => edit('family')}>
                编辑
              </Button>
            )}
            <Button kind="link" size="small" icon={<Icon name="eyeOff" size={16} />} onClick={() => cover('family')}>
              遮住
            </Button>
          </>
        )
      }
    >
      {cadre.family.length === 0 ? (
        <EmptyState
          title="还没有填家庭成员"
          hint="配偶、子女、父母和重要社会关系逐人填写。"
          action={edits && <Button onClick={() => edit('family')}>填写</Button>}
        />
      ) : (
        <RowsTable
          columns={['称谓', '姓名', '出生年月', '政治面貌', '工作单位及职务']}
          rows={cadre.family.map(member => [
            member.title,
            member.name,
            member.birth
              ? [dateWords(member.birth), ageWords(member, on)].filter(text => text !== '').join('　')
              : member.birthText,
            member.politics,
            member.unitAndPost,
          ])}
        />
      )}
    </Card>
  )
}
