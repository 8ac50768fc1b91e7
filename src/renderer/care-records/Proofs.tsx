import { Select } from 'antd'
import type { CadreId } from '../../shared/cadres/cadres'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { useAdding } from '../cadres/attachments/useAdding'
import { useDropZone } from '../cadres/attachments/useDropZone'
import { Field } from '../interviews/plan/Field'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { ProgressDialog } from '../ui/ProgressDialog'
import { ErrorNote } from '../ui/states'

/** 其他可供组织参考的材料: photographs of a visit and receipts belong to none of the nine other classes. */
const CLASS = '10'
const MOST = 12

interface ProofsProps {
  readonly cadreId: CadreId
  readonly chosen: readonly string[]
  readonly onChange: (ids: string[]) => void
}

/** Photographs and receipts: chosen among the attachments of the file, or added to them from here. */
export function Proofs({ cadreId, chosen, onChange }: ProofsProps) {
  const mayAdd = useMay()('cadres.edit')
  const list = useCall('attachments', 'list', { cadreId })
  const adding = useAdding(cadreId)
  const held = (list.data ?? []).filter(({ removedAt }) => removedAt === null)
  const take = async (added: ReturnType<typeof adding.choose>): Promise<void> => {
    const ids = (await added).flatMap(({ id }) => id ?? [])
    if (ids.length > 0) onChange([...new Set([...chosen, ...ids])].slice(0, MOST))
  }
  const zone = useDropZone(mayAdd ? files => void take(adding.drop(files, CLASS)) : undefined)
  const left = adding.outcomes.filter(({ id }) => id === null)
  return (
    <div className="crr-proofs" data-over={zone.over !== null || undefined} {...zone.handlers}>
      <Field label="照片和凭证">
        <Select<string[]>
          mode="multiple"
          value={[...chosen]}
          onChange={onChange}
          options={held.map(({ id, title }) => ({ value: id, label: title }))}
          maxCount={MOST}
          notFoundContent="附件里还没有材料"
          placeholder={held.length === 0 ? '附件里还没有材料' : '可以不选'}
        />
      </Field>
      {mayAdd && (
        <div className="crr-proofs-add">
          <Button
            size="small"
            icon={<Icon name="plus" size={14} />}
            reason={chosen.length >= MOST ? `一条记录最多 ${MOST} 份` : undefined}
            onClick={() => void take(adding.choose(CLASS))}
          >
            放入照片、凭证…
          </Button>
          <span className="dd-aside">也可以把文件拖到这里；放入后就在本人的附件里</span>
        </div>
      )}
      {left.map(({ name, words }) => (
        <p key={name} role="status" className="crr-proofs-left">
          “{name}”{words}
        </p>
      ))}
      {adding.error !== null && <ErrorNote error={adding.error} />}
      {adding.running && <ProgressDialog {...adding.running} onCancel={adding.cancel} />}
    </div>
  )
}
