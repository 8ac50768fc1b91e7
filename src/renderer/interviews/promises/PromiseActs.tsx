import {
  type Satisfaction,
  Satisfaction as Satisfactions,
  type TrackedPromise,
} from '../../../shared/promises/promises'
import { api } from '../../api/client'
import { useDraft } from '../../api/drafts'
import { Button } from '../../ui/Button'
import { countChars } from '../../ui/composed'
import { TextField } from '../../ui/TextField'
import { MOST_REASON, oneLine } from './promises.words'

interface PromiseActsProps {
  readonly promise: TrackedPromise
  readonly busy: boolean
  /** Does the work and shows what goes wrong with it; @returns whether it went well */
  readonly onAct: (work: () => Promise<unknown>) => Promise<boolean>
  readonly onChange: () => void
  readonly onClose: () => void
}

/** The next step of a promise. What is typed outlives a lock. */
export function PromiseActs({ promise, busy, onAct, onChange, onClose }: PromiseActsProps) {
  const { value, set, discard } = useDraft<{ text: string; satisfaction: Satisfaction }>(
    `interviews.promise:${promise.id}`,
    {
      text: '',
      satisfaction: '满意',
    },
  )
  const { text, satisfaction } = value
  const one = { id: promise.id, revision: promise.revision }
  const said = text.trim()
  const missing = said === '' ? '先写几个字' : countChars(said) > 1000 ? '最多 1000 个字' : undefined
  const tooLong = missing ?? (countChars(said) > MOST_REASON ? `理由最多 ${MOST_REASON} 个字` : undefined)
  const visited = promise.state !== 'done' || promise.satisfaction !== null
  async function act(work: () => Promise<unknown>): Promise<void> {
    if (await onAct(work)) await discard()
  }
  if (!promise.movable)
    return (
      <>
        <p className="dd-aside">只有责任人、这次谈话的谈话人和记录人，或者安排谈话的人能办理这件事。</p>
        <div className="dd-dialog-end">
          <Button onClick={onClose}>关闭</Button>
        </div>
      </>
    )
  return (
    <>
      {!visited && (
        <div className="itv-state" role="radiogroup" aria-label="本人评价">
          <span>回访</span>
          <div>
            {Satisfactions.options.map(each => (
              <button
                key={each}
                type="button"
                role="radio"
                aria-checked={each === satisfaction}
                onClick={() => set({ ...value, satisfaction: each })}
              >
                {each}
              </button>
            ))}
          </div>
        </div>
      )}
      <TextField
        label={promise.state === 'open' ? '进展或者结果' : visited ? '重开的理由' : '本人怎么说'}
        hint={promise.state === 'open' ? `撤回时写理由，最多 ${MOST_REASON} 个字` : undefined}
        value={text}
        onChange={next => set({ ...value, text: next })}
        maxChars={promise.state !== 'open' && visited ? MOST_REASON : 1000}
        multiline
        rows={2}
        autoFocus
      />
      <div className="dd-dialog-end">
        <Button onClick={onClose}>关闭</Button>
        {promise.state === 'open' ? (
          <>
            <Button
              kind="link"
              busy={busy}
              reason={tooLong}
              onClick={() => void act(() => api.promises.withdraw({ ...one, reason: oneLine(text) }))}
            >
              撤回
            </Button>
            <Button kind="link" onClick={onChange}>
              改期、转办
            </Button>
            <Button
              busy={busy}
              reason={missing}
              onClick={() => void act(() => api.promises.report({ ...one, text: said }))}
            >
              记进展
            </Button>
            <Button
              kind="primary"
              busy={busy}
              reason={missing}
              onClick={() => void act(() => api.promises.finish({ ...one, result: said }))}
            >
              办结
            </Button>
          </>
        ) : (
          <>
            <Button
              busy={busy}
              reason={tooLong}
              onClick={() => void act(() => api.promises.reopen({ ...one, reason: oneLine(text) }))}
            >
              重开
            </Button>
            {!visited && (
              <Button
                kind="primary"
                busy={busy}
                onClick={() => void act(() => api.promises.visit({ ...one, satisfaction, text: said }))}
              >
                登记回访
              </Button>
            )}
          </>
        )}
      </div>
    </>
  )
}
