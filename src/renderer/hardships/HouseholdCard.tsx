import { useState } from 'react'
import { yuan } from '../../shared/care-standards/care-standards.rules'
import { todayDay } from '../../shared/dates/today'
import type { Hardship, Household } from '../../shared/hardships/hardships'
import { hardshipSettingsOn, incomePerHead } from '../../shared/hardships/hardships.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'

interface HouseholdCardProps {
  readonly hardship: Hardship
  readonly household: Household | null
  readonly onShown: (household: Household | undefined) => void
}

const money = (fen: number | null): string => (fen === null ? '没有登记' : `${yuan(fen)} 元`)

/** Household, cost and income, masked until a reason is given. The standard stands beside as information: people decide. */
export function HouseholdCard({ hardship, household, onShown }: HouseholdCardProps) {
  const [asking, setAsking] = useState(false)
  const settings = useCall('hardships', 'settings', {})
  const current = settings.data && hardshipSettingsOn(settings.data, todayDay())
  const perHead = household && incomePerHead(household)
  return (
    <Card
      title="家庭和收支"
      more={
        household ? (
          <Button kind="link" size="small" onClick={() => onShown(undefined)}>
            遮住
          </Button>
        ) : (
          <Button kind="link" size="small" onClick={() => setAsking(true)}>
            显示
          </Button>
        )
      }
    >
      <dl className="har-facts">
        {(
          [
            ['人口', household ? `${household.members} 人` : null],
            ['都有谁', household ? household.who || '没有登记' : null],
            ['全年支出', household ? money(household.costFen) : null],
            ['全年收入', household ? money(household.incomeFen) : null],
            ['人均收入', household ? money(perHead) : null],
          ] as const
        ).map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text ?? <span aria-label="已遮住">＊＊＊</span>}</dd>
          </div>
        ))}
      </dl>
      {current && (
        <p className="har-standard">
          {current.standardFen === null
            ? '本地人均收入标准还没有填。'
            : `本地标准：人均每年 ${yuan(current.standardFen)} 元。`}
          只供对照，等级由单位定。{current.standardFen !== null && <BasisWord basis={current} />}
        </p>
      )}
      <ReasonDialog
        open={asking}
        title="显示家庭和收支"
        consequence={`谁在什么时候、因为什么看过，都记入审计日志。离开这一页后自动遮住。${AUDITED_REASON}`}
        confirmText="显示"
        onConfirm={async reason => onShown(await api.hardships.reveal({ id: hardship.id, reason }))}
        onClose={() => setAsking(false)}
      />
    </Card>
  )
}
