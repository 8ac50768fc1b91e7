import { Select } from 'antd'
import { useId } from 'react'
import type { ExchangeId, Partner } from '../../shared/exchange/exchange'
import { useCall } from '../api/query'

interface PartnerSelectProps {
  value: ExchangeId | null
  onChange: (partner: Partner) => void
}

/** A partner with whom something may be exchanged now. */
export function PartnerSelect({ value, onChange }: PartnerSelectProps) {
  const id = useId()
  const partners = useCall('exchange', 'partners', {})
  const open = partners.data?.filter(({ confirmedAt, stoppedAt }) => confirmedAt !== null && stoppedAt === null) ?? []
  return (
    <div className="dd-field">
      <label className="dd-label" htmlFor={id}>
        发给
      </label>
      <Select
        id={id}
        value={value}
        placeholder="选定往来单位"
        options={open.map(({ id: partnerId, unit }) => ({ value: partnerId, label: unit }))}
        onChange={chosen => {
          const partner = open.find(each => each.id === chosen)
          if (partner) onChange(partner)
        }}
      />
      <div className="dd-below">
        <span className="dd-hint">
          {partners.data && open.length === 0 ? '还没有核对过指纹的往来单位，请找安全保密管理员' : ''}
        </span>
      </div>
    </div>
  )
}
