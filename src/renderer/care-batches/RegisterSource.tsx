import { Select } from 'antd'
import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { type RegisterKind, registerKinds } from '../../shared/care-register/care-register'
import { api } from '../api/client'
import { Button } from '../ui/Button'

const MOST = 500

/** Everybody on one list of the care register. */
export function RegisterSource({ onFound }: { onFound: (people: readonly { id: CadreId; name: string }[]) => void }) {
  const [kind, setKind] = useState<RegisterKind>('老干部')
  const [told, setTold] = useState('')
  async function take(): Promise<void> {
    try {
      const { rows } = await api.careRegister.list({
        kinds: [kind],
        cadreId: null,
        unitId: null,
        ended: false,
        offset: 0,
        limit: MOST,
      })
      onFound(rows.map(({ cadreId, cadreName }) => ({ id: cadreId, name: cadreName })))
      setTold(rows.length === 0 ? '名册里没有这类人' : `找到 ${rows.length} 人，已列入`)
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
