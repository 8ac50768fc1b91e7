import { type FormEvent, useRef, useState } from 'react'
import type { InterviewHeader, InterviewId, Party } from '../../shared/interviews/interviews'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay, useSession } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { PasswordField, type PasswordHandle } from '../ui/PasswordField'
import { ReasonDialog } from '../ui/ReasonDialog'
import { ErrorNote } from '../ui/states'
import { clockOf, dayWords } from './interviews.words'

interface ConfirmCardProps {
  readonly header: InterviewHeader
  /** The seal over the content, for those who read it: they confirm here. */
  readonly hash: string | null
}

/** Who must put their password under the record, and who has; who left without having done so, and why. */
export function ConfirmCard({ header, hash }: ConfirmCardProps) {
  const { account } = useSession()
  const plans = useMay()('interviews.plan')
  const parties = useCall('interviews', 'parties', { id: header.id })
  const [waiving, setWaiving] = useState<Party>()
  if (parties.isError) return <ErrorNote error={parties.error} onRetry={() => void parties.refetch()} />
  const all = parties.data ?? []
  const left = all.filter(({ confirmedAt, waiver }) => confirmedAt === null && waiver === null)
  const mayWaive = plans || all.some(({ id }) => id === account.id)
  return (
    <Card title="确认" note={parties.data && standingOf(all)}>
      <ul className="itv-confirmations">
        {all.map(({ id, name, part, confirmedAt, waiver }) =>
          confirmedAt !== null ? (
            <li key={id}>
              <Icon name="check" size={16} /> {part} {name}
              <time dateTime={confirmedAt}>
                {dayWords(confirmedAt)} {clockOf(confirmedAt)}
              </time>
            </li>
          ) : (
            waiver && (
              <li key={id} data-open>
                {part} {name}已离任，未确认。原因：{waiver.reason}
                <small>
                  {waiver.byName} {dayWords(waiver.at)} 注明
                </small>
              </li>
            )
          ),
        )}
        {left
          .filter(({ active }) => !active || !header.readable)
          .map(who => (
            <li key={who.id} data-open>
              {who.part} {who.name}
              <small>{who.active ? '待本人确认' : '账户已停用，不能确认'}</small>
              {!who.active && mayWaive && (
                <Button size="small" onClick={() => setWaiving(who)}>
                  注明未确认
                </Button>
              )}
            </li>
          ))}
      </ul>
      {header.readable &&
        left.filter(({ active }) => active).map(who => <ConfirmForm key={who.id} id={header.id} who={who} />)}
      {hash !== null && <p className="itv-hash">校验值 {hash.slice(0, 16)}…</p>}
      {waiving && (
        <ReasonDialog
          open
          title={`注明${waiving.name}未确认`}
          consequence="记录页和打印的文书都会写明谁没有确认、为什么、由谁注明。其余的人都确认以后，记录定稿。"
          confirmText="注明未确认"
          onConfirm={async reason => {
            await api.interviews.waive({ id: header.id, accountId: waiving.id, reason })
          }}
          onClose={() => setWaiving(undefined)}
        />
      )}
    </Card>
  )
}

function standingOf(parties: readonly Party[]): string {
  const open = parties.filter(({ confirmedAt }) => confirmedAt === null)
  const left = open.filter(({ waiver }) => waiver === null)
  if (left.length > 0) return `还差 ${left.length} 人`
  return open.length === 0 ? '都已确认' : `${open.length} 人离任未确认`
}

function ConfirmForm({ id, who }: { id: InterviewId; who: Party }) {
  const password = useRef<PasswordHandle>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  async function confirm(event: FormEvent): Promise<void> {
    event.preventDefault()
    const value = password.current?.getValue() ?? ''
    if (busy || value === '') return
    setBusy(true)
    setError(null)
    try {
      await api.interviews.confirm({ id, accountId: who.id, password: value })
    } catch (failure) {
      setError(failure)
      setBusy(false)
    } finally {
      password.current?.clear()
    }
  }
  return (
    <form className="itv-confirm" aria-label={`${who.name}确认`} onSubmit={event => void confirm(event)}>
      <PasswordField label={`${who.part} ${who.name} 的密码`} ref={password} />
      <Button submit busy={busy}>
        确认
      </Button>
      {error !== null && <ErrorNote error={error} />}
    </form>
  )
}
