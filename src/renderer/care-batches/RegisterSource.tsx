import { Select } from 'antd'
import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { MOST_VISITS } from '../../shared/care-batches/care-batches'
import { type RegisterKind, registerKinds } from '../../shared/care-register/care-register'
import { api } from '../api/client'
import { readUpTo } from '../api/pages'
import { Button } from '../ui/Button'

/** Everybody on one list of the care register. */
export function RegisterSource({ onFound }: { onFound: (people: readonly { id: CadreId; name: string }[]) => void }) {
  const [kind, setKind] = useState<RegisterKind>('老干部')
  const [told, setTold] = useState('')
  async function take(): Promise<void> {
    try {
      const { rows, total } = await readUpTo(MOST_VISITS, page =>
        api.careRegister.list({ kinds: [kind], cadreId: null, unitId: null, ended: false, ...page }),
      )
      onFound(rows.map(({ cadreId, cadreName }) => ({ id: cadreId, name: cadreName })))
      setTold(
        total === 0
          ? '名册里没有这类人'
          : total > rows.length
            ? `共 ${total} 人，只列入前 ${rows.length} 人`
            : `找到 ${total} 人，已列入`,
      )
    } catch (error) {
      setTold(error instanceof Error ? error.message : '没有列入')
    }
  }
  return (
    <div className="bat-source">
      <Select
        aria-label="关爱名册"
        value={kind}
        onChange={setKind}
        options={registerKinds.map(value => ({ value, label: value }))}
        popupMatchSelectWidth={false}
      />
      <Button onClick={() => void take()}>列入关爱名册里的人</Button>
      <span role="status">{told}</span>
    </div>
  )
}
