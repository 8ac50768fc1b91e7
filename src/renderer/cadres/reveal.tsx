import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import * as z from 'zod'
import { type Cadre, FamilyMember } from '../../shared/cadres/cadres'
import type { CadreFile, SensitiveField } from '../../shared/cadres/cadres.contract'
import { type CadreField, fieldLabels } from '../../shared/cadres/field-labels'
import { api } from '../api/client'
import { ReasonDialog } from '../ui/ReasonDialog'

type Values = ReadonlyMap<SensitiveField, string>

interface Reveal {
  /** The file with what has been shown put in. */
  readonly cadre: Cadre
  /** What is still masked. */
  readonly hidden: readonly SensitiveField[]
  /** Shows a field after its reason; null when the person gives up. */
  ask(field: SensitiveField): Promise<string | null>
  cover(field: SensitiveField): void
  /** What the person has just written and saved is known to the person: it stays shown. */
  keep(file: CadreFile, values: Iterable<readonly [SensitiveField, string]>): void
}

const RevealContext = createContext<Reveal | null>(null)

export function useReveal(): Reveal {
  const reveal = useContext(RevealContext)
  if (!reveal) throw new Error('useReveal outside a file')
  return reveal
}

const Family = z.array(FamilyMember)

/** The file with what was shown of a sensitive field put in. */
export function withValue(cadre: Cadre, field: SensitiveField, value: string): Cadre {
  if (field === 'family') return { ...cadre, family: Family.parse(JSON.parse(value)) }
  if (field === 'form.health') return { ...cadre, form: { ...cadre.form, health: value } }
  return { ...cadre, [field]: value }
}

/** Lends everything inside one file what has been shown of it. Leaving the file forgets it; so does a newer revision. */
export function RevealProvider({ file, children }: { file: CadreFile; children: ReactNode }) {
  const [shown, setShown] = useState<{ revision: number; values: Values }>({ revision: 0, values: new Map() })
  const [asked, setAsked] = useState<SensitiveField | null>(null)
  const waiting = useRef<((value: string | null) => void) | null>(null)
  const { id } = file.cadre

  const reveal = useMemo((): Reveal => {
    const values: Values = shown.revision === file.revision ? shown.values : new Map()
    const put = (next: Values): void => setShown({ revision: file.revision, values: next })
    return {
      cadre: [...values].reduce((cadre, [field, value]) => withValue(cadre, field, value), file.cadre),
      hidden: file.masked.filter(field => !values.has(field)),
      ask: field => {
        const known = values.get(field)
        if (known !== undefined) return Promise.resolve(known)
        waiting.current?.(null)
        setAsked(field)
        return new Promise(resolve => {
          waiting.current = value => {
            if (value !== null) put(new Map(values).set(field, value))
            resolve(value)
          }
        })
      },
      cover: field => {
        const next = new Map(values)
        next.delete(field)
        put(next)
      },
      keep: (saved, fresh) => setShown({ revision: saved.revision, values: new Map([...values, ...fresh]) }),
    }
  }, [file, shown])

  const answer = (value: string | null): void => {
    waiting.current?.(value)
    waiting.current = null
  }
  const label = asked === null ? '' : fieldLabels[asked as CadreField]
  return (
    <RevealContext value={reveal}>
      {children}
      <ReasonDialog
        open={asked !== null}
        title={`显示${label}`}
        consequence="谁在什么时候、因为什么看过，都记入审计日志。离开这份档案后自动遮住。"
        confirmText="显示"
        onConfirm={async reason => {
          if (asked !== null) answer((await api.cadres.reveal({ id, field: asked, reason })).value)
        }}
        onClose={() => {
          answer(null)
          setAsked(null)
        }}
      />
    </RevealContext>
  )
}
