import { Select } from 'antd'
import { useState } from 'react'
import type { AccountId } from '../../shared/accounts/accounts'
import { type Carer, MOST_CARERS, type OpenedNote } from '../../shared/sealed-notes/sealed-notes'
import { mayWithdraw } from '../../shared/sealed-notes/sealed-notes.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorNote } from '../ui/states'
import { aloneWarning, carerWords } from './sealed-notes.words'
import { TakeAwayDialog } from './TakeAwayDialog'

interface CarersCardProps {
  readonly note: OpenedNote
  readonly onChange: (note: OpenedNote) => void
  /** After one has taken oneself off. */
  readonly onLeft: () => void
}

/** Who can open the record: another is named, one whom a reset has shut out is named anew, one is taken off. */
export function CarersCard({ note, onChange, onLeft }: CarersCardProps) {
  const { account } = useSession()
  const eligible = useCall('sealedNotes', 'carers', {})
  const [chosen, setChosen] = useState<AccountId | null>(null)
  const [off, setOff] = useState<Carer>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { id, revision, carers } = note
  const able = carers.filter(({ state }) => state === 'holds')
  async function grant(accountId: AccountId): Promise<void> {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      onChange(await api.sealedNotes.grant({ id, revision, accountId }))
      setChosen(null)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  async function takeOff(carer: Carer, why: Parameters<typeof api.sealedNotes.withdraw>[0]['why']): Promise<void> {
    await api.sealedNotes.withdraw({ id, revision, accountId: carer.id, why })
    if (carer.id === account.id) onLeft()
    else onChange(await api.sealedNotes.open({ id }))
  }
  const options = (eligible.data ?? [])
    .filter(each => !carers.some(carer => carer.id === each.id))
    .map(each => ({ value: each.id, label: each.department ? `${each.name}（${each.department}）` : each.name }))
  return (
    <Card title="关爱人" note={`${able.length} 人能打开`}>
      <ul className="sea-carers">
        {carers.map(carer => {
          const may = mayWithdraw(carers, carer.id)
          return (
            <li key={carer.id}>
              <span>
                {carer.name}
                {carer.id === account.id && '（本人）'}
                <small>{carerWords[carer.state]}</small>
              </span>
              {carer.state === 'lost' && (
                <Button size="small" busy={busy} onClick={() => void grant(carer.id)}>
                  重新指定
                </Button>
              )}
              <Button
                size="small"
                kind="link"
                reason={may.allowed ? undefined : may.reason}
                onClick={() => setOff(carer)}
              >
                去掉
              </Button>
            </li>
          )
        })}
      </ul>
      {able.length === 1 && (
        <p className="sea-warning" role="note">
          {aloneWarning}
        </p>
      )}
      {carers.length < MOST_CARERS && (
        <div className="sea-grant">
          <Select<AccountId>
            aria-label="再指定一个关爱人"
            value={chosen}
            onChange={setChosen}
            options={options}
            placeholder="再指定一个关爱人"
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent="没有别的账户可以指定"
          />
          <Button
            busy={busy}
            reason={chosen === null ? '先选一个人' : undefined}
            onClick={() => chosen !== null && void grant(chosen)}
          >
            指定
          </Button>
          <small>指定给账户现在的持有人，请先当面说好。</small>
        </div>
      )}
      {error !== null && <ErrorNote error={error} />}
      {off && (
        <TakeAwayDialog
          title={off.id === account.id ? '不再做这份记录的关爱人' : `去掉关爱人 ${off.name}`}
          consequence="换新的密钥重新加密，以后写的打不开。已经看过的，收不回来。"
          act="去掉"
          onAct={why => takeOff(off, why)}
          onClose={() => setOff(undefined)}
        />
      )}
    </Card>
  )
}
