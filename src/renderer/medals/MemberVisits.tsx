import { useState } from 'react'
import { yuan } from '../../shared/care-standards/care-standards.rules'
import { showDate } from '../../shared/dates/partial-date'
import type { MemberId, Visit } from '../../shared/medals/medals'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'

/** Visits to an old member without a file, the latest first. */
export function MemberVisits({ id }: { id: MemberId }) {
  const visits = useCall('medals', 'visits', { id }).data ?? []
  const [striking, setStriking] = useState<Visit>()
  if (visits.length === 0) return null
  return (
    <div className="dd-field">
      <span className="dd-label">走访</span>
      <ul className="med-visits">
        {visits.map(visit => (
          <li key={visit.id} data-struck={visit.struckFor !== ''}>
            <span>
              {showDate(visit.on)}　{visit.visitors}
              {visit.moneyFen > 0 && `　${yuan(visit.moneyFen)} 元`}
              {visit.goods !== '' && `　${visit.goods}`}
              {visit.note !== '' && `　${visit.note}`}
            </span>
            {visit.struckFor === '' ? (
              <Button kind="link" size="small" onClick={() => setStriking(visit)}>
                划去…
              </Button>
            ) : (
              <small>已划去：{visit.struckFor}</small>
            )}
          </li>
        ))}
      </ul>
      <ReasonDialog
        open={striking !== undefined}
        title="划去这次走访"
        consequence={`划去的留着能看，不再算走访过。${AUDITED_REASON}`}
        confirmText="划去"
        danger
        onConfirm={async reason => {
          if (striking) await api.medals.strikeVisit({ id: striking.id, reason })
        }}
        onClose={() => setStriking(undefined)}
      />
    </div>
  )
}
