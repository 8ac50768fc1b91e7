import { useState } from 'react'
import type { Entry } from '../../shared/care-register/care-register'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'

/** The telephone number of whom the department speaks with: shown with a reason, which is audited. */
export function PhoneButton({ entry }: { readonly entry: Entry }) {
  const [asking, setAsking] = useState(false)
  const [phone, setPhone] = useState<string>()
  if (phone !== undefined) return <span className="crg-phone">{phone}</span>
  return (
    <>
      <Button size="small" kind="link" icon={<Icon name="eye" size={14} />} onClick={() => setAsking(true)}>
        电话
      </Button>
      <ReasonDialog
        open={asking}
        title="查看联系电话"
        consequence={`查看的人、时间一并记入审计。${AUDITED_REASON}`}
        confirmText="查看"
        onConfirm={async reason => {
          const shown = await api.careRegister.revealPhone({ id: entry.id, reason })
          setPhone(shown.phone)
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
