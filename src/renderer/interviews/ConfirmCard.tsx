import { type FormEvent, useRef, useState } from 'react'
import type { Interview, Named } from '../../shared/interviews/interviews'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { PasswordField, type PasswordHandle } from '../ui/PasswordField'
import { ErrorNote } from '../ui/states'
import { clockOf, dayWords } from './interviews.words'

/** Who must put their password under the record, and who has. */
export function ConfirmCard({ talk }: { talk: Interview }) {
  const { header, confirmations, hash } = talk
  const asked: readonly (Named & { part: string })[] = [
    ...header.talkers.map(each => ({ ...each, part: '谈话人' })),
    ...(header.recorder && !header.talkers.some(({ id }) => id === header.recorder?.id)
      ? [{ ...header.recorder, part: '记录人' }]
      : []),
  ]
  const left = asked.filter(({ id }) => !confirmations.some(({ accountId }) => accountId === id))
  return (
    <Card title="确认" note={left.length === 0 ? '都已确认' : `还差 ${left.length} 人`}>
      <ul className="itv-confirmations">
        {confirmations.map(({ accountId, name, part, at }) => (
          <li key={accountId}>
            <Icon name="check" size={16} /> {part} {name}
            <time dateTime={at}>
              {dayWords(at)} {clockOf(at)}
            </time>
          </li>
        ))}
      </ul>
      {left.map(who => (
        <ConfirmForm key={who.id} talk={talk} who={who} />
      ))}
      {hash !== null && <p className="itv-hash">校验值 {hash.slice(0, 16)}…</p>}
    </Card>
  )
}

function ConfirmForm({ talk, who }: { talk: Interview; who: Named & { part: string } }) {
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
      await api.interviews.confirm({ id: talk.header.id, accountId: who.id, password: value })
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
