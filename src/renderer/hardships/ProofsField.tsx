import { Day } from '../../shared/dates/add-months'
import { todayDay } from '../../shared/dates/today'
import type { Proof } from '../../shared/hardships/hardships'
import { Button } from '../ui/Button'
import { TextField } from '../ui/TextField'

const MOST = 20

/** A proof while it is typed. */
export interface TypedProof {
  readonly key: number
  readonly what: string
  readonly seenOn: string
  readonly keptAt: string
}
export const typedProofs = (proofs: readonly Proof[]): TypedProof[] => proofs.map((proof, key) => ({ key, ...proof }))

/** Undefined while a line lacks something. */
export function proofsOf(typed: readonly TypedProof[]): Proof[] | undefined {
  const proofs = typed.map(({ what, seenOn, keptAt }) => {
    const day = Day.safeParse(seenOn)
    return day.success && what.trim() !== ''
      ? { what: what.trim(), seenOn: day.data, keptAt: keptAt.trim() }
      : undefined
  })
  return proofs.every(proof => proof !== undefined) ? proofs : undefined
}

interface ProofsFieldProps {
  readonly value: readonly TypedProof[]
  readonly onChange: (proofs: readonly TypedProof[]) => void
}

/** Papers that were seen: what, when, and where they are kept. Scans belong with the person's attachments. */
export function ProofsField({ value, onChange }: ProofsFieldProps) {
  const put = (key: number, part: Partial<TypedProof>): void =>
    onChange(value.map(proof => (proof.key === key ? { ...proof, ...part } : proof)))
  const nextKey = Math.max(-1, ...value.map(({ key }) => key)) + 1
  return (
    <fieldset className="har-set">
      <legend>证明（扫描件放在本人的附件里）</legend>
      {value.map(({ key, what, seenOn, keptAt }) => (
        <div key={key} className="har-proof">
          <TextField label="是什么" value={what} onChange={text => put(key, { what: text })} maxChars={60} />
          <TextField label="哪天看的" value={seenOn} onChange={text => put(key, { seenOn: text })} nfkc />
          <TextField label="放在哪里" value={keptAt} onChange={text => put(key, { keptAt: text })} maxChars={60} />
          <Button kind="link" onClick={() => onChange(value.filter(proof => proof.key !== key))}>
            去掉
          </Button>
        </div>
      ))}
      {value.length < MOST && (
        <Button
          kind="link"
          size="small"
          onClick={() => onChange([...value, { key: nextKey, what: '', seenOn: todayDay(), keptAt: '' }])}
        >
          ＋ 添一份
        </Button>
      )}
    </fieldset>
  )
}
