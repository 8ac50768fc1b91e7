import { useState } from 'react'
import type { Partner } from '../../shared/exchange/exchange'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { useExchange } from './exchange.store'
import { PartnerSelect } from './PartnerSelect'

const whom = { by: 'own-talks' } as const

/** What an interviewer sends back: the final talks that they hold or may read, and nothing of their people but who they are. */
export function OwnTalksDialog({ onClose }: { onClose: () => void }) {
  const [partner, setPartner] = useState<Partner>()
  const [reason, setReason] = useState('')
  const prepared = useCall('exchange', 'prepare', { whom, modules: ['talks'] })
  const told = prepared.data
  const refusal =
    told?.talks === 0
      ? '还没有已定稿的谈话'
      : partner === undefined
        ? '请选定发给哪个单位'
        : reason.trim() === ''
          ? '先写明理由'
          : undefined
  const send = async (): Promise<void> => {
    if (!partner) return
    const name = `谈话记录（发往${partner.unit}）`.slice(0, 80)
    const place = await api.shell.chooseSaveFile({ suggestedName: name, extension: 'ddx' })
    if (!place) return
    const order = { whom, reason: reason.trim(), mark: null, sensitive: [], passphrase: null }
    const made = await api.exchange.make({ ...order, partnerId: partner.id, modules: ['talks'], target: place.token })
    const words = `已保存发给${partner.unit}的第 ${made.number} 号数据包，${made.people} 人`
    useExchange.setState({ done: { words, id: null } })
  }
  return (
    <FormDialog title="发出本人的谈话" act="选择位置并保存" refusal={refusal} onAct={send} onClose={onClose}>
      <p className="exc-quiet">
        {told
          ? `本人谈过或可阅的 ${told.talks} 次已定稿谈话，涉及 ${told.people} 人，密级 ${told.mark}。密封的内容和录音留在本机。`
          : '正在计数'}
      </p>
      <PartnerSelect value={partner?.id ?? null} onChange={setPartner} />
      <TextField label="理由" value={reason} onChange={setReason} maxChars={200} required />
    </FormDialog>
  )
}
