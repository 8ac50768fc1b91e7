import { Checkbox } from 'antd'
import { useState } from 'react'
import type { FacilityKind } from '../../shared/grassroots/facilities'
import { mayKeepKinds } from '../../shared/grassroots/facilities.rules'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { FormDialog } from '../ui/FormDialog'
import { Icon } from '../ui/icons'
import { TextField } from '../ui/TextField'

interface KindsDialogProps {
  readonly kinds: readonly FacilityKind[]
  readonly version: number
  readonly onClose: () => void
}

const MOST = 40

/** The unit's own list of facilities: named, added, switched off. What was recorded of one stays. */
export function KindsDialog({ kinds: present, version, onClose }: KindsDialogProps) {
  const [kinds, setKinds] = useState(present)
  const [reason, setReason] = useState('')
  const put = (key: string, change: Partial<FacilityKind>): void =>
    setKinds(kinds.map(kind => (kind.key === key ? { ...kind, ...change } : kind)))
  const verdict = mayKeepKinds(kinds, present)
  const refusal = kinds.some(({ title }) => title.trim() === '')
    ? '有一种没有写名称'
    : kinds.some(({ title }) => [...title.trim()].length > 12)
      ? '名称最多 12 个字'
      : !verdict.allowed
        ? verdict.reason
        : JSON.stringify(kinds) === JSON.stringify(present)
          ? '还没有改动'
          : reason.trim() === ''
            ? '先写改动的理由'
            : undefined
  return (
    <FormDialog
      title="设施种类"
      act="保存"
      refusal={refusal}
      onAct={() =>
        api.grassroots.setFacilityKinds({
          kinds: kinds.map(kind => ({ ...kind, title: kind.title.trim() })),
          version,
          reason: reason.trim(),
        })
      }
      onClose={onClose}
    >
      <ul className="grs-kinds">
        {kinds.map(({ key, title, on }, at) => (
          <li key={key}>
            <TextField label={`第 ${at + 1} 种`} hideLabel value={title} onChange={text => put(key, { title: text })} />
            <Checkbox checked={on} onChange={event => put(key, { on: event.target.checked })}>
              使用
            </Checkbox>
          </li>
        ))}
      </ul>
      <span>
        <Button
          size="small"
          icon={<Icon name="plus" size={14} />}
          reason={kinds.length >= MOST ? `最多 ${MOST} 种` : undefined}
          onClick={() => setKinds([...kinds, { key: `own-${Date.now().toString(36)}`, title: '', on: true }])}
        >
          加一种
        </Button>
      </span>
      <TextField label="改动的理由" value={reason} onChange={setReason} maxChars={200} />
    </FormDialog>
  )
}
